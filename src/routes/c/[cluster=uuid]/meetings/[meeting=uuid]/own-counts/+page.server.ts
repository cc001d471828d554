import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf, dayRead, daysAfter, dayWritten } from '#domain/meetings/calendar-day.ts';
import { listDeadlines } from '#domain/meetings/deadlines.server.ts';
import {
  askToCount,
  giveUpCounting,
  listOwnCountIndicators,
} from '#domain/own-counts/ask-to-count.server.ts';
import { type AskRefusal, DAYS_TO_COUNT } from '#domain/own-counts/count-ask.ts';
import { listCountAsks, listWhoHasCounted } from '#domain/own-counts/count-asks.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

const gather = async (scope: ClusterScope, meetingId: string) => {
  const asks = (await listCountAsks(scope, meetingId)).filter(({ state }) => state !== 'given_up');
  const practices = [];
  for (const ask of asks)
    practices.push({ ...ask, practices: await listWhoHasCounted(scope, ask.ownCountAskId) });
  const indicators = await listOwnCountIndicators(scope);
  const due = (await listDeadlines(scope, meetingId)).find(({ act }) => act === 'count_own')?.dueOn ?? null;
  return {
    asks: practices,
    indicators: indicators.map(({ key, name, theme }) => ({ key, name, theme })),
    due,
  };
};

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const found = await locals.inCluster(params.cluster, (scope) => gather(scope, params.meeting));
  const today = dayOf(locals.now);
  const dueOn = found.due && found.due >= today ? found.due : daysAfter(today, DAYS_TO_COUNT);
  const theme = found.indicators.filter((one) => one.theme === meeting.packageKey).map(({ key }) => key);
  return {
    ...found,
    first: { indicators: theme, dueOn: dayWritten(dueOn) },
    said: (['asked', 'gaveUp'] as const).find((word) => url.searchParams.has(word)) ?? null,
  };
};

export const actions: Actions = {
  ask: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed = {
      indicators: [...new Set(form.getAll('indicator').map(String))],
      dueOn: String(form.get('dueOn') ?? '').slice(0, 40),
    };
    const dueOn = dayRead(typed.dueOn, dayOf(locals.now));
    if (!dueOn) return fail(409, { typed, refusal: 'day_not_understood' as AskRefusal });
    const asked = await locals.inCluster(
      params.cluster,
      (scope) => askToCount(scope, params.meeting, { indicators: typed.indicators, dueOn }),
      form,
    );
    if (!asked.done) return fail(409, { typed, refusal: asked.reason as AskRefusal });
    redirect(303, `${url.pathname}?asked`);
  },
  giveUp: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const ask = String(form.get('ask') ?? '');
    const gone = await locals.inCluster(params.cluster, (scope) => giveUpCounting(scope, ask), form);
    if (!gone.done) return fail(409, { typed: null, refusal: gone.reason as AskRefusal });
    redirect(303, `${url.pathname}?gaveUp`);
  },
};
