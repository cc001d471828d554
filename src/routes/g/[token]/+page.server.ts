import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { textIn } from '#domain/meetings/typed.ts';
import {
  answerAsGuest,
  answerPreMeeting,
  answerQuestion,
  takeHome,
  voteAsGuest,
} from '#domain/partners/answer-as-guest.server.ts';
import { gatherGuestPage } from '#domain/partners/gather-guest-page.server.ts';
import { guestAnswerIn, guestVotesIn, isId } from '#domain/partners/guest.ts';
import { findCalledOff } from '#domain/partners/guest-page.server.ts';
import { type GuestSaved, guestPageText, guestSavedIn } from '#domain/partners/guest-page.text.ts';
import { takeBackSlides } from '#domain/partners/keep-file.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { page, calledOff, clusterName, isExample } = await locals.asHolder(
    params.token,
    'guest',
    async (scope) => ({
      page: await gatherGuestPage(scope),
      calledOff: await findCalledOff(scope),
      clusterName: scope.clusterName,
      isExample: scope.isExample,
    }),
  );
  const text = guestPageText[locals.locale];
  if (calledOff) error(404, text.calledOff(calledOff.meetingTitle));
  if (!page) error(404, accessText[locals.locale].link_over(clusterName));
  return {
    page,
    clusterName,
    saved: guestSavedIn(url.searchParams.get('saved')),
    frame: { place: { href: url.pathname, label: clusterName }, isExample },
  };
};

const wordsIn = (form: FormData) => textIn(form, 'words');
const at = ({ url }: RequestEvent, saved: GuestSaved, part: string) =>
  redirect(303, `${url.pathname}?saved=${saved}#${part}`);

export const actions: Actions = {
  answer: async (event) => {
    const form = await event.request.formData();
    const answer = guestAnswerIn(form.get('answer'));
    if (!answer) return fail(409, { act: 'answer', refusal: 'nothing_answered' as const });
    const done = await event.locals.asHolder(
      event.params.token,
      'guest',
      (scope) => answerAsGuest(scope, scope.guestId ?? '', answer),
      form,
    );
    if (!done.done) return fail(409, { act: 'answer', refusal: done.reason });
    return at(event, 'answer', 'come');
  },
  dates: async (event) => {
    const form = await event.request.formData();
    const votes = guestVotesIn(form);
    const done = await event.locals.asHolder(
      event.params.token,
      'guest',
      (scope) => voteAsGuest(scope, scope.guestId ?? '', votes),
      form,
    );
    if (!done.done) return fail(409, { act: 'dates', refusal: done.reason, votes });
    return at(event, 'dates', 'come');
  },
  pre: async (event) => {
    const form = await event.request.formData();
    const answer = guestAnswerIn(form.get('answer'));
    if (!answer) return fail(409, { act: 'pre', refusal: 'nothing_answered' as const });
    const done = await event.locals.asHolder(
      event.params.token,
      'guest',
      (scope) => answerPreMeeting(scope, scope.guestId ?? '', answer),
      form,
    );
    if (!done.done) return fail(409, { act: 'pre', refusal: done.reason });
    return at(event, 'pre', 'pre');
  },
  question: async (event) => {
    const form = await event.request.formData();
    const [id, words] = [String(form.get('id') ?? ''), wordsIn(form)];
    if (!isId(id)) error(404, accessText[event.locals.locale].not_found);
    const done = await event.locals.asHolder(
      event.params.token,
      'guest',
      (scope) => answerQuestion(scope, id, words),
      form,
    );
    if (!done.done) return fail(409, { act: 'question', questionRefusal: done.reason, id, words });
    return at(event, 'question', 'questions');
  },
  home: async (event) => {
    const form = await event.request.formData();
    const words = wordsIn(form);
    const done = await event.locals.asHolder(
      event.params.token,
      'guest',
      (scope) => takeHome(scope, scope.guestId ?? '', words),
      form,
    );
    if (!done.done) return fail(409, { act: 'home', refusal: done.reason, words });
    return at(event, 'home', 'after');
  },
  takeOut: async (event) => {
    const form = await event.request.formData();
    const file = String(form.get('file') ?? '');
    if (!isId(file)) error(404, accessText[event.locals.locale].not_found);
    await event.locals.asHolder(event.params.token, 'guest', (scope) => takeBackSlides(scope, file), form);
    return at(event, 'out', 'slides');
  },
};
