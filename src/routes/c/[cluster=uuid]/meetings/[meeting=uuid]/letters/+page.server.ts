import { error, fail } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { unreachedIn } from '#domain/notices/letter-state.ts';
import { listLettersOfMeeting } from '#domain/notices/letters-of-meeting.server.ts';
import { notePhone } from '#domain/notices/note-phone.server.ts';
import { recallWaiting } from '#domain/notices/recall-waiting.server.ts';
import { previewsIn } from '#domain/notices/waiting-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, frame, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const letters = await locals.inCluster(params.cluster, (scope) =>
    listLettersOfMeeting(scope, params.meeting),
  );
  return {
    letters,
    unreached: unreachedIn(letters),
    previews: previewsIn(meeting.state),
    frame: { ...frame, isBroad: true },
  };
};

export const actions: Actions = {
  recall: async ({ locals, params, request }) => {
    const form = await request.formData();
    const round = String(form.get('round') ?? '');
    const recalled = await locals.inCluster(params.cluster, (scope) => recallWaiting(scope, round), form);
    return recalled.done ? { recalled: recalled.made } : fail(409, { refusal: recalled.reason });
  },
  phone: async ({ locals, params, request }) => {
    const form = await request.formData();
    const [practice, phone] = [String(form.get('practice') ?? ''), String(form.get('phone') ?? '')];
    const noted = await locals.inCluster(params.cluster, (scope) => notePhone(scope, practice, phone), form);
    if (!noted.done) return fail(409, { refusal: noted.reason, practice, phone });
    return { isPhoneSaved: true };
  },
};
