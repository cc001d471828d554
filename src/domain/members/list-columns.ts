import { isANumber, piecesIn } from './list-piece.ts';
import { looksLikeAPerson, namesAPractice, speaksOfAddress, withoutTitles } from './list-words.ts';

/** What a column of a member list holds; `other` is not kept. */
export type Column = 'name' | 'first' | 'last' | 'practice' | 'number' | 'email' | 'kind' | 'other';

/** A list that stands in columns. `isGuessed`: which column is the name and which the practice was a guess. */
export type Table = { columns: Column[]; rows: string[][]; isGuessed: boolean };

/** Finds the columns of a list, or null when it does not stand in columns. Lines of another shape stay as they are. */
export function tableIn(lines: string[][]): Table | null {
  const written = lines.filter((cells) => cells.length > 0);
  const at = lines.slice(0, 12).findIndex(isHeader);
  const rows = lines.slice(at + 1);
  const wide = rows.filter((cells) => filledWidth(cells) > 1);
  const width = at < 0 ? commonest(wide.map((cells) => cells.length)) : (lines[at] ?? []).length;
  // Two cells a line tell less than the pieces in them do.
  if (wide.length < (at < 0 ? 2 : 1) || (at < 0 && width < 3)) return null;
  const guess = guessed(at < 0 ? [] : (lines[at] ?? []).map(columnNamed), wide, width);
  const fitting = wide.filter((cells) => guess && fits(cells, guess.columns)).length;
  const isTable = fitting >= wide.length * 0.7 && fitting >= written.length * 0.4;
  return guess && isTable ? { ...guess, rows } : null;
}

/** Whether a line stands in these columns: everything where it belongs, and no cell beyond the last. */
export function fits(cells: string[], columns: Column[]): boolean {
  if (filledWidth(cells) < 2 || filledWidth(cells) > columns.length) return false;
  // A sentence with commas has fewer cells than the table, and neither address nor number.
  if (cells.length < columns.length && !cells.some((cell) => /@|\d{3}/.test(cell))) return false;
  return columns.every((column, at) => belongs(cells[at] ?? '', column));
}

function belongs(cell: string, column: Column): boolean {
  if (cell === '') return true;
  if (column === 'number') return /\d{3}/.test(cell) && !cell.includes('@');
  if (column === 'email') return /@|\(at\)/i.test(cell);
  return !cell.includes('@') && (column === 'kind' || column === 'other' || !isOnlyTitles(cell));
}

