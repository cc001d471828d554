import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { listClusterSources } from '#domain/members/cluster-sources.server.ts';
import { daysOf, type OrderRefusal, type TypedOrder, typedIn, wishOf } from '#domain/orders/figure-order.ts';
import { listOrders } from '#domain/orders/orders.server.ts';
import { changeOrder, planOrder } from '#domain/orders/plan-order.server.ts';
import { giveUpOrder, sendOrder } from '#domain/orders/send-order.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, roles, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const mayOrder = roles.includes('coordinator');
  const said = ['saved', 'sent', 'gaveUp'].find((word) => url.searchParams.has(word)) ?? null;
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    orders: await listOrders(scope, params.meeting),
    sources: mayOrder ? (await listClusterSources(scope)).filter(({ isServing }) => isServing) : [],
    indicators: (await listIndicators(scope)).map(({ key, name, theme }) => ({ key, name, theme })),
  }));
  return {
    ...found,
    mayOrder,
    days: daysOf(meeting.heldOn),
    said: said as 'saved' | 'sent' | 'gaveUp' | null,
  };
};

type Refused = { refusal: OrderRefusal; order: string; typed: TypedOrder | null };
type Answer = { done: true } | { done: false; reason: OrderRefusal | 'confirm_again' };

async function answer(refused: Omit<Refused, 'refusal'>, outcome: Answer, to: string) {
  if (outcome.done) redirect(303, to);
  return fail(409, { ...refused, refusal: outcome.reason as OrderRefusal });
}

export const actions: Actions = {
  save: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const order = String(form.get('order') ?? '');
    const typed = typedIn(form);
    const wish = wishOf(typed);
    if (wish === 'day_not_understood') return fail(409, { refusal: wish, order, typed } satisfies Refused);
    const save = (scope: ClusterScope) =>
      order ? changeOrder(scope, order, wish) : planOrder(scope, randomUUID(), params.meeting, wish);
    const outcome: Answer = await locals.inCluster<Answer>(params.cluster, save, form);
    return answer({ order, typed }, outcome, `${url.pathname}?saved`);
  },
  send: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const order = String(form.get('order') ?? '');
    const outcome = await locals.inCluster<Answer>(params.cluster, (scope) => sendOrder(scope, order), form);
    return answer({ order, typed: null }, outcome, `${url.pathname}?sent`);
  },
  giveUp: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const order = String(form.get('order') ?? '');
    const outcome = await locals.inCluster<Answer>(
      params.cluster,
      (scope) => giveUpOrder(scope, order),
      form,
    );
    return answer({ order, typed: null }, outcome, `${url.pathname}?gaveUp`);
  },
};
