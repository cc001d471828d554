import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listAttendees } from '#domain/economy/attendance-list.server.ts';
import { putBackExpense, takeOutExpense } from '#domain/economy/enter-expense.server.ts';
import { sumOf, yearOf } from '#domain/economy/expense.ts';
import { listExpenses, patientsKnown, sumOfYear } from '#domain/economy/expenses.server.ts';
import { expectedOre, patientsIn } from '#domain/economy/funds.ts';
import { pays } from '#domain/economy/paying.ts';
import { isBundleDue } from '#domain/economy/plo.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { meeting, roles } = await parent();
  if (!pays(roles)) error(404, accessText[locals.locale].not_found);
  const today = dayOf(locals.now);
  const isDue = isBundleDue(meeting, today);
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const expenses = await listExpenses(scope, params.meeting);
    const year = yearOf(expenses, today);
    return {
      expenses,
      year,
      spent: await sumOfYear(scope, year),
      patients: patientsIn(url.searchParams.get('patients')) ?? (await patientsKnown(scope)),
      attendees: isDue ? await listAttendees(scope, params.meeting) : [],
    };
  });
  const { attendees, patients } = found;
  const said = ['entered', 'out', 'back'].find((word) => url.searchParams.has(word)) ?? null;
  return {
    expenses: found.expenses,
    sum: sumOf(found.expenses),
    year: found.year,
    spent: found.spent,
    funds: patients === null ? null : { patients, expected: expectedOre(patients) },
    isDue,
    present: {
      people: attendees.length,
      practices: new Set(attendees.map(({ practiceName }) => practiceName).filter(Boolean)).size,
    },
    said: said as 'entered' | 'out' | 'back' | null,
    takenOut: url.searchParams.get('out'),
  };
};

export const actions: Actions = {
  takeOut: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const expense = String(form.get('expense') ?? '');
    const taken = await locals.inCluster(params.cluster, (scope) => takeOutExpense(scope, expense), form);
    if (!taken.done) return fail(409, { refusal: taken.reason });
    redirect(303, `${url.pathname}?out=${expense}`);
  },
  putBack: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const expense = String(form.get('expense') ?? '');
    const back = await locals.inCluster(params.cluster, (scope) => putBackExpense(scope, expense), form);
    if (!back.done) return fail(409, { refusal: back.reason });
    redirect(303, `${url.pathname}?back`);
  },
};
