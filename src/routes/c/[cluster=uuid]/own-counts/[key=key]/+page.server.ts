import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { findIndicator } from '#domain/indicators/indicators.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import {
  countOfSame,
  lastBefore,
  numbersOf,
  periodInWord,
  proposedPeriod,
  untouched,
} from '#domain/own-counts/count-page.ts';
import { wordOf } from '#domain/own-counts/count-period.ts';
import { keepOwnCount } from '#domain/own-counts/keep-own-count.server.ts';
import { answerIn, type CountRefusal, countIn, doubtsAbout, typedIn } from '#domain/own-counts/own-count.ts';
import {
  listAskedCounts,
  listCountingPractices,
  listKeptCounts,
} from '#domain/own-counts/own-counts.server.ts';
import { ownCountsText } from '#domain/own-counts/own-counts.text.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

const gather = async (scope: ClusterScope, key: string) => ({
  indicator: await findIndicator(scope, key),
  practices: await listCountingPractices(scope),
  asked: (await listAskedCounts(scope)).filter(({ indicatorKey }) => indicatorKey === key),
  kept: await listKeptCounts(scope, key),
});

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame } = await parent();
  const { indicator, practices, asked, kept } = await locals.inCluster(params.cluster, (scope) =>
    gather(scope, params.key),
  );
  if (!indicator?.isOwnCount || practices.length === 0) error(404, accessText[locals.locale].not_found);
  const wish = url.searchParams.get('practice');
  const practice = practices.find(({ practiceId }) => practiceId === wish) ?? practices[0]!;
  const today = dayOf(locals.now);
  const word = periodInWord(url.searchParams.get('period'));
  const own = asked.filter(({ practiceId }) => practiceId === practice.practiceId);
  const ask = own.find(({ period, hasCounted }) => (word ? wordOf(period) === wordOf(word) : !hasCounted));
  const before = lastBefore(kept, practice.practiceId, { from: today, until: today });
  const months = indicator.recipe?.months ?? 12;
  const period = word ?? proposedPeriod(ask?.period ?? null, before?.period ?? null, { today, months });
  const same = countOfSame(kept, practice.practiceId, period);
  const typed = untouched(practice.practiceId, period, practice.answer);
  const shown = numbersOf(same);
  if (shown)
    Object.assign(typed, { numerator: `${shown.numerator}`, denominator: `${shown.denominator ?? ''}` });
  const crumb = { href: `/c/${params.cluster}/own-counts`, label: ownCountsText[locals.locale].title };
  return {
    ...{ indicator, practices, practice, typed, same },
    asked: ask ? { period: ask.period, meetingTitle: ask.meetingTitle } : null,
    last: lastBefore(kept, practice.practiceId, period),
    query: `&practice=${practice.practiceId}${word ? `&period=${wordOf(word)}` : ''}`,
    frame: { ...frame, crumbs: [crumb] },
  };
};

export const actions: Actions = {
  look: async ({ locals, params, request }) => {
    const typed = typedIn(await request.formData());
    const { indicator, practices, kept } = await locals.inCluster(params.cluster, (scope) =>
      gather(scope, params.key),
    );
    const practice = practices.find(({ practiceId }) => practiceId === typed.practice);
    if (!indicator?.isOwnCount || !practice) error(404, accessText[locals.locale].not_found);
    const read = countIn(indicator, typed, dayOf(locals.now));
    const unanswered: CountRefusal[] = practice.decides && !answerIn(typed) ? ['answer_missing'] : [];
    if ('refusals' in read) return fail(409, { typed, refusals: [...read.refusals, ...unanswered] });
    if (unanswered.length > 0) return fail(409, { typed, refusals: unanswered });
    const { count } = read;
    const same = countOfSame(kept, practice.practiceId, count.period);
    const last = lastBefore(kept, practice.practiceId, count.period);
    const replaced = same && { countedAt: same.countedAt, isShown: same.isShown, countedBy: same.countedBy };
    return {
      typed,
      looked: { count, replaced, last, doubts: doubtsAbout(indicator, count, numbersOf(last)) },
    };
  },
  keep: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = typedIn(form);
    const kept = await locals.inCluster(
      params.cluster,
      (scope) => keepOwnCount(scope, params.key, typed),
      form,
    );
    if (kept.done) redirect(303, `/c/${params.cluster}/own-counts?saved=kept`);
    return fail(409, { typed, refusals: [kept.reason as CountRefusal] });
  },
};
