import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listAttendees } from '#domain/economy/attendance-list.server.ts';
import { expenseText } from '#domain/economy/expense.text.ts';
import { sumOf } from '#domain/economy/expense.ts';
import { listExpenses } from '#domain/economy/expenses.server.ts';
import { pays } from '#domain/economy/paying.ts';
import { isBundleDue, numbered } from '#domain/economy/plo.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { meeting, roles, frame } = await parent();
  const isDue = isBundleDue(meeting, dayOf(locals.now));
  if (!pays(roles) || !isDue) error(404, accessText[locals.locale].not_found);
  const { attendees, expenses } = await locals.inCluster(params.cluster, async (scope) => ({
    attendees: await listAttendees(scope, params.meeting),
    expenses: (await listExpenses(scope, params.meeting)).filter(({ isTakenOut }) => !isTakenOut),
  }));
  const above = {
    href: `/c/${params.cluster}/meetings/${params.meeting}/money`,
    label: expenseText[locals.locale].title,
  };
  return {
    practices: Map.groupBy(attendees, (one) => `${one.practiceNumber} ${one.practiceName}`),
    expenses: numbered(expenses),
    sum: sumOf(expenses),
    frame: { ...frame, crumbs: [...frame.crumbs, above] },
  };
};
