import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { changeExpense } from '#domain/economy/enter-expense.server.ts';
import { expenseText } from '#domain/economy/expense.text.ts';
import { amountTyped } from '#domain/economy/expense.ts';
import { findExpense } from '#domain/economy/expenses.server.ts';
import { pays } from '#domain/economy/paying.ts';
import { receiveExpense } from '#domain/economy/receive-expense.server.ts';
import { dayWritten } from '#domain/meetings/calendar-day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame } = await parent();
  const expense = await locals.inCluster(params.cluster, (scope) =>
    findExpense(scope, params.meeting, params.expense),
  );
  if (!expense || expense.isTakenOut) error(404, accessText[locals.locale].not_found);
  const { kind, what, payee, amountOre, spentOn, receipt } = expense;
  const above = {
    href: `/c/${params.cluster}/meetings/${params.meeting}/money`,
    label: expenseText[locals.locale].title,
  };
  return {
    expense: { expenseId: expense.expenseId, what, receiptName: receipt?.name },
    isTooLarge: url.searchParams.get('refused') === 'too_large',
    stands: { kind, what, payee, amount: amountTyped(amountOre), spentOn: dayWritten(spentOn) },
    frame: { ...frame, crumbs: [...frame.crumbs, above] },
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const mayEnter = await locals.inCluster(params.cluster, async ({ roles }) => pays(roles));
    if (!mayEnter) error(403, accessText[locals.locale].not_permitted);
    const received = await receiveExpense(request, locals.now);
    const { typed } = received;
    if ('refusals' in received) return fail(409, { typed, refusals: received.refusals });
    const changed = await locals.inCluster(
      params.cluster,
      (scope) => changeExpense(scope, params.expense, params.meeting, received.entry),
      received.form,
    );
    if (!changed.done) return fail(409, { typed, refusals: [changed.reason] });
    redirect(303, `/c/${params.cluster}/meetings/${params.meeting}/money?entered`);
  },
};
