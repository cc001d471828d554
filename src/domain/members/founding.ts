import type { Municipality } from '#domain/clusters/municipality.ts';
import { municipalityNamed } from '#domain/clusters/municipality.ts';
import { isBlank, MOST_ROWS, type Row, rowsIn } from './enrolment.ts';
import { isTooLong } from './list-lines.ts';
import type { Doubt, ListedPerson } from './list-people.ts';
import { folded } from './list-words.ts';
import { type MemberList, readMemberList } from './member-list.ts';

/** A cluster to be: its name, its place, its people, and which row is the founder's own. */
export type Founding = { name: string; municipalityCode: string; rows: Row[]; own: number | null };

/** Why a cluster cannot be founded as it stands. */
export type FoundingRefusal =
  | 'name_missing'
  | 'municipality_unknown'
  | 'nothing_understood'
  | 'list_too_long'
  | 'own_practice_missing'
  | 'rows_to_mend'
  | 'too_many_tries'
  | 'confirm_again';

/** The cluster to be as a form tells it. A municipality that nobody knows has no code. */
export function foundingIn(form: FormData, municipalities: readonly Municipality[]): Founding {
  const own = String(form.get('own') ?? '');
  return {
    name: String(form.get('name') ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    municipalityCode: municipalityNamed(municipalities, String(form.get('municipality') ?? ''))?.code ?? '',
    rows: rowsIn(form),
    own: /^\d{1,3}$/.test(own) ? Number(own) : null,
  };
}

/** A pasted list as rows to be corrected, what the reader doubted in each, and the lines that it did not read. */
export type RowsRead = { rows: Row[]; doubts: Doubt[][]; notRead: string[] };

/** Reads a pasted list into rows; refused when nothing was understood, or more than a cluster can hold. */
export function rowsOf(text: string): RowsRead | 'nothing_understood' | 'list_too_long' {
  if (isTooLong(text)) return 'list_too_long';
  const { people, notRead }: MemberList = readMemberList(text);
  if (people.length > MOST_ROWS) return 'list_too_long';
  if (people.length === 0) return 'nothing_understood';
  const doubts = people.map(({ uncertain }) => uncertain.filter((doubt) => doubt !== 'role_left_out'));
  return { rows: people.map(rowOf), doubts, notRead };
}

/** What is to be mended before the rows of a list are looked at, in the order of the fields. */
export function refusalsOfBeginning(
  { name, municipalityCode }: Pick<Founding, 'name' | 'municipalityCode'>,
  read: ReturnType<typeof rowsOf>,
): FoundingRefusal[] {
  const refusals: FoundingRefusal[] = [];
  if (name.length < 2 || name.length > 120) refusals.push('name_missing');
  if (!municipalityCode) refusals.push('municipality_unknown');
  if (typeof read === 'string') refusals.push(read);
  return refusals;
}

// That a role was named is no doubt: the row itself keeps it, until somebody has been told.
function rowOf({ kind, uncertain, ...person }: ListedPerson): Row {
  const isMarked = uncertain.includes('role_left_out');
  return { ...person, kind: kind ?? 'doctor', isLeftOut: false, ...(isMarked ? { isMarked } : {}) };
}

const EMPTY: Row = { name: '', practice: '', number: '', email: '', kind: 'doctor', isLeftOut: false };

/** The rows to show: those that hold something, and an empty one to add somebody in; and where the own row went. */
export function withRoom(rows: readonly Row[], own: number | null): { rows: Row[]; own: number | null } {
  const held = rows.filter((row) => !isBlank(row));
  const at = own === null ? -1 : held.indexOf(rows[own]!);
  return { rows: [...held, EMPTY], own: at < 0 ? null : at };
}

/** Which row is somebody's own: the one with their address, else the only one with their name. */
export function ownRowOf(
  rows: readonly Row[],
  oneself: { name: string; email: string | null },
): number | null {
  const byAddress = rows.findIndex(({ email }) => email !== '' && email === oneself.email);
  if (byAddress >= 0) return byAddress;
  const named = rows.flatMap(({ name }, at) => (folded(name) === folded(oneself.name) ? [at] : []));
  return named.length === 1 ? named[0]! : null;
}
