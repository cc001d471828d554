import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { idIn } from '#domain/members/figure-access.ts';
import { answerForOwnCounts, withdrawOwnCount } from '#domain/own-counts/keep-own-count.server.ts';
import { answerIn } from '#domain/own-counts/own-count.ts';
import {
  listAskedCounts,
  listCountingPractices,
  listKeptCounts,
} from '#domain/own-counts/own-counts.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAVED = ['kept', 'withdrawn', 'yes', 'no'] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { roles } = await parent();
  if (!roles.includes('member')) error(404, accessText[locals.locale].not_found);
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    practices: await listCountingPractices(scope),
    asked: await listAskedCounts(scope),
    kept: await listKeptCounts(scope),
    indicators: (await listIndicators(scope)).filter(({ isOwnCount }) => isOwnCount),
  }));
  return { ...found, saved: SAVED.find((word) => word === url.searchParams.get('saved')) ?? null };
};

export const actions: Actions = {
  withdraw: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const delivery = idIn(form.get('delivery'));
    if (!delivery) error(404, accessText[locals.locale].not_found);
    const gone = await locals.inCluster(params.cluster, (scope) => withdrawOwnCount(scope, delivery), form);
    if (!gone.done) return fail(409, { refusal: 'not_yours_to_count' as const });
    redirect(303, `${url.pathname}?saved=withdrawn`);
  },
  answer: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [practice, answer] = [
      idIn(form.get('practice')),
      answerIn({ answer: String(form.get('answer') ?? '') }),
    ];
    if (!practice || !answer) error(404, accessText[locals.locale].not_found);
    const said = await locals.inCluster(
      params.cluster,
      (scope) => answerForOwnCounts(scope, practice, answer),
      form,
    );
    if (!said.done) return fail(409, { refusal: 'not_yours_to_count' as const });
    redirect(303, `${url.pathname}?saved=${answer}`);
  },
};
