import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { askPartner, takeBackQuestion } from '#domain/partners/ask-partner.server.ts';
import { isId } from '#domain/partners/guest.ts';
import { listMeetingGuests } from '#domain/partners/guests.server.ts';
import { listQuestions, takesQuestions } from '#domain/partners/questions.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['asked', 'takenBack'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await locals.asMember(params.token, async (scope) => {
    const meeting = await findMeeting(scope, params.meeting);
    if (!meeting) return null;
    return {
      title: meeting.title,
      guests: await listMeetingGuests(scope, params.meeting),
      questions: await listQuestions(scope, params.meeting),
      isOpen: await takesQuestions(scope, params.meeting),
      place: { href: `/m/${params.token}`, label: scope.clusterName },
      isExample: scope.isExample,
    };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  const { place, isExample, ...page } = found;
  const said = SAID.find((word) => url.searchParams.has(word)) ?? null;
  return { ...page, said, frame: { place, isExample } };
};

export const actions: Actions = {
  ask: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const words = String(form.get('question') ?? '');
    const id = String(form.get('id') ?? '');
    const asked = await locals.asMember(
      params.token,
      (scope) => askPartner(scope, isId(id) ? id : randomUUID(), params.meeting, words),
      form,
    );
    if (!asked.done) return fail(409, { refusal: asked.reason, typed: words });
    redirect(303, `${url.pathname}?asked`);
  },
  takeBack: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const id = String(form.get('id') ?? '');
    if (!isId(id)) error(404, accessText[locals.locale].not_found);
    const gone = await locals.asMember(params.token, (scope) => takeBackQuestion(scope, id), form);
    if (!gone.done) return fail(409, { refusal: gone.reason, typed: null });
    redirect(303, `${url.pathname}?takenBack`);
  },
};
