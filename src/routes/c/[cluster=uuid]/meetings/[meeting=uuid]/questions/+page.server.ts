import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import {
  askPartner,
  noteAnswer,
  takeBackQuestion,
  takeOutQuestion,
} from '#domain/partners/ask-partner.server.ts';
import { listMeetingGuests } from '#domain/partners/guests.server.ts';
import { listSlides } from '#domain/partners/kept-files.server.ts';
import { listQuestions, takesQuestions } from '#domain/partners/questions.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['asked', 'takenBack', 'takenOut', 'noted'] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, roles } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    guests: await listMeetingGuests(scope, params.meeting),
    slides: await listSlides(scope, params.meeting),
    questions: await listQuestions(scope, params.meeting),
    isOpen: await takesQuestions(scope, params.meeting),
  }));
  return {
    ...found,
    mayAsk: found.isOpen && roles.includes('member'),
    mayNote: arranges,
    said: SAID.find((word) => url.searchParams.has(word)) ?? null,
  };
};

const idIn = (form: FormData) => String(form.get('id') ?? '');

export const actions: Actions = {
  ask: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const words = String(form.get('question') ?? '');
    const asked = await locals.inCluster(
      params.cluster,
      (scope) => askPartner(scope, randomUUID(), params.meeting, words),
      form,
    );
    if (!asked.done) return fail(409, { refusal: asked.reason, id: '', typed: words });
    redirect(303, `${url.pathname}?asked`);
  },
  takeBack: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const id = idIn(form);
    const gone = await locals.inCluster(params.cluster, (scope) => takeBackQuestion(scope, id), form);
    if (!gone.done) return fail(409, { refusal: gone.reason, id, typed: null });
    redirect(303, `${url.pathname}?takenBack`);
  },
  takeOut: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const id = idIn(form);
    const gone = await locals.inCluster(params.cluster, (scope) => takeOutQuestion(scope, id), form);
    if (!gone.done) return fail(409, { refusal: gone.reason, id, typed: null });
    redirect(303, `${url.pathname}?takenOut`);
  },
  note: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [id, answer] = [idIn(form), String(form.get('answer') ?? '')];
    const by = String(form.get('by') ?? '');
    const noted = await locals.inCluster(params.cluster, (scope) => noteAnswer(scope, id, answer, by), form);
    if (!noted.done) return fail(409, { refusal: noted.reason, id, typed: answer });
    redirect(303, `${url.pathname}?noted`);
  },
};
