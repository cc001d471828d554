import { fail, redirect } from '@sveltejs/kit';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { dayIn, lineIn } from '#domain/meetings/typed.ts';
import { whatHolds } from '#domain/responses/asked-lately.server.ts';
import { listOccasions } from '#domain/responses/occasions.server.ts';
import { askRoundAgain } from '#domain/responses/plan-chosen-round.server.ts';
import { openRoundNow, setLastDay } from '#domain/responses/plan-round.server.ts';
import type { RoundRefusal } from '#domain/responses/plan-round.text.ts';
import { remindRound } from '#domain/responses/remind-round.server.ts';
import { viewIn } from '#domain/responses/result-views.ts';
import { findRoundResults } from '#domain/responses/round-results.server.ts';
import { listOwnRounds, listRespondents } from '#domain/responses/rounds.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['planned', 'again', 'saved', 'opening', 'prolonged', 'closing'] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const page = await parent();
  const { arranges, leads, round } = page;
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    missing:
      arranges && round.state === 'open'
        ? (await listRespondents(scope, params.round)).filter(({ answeredOn }) => answeredOn === null)
        : [],
    held: arranges ? await whatHolds(scope, round, page.today) : null,
    shown: await findRoundResults(scope, page),
    occasions:
      leads && round.state === 'counted' && round.purpose === 'topic'
        ? await listOccasions(scope, round.meetingId)
        : null,
    own: (await listOwnRounds(scope)).find((one) => one.questionnaireRoundId === params.round)?.answeredOn,
  }));
  const reminded = Number(url.searchParams.get('reminded')) || 0;
  return {
    ...found,
    reminded,
    view: found.shown && viewIn(url.searchParams.get('view'), found.shown.results),
    said: SAID.find((word) => url.searchParams.has(word)) ?? null,
  };
};

type Refused = { refusal: RoundRefusal; day: string };

export const actions: Actions = {
  remind: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const told = await locals.inCluster(params.cluster, (scope) => remindRound(scope, params.round), form);
    if (!told.done) return fail(409, { refusal: told.reason, day: '' } satisfies Refused as Refused);
    redirect(303, `${url.pathname}?reminded=${told.made.people}`);
  },
  open: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const told = await locals.inCluster(params.cluster, (scope) => openRoundNow(scope, params.round), form);
    if (!told.done) return fail(409, { refusal: told.reason, day: '' } satisfies Refused as Refused);
    redirect(303, `${url.pathname}?opening`);
  },
  prolong: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [day, typed] = [dayIn(form, 'day', dayOf(locals.now)), lineIn(form, 'day')];
    if (!day) return fail(400, { refusal: 'day_not_understood', day: typed } satisfies Refused as Refused);
    const told = await locals.inCluster(
      params.cluster,
      (scope) => setLastDay(scope, params.round, day),
      form,
    );
    if (!told.done) return fail(409, { refusal: told.reason, day: typed } satisfies Refused as Refused);
    redirect(303, `${url.pathname}?prolonged`);
  },
  again: async ({ locals, params, request }) => {
    const form = await request.formData();
    const told = await locals.inCluster(
      params.cluster,
      (scope) => askRoundAgain(scope, params.round, lineIn(form, 'when')),
      form,
    );
    if (!told.done) return fail(409, { refusal: told.reason, day: '' } satisfies Refused as Refused);
    redirect(303, `/c/${params.cluster}/questionnaires/rounds/${told.made.questionnaireRoundId}?again`);
  },
};
