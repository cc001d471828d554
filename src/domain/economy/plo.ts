import { amountTyped, dayTyped, type Expense, type ExpenseKind } from './expense.ts';

/** Somebody who was at a meeting, from which practice; `number` is the practice's number on that day. */
export type Attendee = { practiceName: string; practiceNumber: string; name: string; kind: string };
/** The bundle that PLO is sent after a meeting: names of its files and what stands in them. */
export type BundleText = { name: string; text: string };

type Head = { clusterName: string; title: string; heldOn: string };
type Words = { kinds: Record<ExpenseKind, string>; people: Readonly<Record<string, string>> };

/** Whether a bundle can be made: the meeting has been, or is today. */
export function isBundleDue(
  { state, heldOn }: { state: string; heldOn: string | null },
  today: string,
): boolean {
  return heldOn !== null && heldOn <= today && state !== 'cancelled';
}

/** The attendance list as PLO opens it in a spreadsheet: one line for each person, by practice. */
export function attendanceFile(
  { clusterName, title, heldOn }: Head,
  attendees: readonly Attendee[],
  { people }: Pick<Words, 'people'>,
): BundleText {
  const head = ['Klynge', 'Møde', 'Dato', 'Ydernummer', 'Praksis', 'Navn', 'Stilling'];
  const lines = attendees.map((one) => [
    clusterName,
    title,
    dayTyped(heldOn),
    one.practiceNumber,
    one.practiceName,
    one.name,
    people[one.kind] ?? '',
  ]);
  return { name: 'fremmoede.csv', text: csv([head, ...lines]) };
}

/** The expenses, each with the name of its receipt in the same bundle, and their sum. */
export function expenseFile(
  { clusterName, title, heldOn }: Head,
  expenses: readonly Expense[],
  { kinds }: Pick<Words, 'kinds'>,
): BundleText {
  const head = [
    'Klynge',
    'Møde',
    'Mødedato',
    'Bilag',
    'Dato',
    'Art',
    'Hvad',
    'Betalt til',
    'Beløb i kr.',
    'Fil',
  ];
  const common = [clusterName, title, dayTyped(heldOn)];
  const lines = numbered(expenses).map(({ number, fileName, ...one }) => [
    ...common,
    number,
    dayTyped(one.spentOn),
    kinds[one.kind],
    one.what,
    one.payee,
    amountTyped(one.amountOre),
    fileName ?? '',
  ]);
  const sum = expenses.reduce((total, { amountOre }) => total + amountOre, 0);
  const total = [...common, '', '', '', 'I alt', '', amountTyped(sum), ''];
  return { name: 'udgifter.csv', text: csv([head, ...lines, total]) };
}

/** The expenses with the number of each receipt and the name of its file in the bundle; null where there is none. */
export function numbered<E extends Pick<Expense, 'receipt'>>(
  expenses: readonly E[],
): (E & { number: string; fileName: string | null })[] {
  return expenses.map((expense, at) => {
    const number = String(at + 1).padStart(2, '0');
    const fileName = expense.receipt && `bilag/${number}-${expense.receipt.name}`;
    return { ...expense, number, fileName };
  });
}

/** The name of the bundle, in letters that every disk takes: `plo-fjordklyngen-2027-03-03.zip`. */
export function bundleName({ clusterName, heldOn }: Pick<Head, 'clusterName' | 'heldOn'>): string {
  const plain = clusterName
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `plo-${plain || 'klynge'}-${heldOn}.zip`;
}

// A byte order mark and semicolons: so a Danish spreadsheet shows letters and columns as they are meant.
function csv(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet reads as words: what it could take for a formula gets an apostrophe before it. */
export function cell(words: string): string {
  const plain = words.replace(/[\r\n\t\0]+/g, ' ');
  const safe = /^\s*[=+\-@|%＝＋－＠]/u.test(plain) ? `'${plain}` : plain;
  return /[;"']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
