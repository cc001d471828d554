import type { Column, Table } from './list-columns.ts';
import { numberPiece, type Piece, piecesIn } from './list-piece.ts';
import { looksLikeAPerson, speaksOfAddress, trimmed, withoutTitles } from './list-words.ts';
import type { Kind } from './membership.ts';

/** What the reader was not sure of, and the coordinator should look at. */
export type Doubt =
  | 'zeros_added'
  | 'name_or_practice'
  | 'name_turned'
  | 'two_addresses'
  | 'two_names'
  | 'role_left_out'
  | 'practice_from_above'
  | 'practice_named_after'
  | 'spelt_differently'
  | 'number_at_two_practices'
  | 'practice_with_two_numbers';

/** One line of a member list as understood. What was not found is an empty text. */
export type ListedPerson = {
  name: string;
  practice: string;
  number: string;
  email: string;
  kind: Kind | null;
  uncertain: Doubt[];
};

/** Somebody of whom nothing is known yet. */
export function nobody(): ListedPerson {
  return { name: '', practice: '', number: '', email: '', kind: null, uncertain: [] };
}

/** Reads one person from the pieces of a line or a block; a practice without people is a person without a name. */
export function personFrom(pieces: Piece[]): ListedPerson {
  const person = nobody();
  const emails = pieces.filter((piece) => piece.is === 'email').map(({ text }) => text);
  person.email = emails[0] ?? '';
  if (new Set(emails).size > 1) person.uncertain.push('two_addresses');
  const number = pieces.find((piece) => piece.is === 'number');
  takeNumber(person, number);
  takeTitles(person, pieces);
  takeTexts(person, pieces);
  return person;
}

/** Reads the people of one line: several full names beside one practice share it, and the addresses go round. */
function peopleFrom(pieces: Piece[]): ListedPerson[] {
  const names = pieces.filter(({ is }) => is === 'name');
  const emails = pieces.filter((piece) => piece.is === 'email');
  if (names.length < 2 || !pieces.some(({ is }) => is === 'practice')) return [personFrom(pieces)];
  const shared = pieces.filter(({ is }) => is === 'practice' || is === 'number' || is === 'title');
  return names.map((name, at) => {
    const own = emails.length === 1 && at > 0 ? [] : emails.slice(at, at + 1);
    const person = personFrom([name, ...own, ...shared]);
    return { ...person, uncertain: [...person.uncertain, 'two_names'] };
  });
}

function takeNumber(person: ListedPerson, number: (Piece & { is: 'number' }) | undefined): void {
  if (!number) return;
  person.number = number.text;
  if (number.isPadded) person.uncertain.push('zeros_added');
}

function takeTitles(person: ListedPerson, pieces: Piece[]): void {
  const titles = pieces.filter((piece) => piece.is === 'title').map(({ title }) => title);
  // `læge, fase 2-læge`: the more particular word counts, and it is never "doctor".
  const kinds = titles.filter((title) => title !== null && title !== 'role');
  person.kind = kinds.find((kind) => kind !== 'doctor') ?? kinds[0] ?? null;
  if (titles.includes('role')) person.uncertain.push('role_left_out');
}

function takeTexts(person: ListedPerson, pieces: Piece[]): void {
  const practice = pieces.find((piece) => piece.is === 'practice');
  const texts = pieces.filter((piece) => piece.is === 'name' || piece.is === 'words');
  const name =
    texts.find(({ text }) => person.email && speaksOfAddress(text, person.email)) ??
    texts.find(({ is }) => is === 'name') ??
    (practice && !person.email ? undefined : texts[0]);
  person.name = name?.text ?? '';
  if (name?.isTurned) person.uncertain.push('name_turned');
  const other = texts.find((text) => text !== name);
  person.practice = practice?.text ?? other?.text ?? '';
  if (!practice && other) person.uncertain.push('name_or_practice');
}

