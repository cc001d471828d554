import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { enterExpense } from '#domain/economy/enter-expense.server.ts';
import { expenseText } from '#domain/economy/expense.text.ts';
import { pays } from '#domain/economy/paying.ts';
import { receiveExpense } from '#domain/economy/receive-expense.server.ts';
import { dayOf, dayWritten } from '#domain/meetings/calendar-day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { meeting, roles, frame } = await parent();
  if (!pays(roles)) error(404, accessText[locals.locale].not_found);
  const above = {
    href: `/c/${params.cluster}/meetings/${params.meeting}/money`,
    label: expenseText[locals.locale].title,
  };
  const today = dayOf(locals.now);
  const day = meeting.heldOn && meeting.heldOn <= today ? meeting.heldOn : today;
  return {
    isTooLarge: url.searchParams.get('refused') === 'too_large',
    first: { kind: '', what: '', amount: '', spentOn: dayWritten(day), payee: '' },
    frame: { ...frame, crumbs: [...frame.crumbs, above] },
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    // Who may not enter anything is turned away before the file is read.
    const mayEnter = await locals.inCluster(params.cluster, async ({ roles }) => pays(roles));
    if (!mayEnter) error(403, accessText[locals.locale].not_permitted);
    const received = await receiveExpense(request, locals.now);
    const { typed } = received;
    if ('refusals' in received) return fail(409, { typed, refusals: received.refusals });
    const entered = await locals.inCluster(
      params.cluster,
      (scope) => enterExpense(scope, randomUUID(), params.meeting, received.entry),
      received.form,
    );
    if (!entered.done) return fail(409, { typed, refusals: [entered.reason] });
    redirect(303, `/c/${params.cluster}/meetings/${params.meeting}/money?entered`);
  },
};