function commonest(numbers: number[]): number {
  const times = new Map<number, number>();
  for (const one of numbers) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function filledWidth(cells: string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

const HEADERS: readonly (readonly [Column, RegExp])[] = [
  ['email', /^(?:e-?)?mail(?:s|adresser?)?$|^e-?post$|^email address$/],
  ['number', /^(?:yder|ydernummer|ydernr|yder-?nr|praksisnummer|practice (?:number|code))$/],
  ['kind', /^(?:titel|stilling|funktion|faggruppe|kapacitet|type|rolle|title|role|kind|position)$/],
  [
    'practice',
    /^(?:praksis|klinik|lægehus|lægeklinik|praksisnavn|klinikk?(?:ens )?navn|practice(?: name)?|surgery)$/,
  ],
  ['first', /^(?:fornavne?|first name|given name)$/],
  ['last', /^(?:efternavne?|last name|surname)$/],
  ['name', /^(?:læge|læger|lægens navn|fulde navn|person|medlem|medlemmer|doctor|full name|member)$/],
  [
    'other',
    /^(?:tlf|telefon|telefonnummer|mobil|mobilnr|adresse|gade|vej|by|postnr|postnummer|kommune|region|cvr|cvr-?nr|sor|bemærkninger?|noter?|kommentar|nr|#|id|phone|mobile|address|city|postcode|notes?)$/,
  ],
];

function headerWord(cell: string): string {
  return cell.toLowerCase().replace(/[.:*]/g, '').replace(/\s+/g, ' ').trim();
}

function columnNamed(cell: string): Column | null {
  const word = headerWord(cell);
  return HEADERS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

// `Navn` stands over people or over practices: it makes a header, but the cells below decide.
function isHeader(cells: string[]): boolean {
  const words = cells.filter(
    (cell) => columnNamed(cell) !== null || /^(?:navn|name)$/.test(headerWord(cell)),
  );
  const filled = cells.filter((cell) => cell !== '').length;
  return words.length >= 2 && words.length >= filled / 2 && !cells.some((cell) => /@/.test(cell));
}

type Sample = { at: number; cells: string[]; emails: string[] };

function guessed(named: (Column | null)[], rows: string[][], width: number): Omit<Table, 'rows'> | null {
  const emails = rows.map((cells) => cells.find((cell) => cell.includes('@')) ?? '');
  const samples = Array.from({ length: width }, (_, at): Sample => {
    const told = rows.flatMap((cells, row) => (cells[at] ? [{ cell: cells[at], email: emails[row]! }] : []));
    return { at, cells: told.map(({ cell }) => cell), emails: told.map(({ email }) => email) };
  });
  const columns = samples.map((sample) => contentOf(sample) ?? named[sample.at] ?? null);
  const open = samples.filter(({ at }) => columns[at] === null);
  const isGuessed = placeTexts(columns, open);
  if (!columns.some((column) => column === 'email' || column === 'number')) return null;
  return { columns: columns.map((column) => column ?? 'other'), isGuessed };
}

function share(cells: string[], is: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
}

// What the cells themselves say beyond doubt, whatever stands above them.
function contentOf({ cells }: Sample): Column | null {
  if (share(cells, (cell) => cell.includes('@')) >= 0.5) return 'email';
  if (share(cells, isANumber) >= 0.6 && cells.some((cell) => /\w{5}/.test(cell.trim()))) return 'number';
  if (cells.length > 0 && share(cells, isOnlyTitles) >= 0.6) return 'kind';
  if (share(cells, (cell) => piecesIn(cell).length === 0) >= 0.6) return 'other';
  return null;
}

const isOnlyTitles = (cell: string) => withoutTitles(cell).text === '';

/** Decides which of the texts are names and which are practices; answers whether that was a guess. */
function placeTexts(columns: (Column | null)[], open: Sample[]): boolean {
  const isTaken = (column: Column) => columns.includes(column);
  const rest = [...open];
  const take = (column: Column, score: (sample: Sample) => number): number => {
    const best = rest.toSorted((a, b) => score(b) - score(a))[0];
    if (!best || score(best) <= 0) return 0;
    rest.splice(rest.indexOf(best), 1);
    columns[best.at] = column;
    return score(best);
  };
  const practices = isTaken('practice')
    ? 1
    : take('practice', (one) => share(one.cells, namesAPractice) - 0.3);
  if (!isTaken('name') && !isTaken('first')) placeName(columns, rest, take);
  if (practices > 0) return false;
  return take('practice', wordiness) > 0;
}

function placeName(
  columns: (Column | null)[],
  rest: Sample[],
  take: (column: Column, score: (sample: Sample) => number) => number,
): void {
  const pair = rest.filter(({ cells }) => share(cells, (cell) => !/ /.test(cell.trim())) > 0.7);
  const isPair =
    pair.length >= 2 && pair[0]!.at + 1 === pair[1]!.at && !rest.some((one) => wordiness(one) > 1.5);
  if (isPair) {
    columns[pair[0]!.at] = 'first';
    columns[pair[1]!.at] = 'last';
    rest.splice(0, rest.length, ...rest.filter((one) => !pair.slice(0, 2).includes(one)));
    return;
  }
  take('name', ({ cells, emails, at }) => {
    const spoken = share(cells, (cell) => speaksOfAddress(cell, emails[cells.indexOf(cell)] ?? ''));
    const shaped = share(
      cells,
      (cell) => looksLikeAPerson(withoutTitles(cell).text) || /^[^,]+, [^,]+$/.test(cell),
    );
    const repeated = 1 - new Set(cells).size / Math.max(1, cells.length);
    return 2 * spoken + shaped - repeated + 0.1 - at / 1000;
  });
}

// Words a cell, most of all where the same text returns: practices do, and towns have one word.
function wordiness({ cells }: Sample): number {
  const words = cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / Math.max(1, cells.length);
  return words + (1 - new Set(cells).size / Math.max(1, cells.length));
}
