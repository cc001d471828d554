import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { ReceivedFile } from '#domain/partners/receive-file.server.ts';
import { receiveForm } from '#domain/partners/receive-file.server.ts';
import {
  type ExpenseRefusal,
  type ExpenseTyped,
  type ExpenseWish,
  expenseOf,
  expenseTypedIn,
} from './expense.ts';

/** The form of an expense as it arrived: what was typed, and what can be entered or why it cannot. */
export type ReceivedExpense = { form: FormData; typed: ExpenseTyped } & (
  | { entry: { wish: ExpenseWish; receipt: ReceivedFile | null } }
  | { refusals: ExpenseRefusal[] }
);

/** Receives the form of an expense, its receipt in pieces. What was typed comes back whatever the file was. */
export async function receiveExpense(request: Request, now: Date): Promise<ReceivedExpense> {
  const { form, file } = await receiveForm(request, 'receipt', now);
  const typed = expenseTypedIn(form);
  if (file === 'wrong_form') return { form, typed, refusals: [file] };
  const wish = expenseOf(typed, dayOf(now));
  const refusals = [...(Array.isArray(wish) ? wish : []), ...(typeof file === 'string' ? [file] : [])];
  if (Array.isArray(wish) || typeof file === 'string') return { form, typed, refusals };
  return { form, typed, entry: { wish, receipt: file } };
}