/** Reads the people of a row of a table by what its columns hold; none for an empty row. */
export function peopleInRow(cells: string[], { columns, isGuessed }: Omit<Table, 'rows'>): ListedPerson[] {
  const cell = (...wanted: Column[]) =>
    cells.filter((text, at) => text !== '' && wanted.includes(columns[at] ?? 'other')).join(' ');
  // In its own column a practice may be called anything, `Læge Anna Holm` too.
  const practice = practiceText(cell('practice'));
  const own: Piece[] = practice ? [{ is: 'practice', text: practice }] : [];
  const others = [
    ...piecesIn(cell('email')),
    ...piecesIn(`${cell('first')} ${cell('last')}`),
    ...piecesIn(cell('name')),
  ].filter(({ is }) => is !== 'practice');
  const numbers = [
    ...numbersIn(cell('number')),
    ...piecesIn(cell('practice')).filter(({ is }) => is === 'number'),
  ];
  const people = peopleFrom([...others, ...titlesIn(cell('kind')), ...numbers, ...own]);
  return people.filter(isSomebody).map((person) => doubted(person, practice, isGuessed));
}

function isSomebody({ name, email, practice, number }: ListedPerson): boolean {
  return name !== '' || email !== '' || practice !== '' || number !== '';
}

function doubted(person: ListedPerson, practice: string, isGuessed: boolean): ListedPerson {
  const known = person.uncertain.filter((doubt) => doubt !== 'name_or_practice');
  const doubt = isGuessed && practice && person.name ? (['name_or_practice'] as const) : [];
  return { ...person, practice, uncertain: [...known, ...doubt] };
}

function titlesIn(cell: string): Piece[] {
  return withoutTitles(cell).titles.map((title): Piece => ({ is: 'title', title }));
}

function numbersIn(cell: string): Piece[] {
  const text = /\d{3} \d{3}|[A-Za-z]?\d{3,6}/.exec(cell)?.[0];
  return text ? [numberPiece(text)] : [];
}

function practiceText(cell: string): string {
  return trimmed(cell.replace(/[^\s<>]+@[^\s<>]+|\(?\b(?:yder\w*\.?:? ?)?\d{6}\)?/gi, ' '));
}

/**
 * Reads the lines of a block that stands in no columns. A line with a name and an address is a person. Of the
 * others, what the block begins with begins each record: a practice with its people, or a person with details.
 */
export function peopleInBlock(lines: Piece[][]): ListedPerson[] {
  const people: ListedPerson[] = [];
  let open: Piece[] = [];
  const close = () => {
    people.push(...records(open));
    open = [];
  };
  for (const pieces of lines) {
    if (!isWhole(pieces)) open.push(...pieces);
    else {
      close();
      people.push(...peopleFrom(pieces));
    }
  }
  close();
  return people;
}

function isWhole(pieces: Piece[]): boolean {
  const isPerson = ({ is }: Piece) => is === 'name' || is === 'words';
  return pieces.some(({ is }) => is === 'email') && pieces.some(isPerson);
}

type Leader = 'practice' | 'number' | 'email' | 'name';

function leaderOf(pieces: Piece[], among: readonly Leader[]): Leader | undefined {
  return pieces.map(({ is }) => (is === 'words' ? 'name' : is)).find((is) => among.includes(is as Leader)) as
    | Leader
    | undefined;
}

function records(pieces: Piece[]): ListedPerson[] {
  const leader = leaderOf(pieces, ['practice', 'number', 'email', 'name']);
  if (!leader) return [];
  const cut = cutAt(pieces, leader);
  if (leader === 'name' || leader === 'email') return cut.map(personFrom);
  return cut.flatMap(peopleOfPractice);
}

// One practice and whoever follows it; alone, it is the heading of the lines that come after.
function peopleOfPractice(pieces: Piece[]): ListedPerson[] {
  const own = [pieces.find(({ is }) => is === 'practice'), pieces.find(({ is }) => is === 'number')];
  const heading = own.filter((piece) => piece !== undefined);
  const rest = pieces.filter(({ is }) => is !== 'practice' && is !== 'number');
  const leader = leaderOf(rest, ['email', 'name']);
  if (!leader) return [personFrom(heading)];
  return cutAt(rest, leader).map((person) => personFrom([...heading, ...person]));
}

function cutAt(pieces: Piece[], leader: Leader): Piece[][] {
  const cut: Piece[][] = [];
  for (const piece of pieces) {
    const leads = piece.is === leader || (leader === 'name' && isFullName(piece));
    if (leads || cut.length === 0) cut.push([piece]);
    else cut.at(-1)!.push(piece);
  }
  return cut;
}

function isFullName(piece: Piece): boolean {
  return piece.is === 'words' && looksLikeAPerson(piece.text);
}
