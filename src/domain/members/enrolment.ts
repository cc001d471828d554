import { isSameSpelling } from './list-tidying.ts';
import { folded } from './list-words.ts';
import { hasPractice, type Kind, kindIn } from './membership.ts';

/** One line of a member list as the coordinator left it. */
export type Row = {
  name: string;
  practice: string;
  number: string;
  email: string;
  kind: Kind;
  isLeftOut: boolean;
  /** True where the list named a role in the cluster, which it does not give. */
  isMarked?: boolean;
};

/** What must be mended in a row before anybody can be enrolled. */
export type RowProblem =
  | 'name_missing'
  | 'practice_missing'
  | 'text_too_long'
  | 'email_malformed'
  | 'email_twice'
  | 'email_unusable'
  | 'number_malformed'
  | 'number_at_two_practices'
  | 'number_differs'
  | 'number_taken'
  | 'number_not_example'
  | 'practice_elsewhere';

/** What is missing in a row and may be missing. */
export type RowGap = 'number_missing' | 'email_missing';

/** What a coordinator is told of a row: what to mend, what is missing, and whether the person is in already. */
export type RowRemark = { problems: RowProblem[]; gaps: RowGap[]; isKnown: boolean };

/** The field of a row that a problem is mended in. */
export const FIELD_TO_MEND = {
  name_missing: 'name',
  practice_missing: 'practice',
  text_too_long: 'name',
  email_malformed: 'email',
  email_twice: 'email',
  email_unusable: 'email',
  number_malformed: 'number',
  number_at_two_practices: 'number',
  number_differs: 'number',
  number_taken: 'number',
  number_not_example: 'number',
  practice_elsewhere: 'number',
} as const satisfies Record<RowProblem, 'name' | 'practice' | 'number' | 'email'>;

/** Somebody to be invited; without an address the person is not. */
export type Invited = { name: string; email: string; kind: Kind; isMarked?: boolean };

/** A practice as it will be entered, with the people of it who are invited. */
export type EnrolledPractice = { name: string; number: string | null; people: Invited[]; rows: number[] };

/** A whole list as it will be entered. */
export type Enrolment = { practices: EnrolledPractice[]; outsiders: Invited[] };

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** Whether this can be an address of mail. */
export function isAnEmail(text: string): boolean {
  return text.length <= 254 && EMAIL.test(text);
}

/** The rows of the form, in order: seven fields that share an index. Numbers and addresses get their one spelling. */
export function rowsIn(form: FormData): Row[] {
  const column = (field: string) => form.getAll(`row.${field}`).map((value) => tidyText(String(value)));
  const fields = ['practice', 'number', 'email', 'kind', 'marked'];
  const [practices, numbers, emails, kinds, marks] = fields.map(column);
  const leftOut = new Set(form.getAll('row.leftOut').map(String));
  const rows = column('name').map((name, at) => ({
    name,
    practice: practices?.[at] ?? '',
    number: numberIn(numbers?.[at] ?? ''),
    email: (emails?.[at] ?? '').toLowerCase(),
    kind: kindIn(kinds?.[at]) ?? 'doctor',
    isLeftOut: leftOut.has(String(at)),
    ...(marks?.[at] ? { isMarked: true } : {}),
  }));
  return rows.slice(0, MOST_ROWS);
}

/** The most people that one form takes. */
export const MOST_ROWS = 300;

function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A practice number in its six characters: zeros that a sheet dropped come back; what is no number stays as typed. */
export function numberIn(text: string): string {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase();
  return /^\d{4,5}$/.test(bare) ? bare.padStart(6, '0') : bare;
}

/** Whether nothing stands in the row. */
export function isBlank({ name, practice, number, email }: Row): boolean {
  return name === '' && practice === '' && number === '' && email === '';
}

function counts(row: Row): boolean {
  return !row.isLeftOut && !isBlank(row);
}

/** What must be mended, row by row; an empty list for a row that can be taken as it is. */
export function problemsOf(rows: Row[]): RowProblem[][] {
  const counted = rows.filter(counts);
  return rows.map((row) => (counts(row) ? [...ownProblems(row), ...problemsAmong(row, counted)] : []));
}

function ownProblems(row: Row): RowProblem[] {
  const problems: RowProblem[] = [];
  if (row.email && !row.name) problems.push('name_missing');
  if (hasPractice(row.kind) && row.practice.length < 2) problems.push('practice_missing');
  if (row.name.length > 120 || row.practice.length > 160) problems.push('text_too_long');
  if (row.email && !isAnEmail(row.email)) problems.push('email_malformed');
  if (row.number && !/^[0-9A-Z]{6}$/.test(row.number)) problems.push('number_malformed');
  return problems;
}

function problemsAmong(row: Row, rows: Row[]): RowProblem[] {
  const problems: RowProblem[] = [];
  const sameEmail = rows.filter(({ email }) => email && email === row.email);
  if (sameEmail.some(({ name }) => folded(name) !== folded(row.name))) problems.push('email_twice');
  const sameNumber = rows.filter(({ number }) => number && number === row.number);
  if (row.practice && sameNumber.some(({ practice }) => practice && !isSameSpelling(practice, row.practice)))
    problems.push('number_at_two_practices');
  return problems;
}

/** What is missing and may be, row by row. */
export function gapsOf(rows: Row[]): RowGap[][] {
  const numbers = practicesOf(rows.filter(counts)).filter(({ number }) => number);
  return rows.map((row) => {
    if (!counts(row)) return [];
    const gaps: RowGap[] = [];
    const hasNumber = row.number || numbers.some(({ name }) => folded(name) === folded(row.practice));
    if (hasPractice(row.kind) && !hasNumber) gaps.push('number_missing');
    if (row.name && !row.email) gaps.push('email_missing');
    return gaps;
  });
}

/** The list as it will be entered: one practice for each number, or for each name without one. */
export function enrolmentOf(rows: Row[]): Enrolment {
  const outsiders = rows.filter((row) => counts(row) && !hasPractice(row.kind)).flatMap(invitedIn);
  return { practices: practicesOf(rows), outsiders: withoutRepeats(outsiders) };
}

function practicesOf(rows: Row[]): EnrolledPractice[] {
  const practices: EnrolledPractice[] = [];
  // Numbered rows first, so that a row without a number finds the practice of its name.
  const order = rows
    .map((row, at) => ({ row, at }))
    .toSorted((a, b) => Number(!a.row.number) - Number(!b.row.number));
  for (const { row, at } of order) {
    if (!counts(row) || !hasPractice(row.kind)) continue;
    const known = practices.find((practice) => isOf(row, practice));
    const practice = known ?? { name: row.practice, number: row.number || null, people: [], rows: [] };
    if (!known) practices.push(practice);
    practice.rows.push(at);
    practice.people = withoutRepeats([...practice.people, ...invitedIn(row)]);
  }
  return practices.toSorted((a, b) => Math.min(...a.rows) - Math.min(...b.rows));
}

function isOf(row: Row, { name, number }: EnrolledPractice): boolean {
  return row.number ? row.number === number : folded(name) === folded(row.practice);
}

function invitedIn({ name, email, kind, isMarked }: Row): Invited[] {
  return name && email ? [{ name, email, kind, ...(isMarked ? { isMarked } : {}) }] : [];
}

function withoutRepeats(people: Invited[]): Invited[] {
  return people.filter(({ email }, at) => people.findIndex((other) => other.email === email) === at);
}
