import { hasFormattedCprNumber } from '#domain/access/cpr-number.ts';
import { parseDate } from '#domain/deliveries/calendar-date.ts';
import { formatWith, parseNumber } from '#domain/deliveries/number-format.ts';
import type { KeptFileRefusal } from '#domain/partners/kept-file.ts';

/** What a meeting can cost money for. */
export const EXPENSE_KINDS = ['venue', 'food', 'speaker', 'transport', 'help', 'fee', 'other'] as const;
export type ExpenseKind = (typeof EXPENSE_KINDS)[number];

/** What somebody wishes to enter. The amount is in øre, the day an ISO date; `payee` may be empty. */
export type ExpenseWish = {
  kind: ExpenseKind;
  what: string;
  amountOre: number;
  spentOn: string;
  payee: string;
};
/** An expense as it stands; `receipt` is the file that shows it. */
export type Expense = ExpenseWish & {
  expenseId: string;
  receipt: { keptFileId: string; name: string; bytes: number; mediaType: string } | null;
  isTakenOut: boolean;
};

/** What stood in the fields of the form. */
export type ExpenseTyped = { kind: string; what: string; amount: string; spentOn: string; payee: string };

export type ExpenseRefusal =
  | 'no_such_meeting'
  | 'no_such_expense'
  | 'kind_missing'
  | 'what_missing'
  | 'what_too_long'
  | 'payee_too_long'
  | 'amount_missing'
  | 'amount_unclear'
  | 'amount_too_large'
  | 'day_unclear'
  | 'day_ahead'
  | 'cpr'
  | KeptFileRefusal;

const LONGEST = { what: 200, payee: 160 } as const;
const MOST_ORE = 999_999_999;

/** The øre of an amount in kroner as Danes write it: `1.234,50`, `1234,5`, `1 234`, `1234 kr.`; null for anything else. */
export function oreIn(written: string): number | null {
  const text = written
    .trim()
    .replace(/^(kr\.?|dkk)\s*/i, '')
    .replace(/\s*(kr\.?|kroner|dkk)$|,-$/i, '');
  const [, decimals = ''] = /,(\d*)$/.exec(text) ?? [];
  const kroner = parseNumber(text, formatWith(','));
  if (kroner === null || decimals.length > 2 || /[-e]/i.test(text)) return null;
  return Math.round(kroner * 100);
}

/** Reads `kind`, `what`, `amount`, `spent-on` and `payee` of a form. */
export function expenseTypedIn(form: FormData): ExpenseTyped {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    kind: text('kind'),
    what: text('what'),
    amount: text('amount'),
    spentOn: text('spent-on'),
    payee: text('payee'),
  };
}

/** The expense that was typed, or every reason why it is none, in the order of the fields. */
export function expenseOf(typed: ExpenseTyped, today: string): ExpenseWish | ExpenseRefusal[] {
  const { what, payee } = typed;
  const kind = EXPENSE_KINDS.find((known) => known === typed.kind);
  const amountOre = oreIn(typed.amount);
  const spentOn = parseDate(typed.spentOn);
  const refusals = [
    refusalOfWhat(what, today),
    refusalOfAmount(typed.amount, amountOre),
    refusalOfDay(spentOn, today),
    kind ? null : ('kind_missing' as const),
    payee.length > LONGEST.payee ? ('payee_too_long' as const) : null,
  ].filter((refusal): refusal is NonNullable<typeof refusal> => refusal !== null);
  if (!kind || amountOre === null || !spentOn || refusals.length > 0) return refusals;
  return { kind, what, amountOre, spentOn, payee };
}

function refusalOfWhat(what: string, today: string): ExpenseRefusal | null {
  if (what === '') return 'what_missing';
  if (what.length > LONGEST.what) return 'what_too_long';
  return hasFormattedCprNumber(what, today) ? 'cpr' : null;
}

function refusalOfAmount(written: string, ore: number | null): ExpenseRefusal | null {
  if (written === '') return 'amount_missing';
  if (ore === null || ore <= 0) return 'amount_unclear';
  return ore > MOST_ORE ? 'amount_too_large' : null;
}

function refusalOfDay(day: string | null, today: string): ExpenseRefusal | null {
  if (!day) return 'day_unclear';
  return day > today ? 'day_ahead' : null;
}

/** The field of the form that a refusal is about; those about the file belong to the file. */
export function fieldOf(refusal: ExpenseRefusal): string | undefined {
  if (refusal === 'kind_missing') return 'kind';
  if (refusal.startsWith('what_') || refusal === 'cpr') return 'what';
  if (refusal.startsWith('payee_')) return 'payee';
  if (refusal.startsWith('amount_')) return 'amount';
  if (refusal.startsWith('day_')) return 'spent-on';
  return refusal.startsWith('file_') || refusal === 'no_room' ? 'receipt' : undefined;
}

/** What expenses that stand come to, in øre. */
export function sumOf(expenses: readonly Pick<Expense, 'amountOre' | 'isTakenOut'>[]): number {
  return expenses.reduce((sum, { amountOre, isTakenOut }) => sum + (isTakenOut ? 0 : amountOre), 0);
}

/** The calendar year that a meeting's page tells of: that of its latest expense, or this one. */
export function yearOf(expenses: readonly Pick<Expense, 'spentOn' | 'isTakenOut'>[], today: string): number {
  const days = expenses.filter(({ isTakenOut }) => !isTakenOut).map(({ spentOn }) => spentOn);
  return Number((days.toSorted().at(-1) ?? today).slice(0, 4));
}

/** An amount as a form shows it again: `1234,50`. */
export function amountTyped(ore: number): string {
  return `${Math.floor(ore / 100)},${String(ore % 100).padStart(2, '0')}`;
}

/** An ISO day as a Danish form shows it: `03-03-2027`. */
export function dayTyped(day: string): string {
  return day.split('-').reverse().join('-');
}
