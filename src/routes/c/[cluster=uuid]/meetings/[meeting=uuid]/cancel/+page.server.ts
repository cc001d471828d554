import { error, fail } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { cancelMeeting, takeCancellationBack } from '#domain/meetings/cancel-meeting.server.ts';
import type { ChangeRefusal } from '#domain/meetings/change-refusal.text.ts';
import { refusalOfState } from '#domain/meetings/meeting.ts';
import { lineIn } from '#domain/meetings/typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { arranges, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  return { refusal: refusalOfState(meeting, 'cancelled') };
};

type Refused = { step: 'ask'; refusal: ChangeRefusal };
const STATES = ['idea', 'polling', 'reserved', 'confirmed'] as const;

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const [round, was] = [lineIn(form, 'round'), STATES.find((state) => state === form.get('was'))];
    if (round && was) {
      const back = await locals.inCluster(
        params.cluster,
        (scope) => takeCancellationBack(scope, params.meeting, round, was),
        form,
      );
      if (!back.done) return fail(409, { step: 'ask', refusal: back.reason } as Refused);
      return { step: 'undone' as const };
    }
    const off = await locals.inCluster(params.cluster, (scope) => cancelMeeting(scope, params.meeting), form);
    if (!off.done) return fail(409, { step: 'ask', refusal: off.reason } as Refused);
    return { step: 'off' as const, ...off.made };
  },
};
