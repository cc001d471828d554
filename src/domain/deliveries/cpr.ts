import { hasFormattedCprNumber, unformattedCprNumberIn } from '#domain/access/cpr-number.ts';

/** Where a CPR number stands, counted from 1 as in a spreadsheet. Never the number itself. */
export type CprHit = { line: number; column: number };

/** Takes the lines of a file one by one, in order, and tells at the end where CPR numbers stand. */
export type CprScan = { see(cells: readonly string[]): void; hits(): CprHit[] };

type Column = { long: number; dated: number; nineDated: number; mod11: number; days: number; hits: CprHit[] };

const LISTED = 100;
const SHORTEST = 9;
const NINE_DIGITS = /^\s*\d{9}\s*$/;
const SIX_DIGITS = /\d{6}/;
const LONG_RUN = /\d{9}/;
const NAME = /^(?:patientens? ?)?(?:cpr|personnummer)(?:[-_ .]?(?:nr|nummer|numre|no|number))?[.:]?$/i;
const SECONDS_PER_DAY = 86_400;
const SEVERAL = 2;
const MORE_THAN_CHANCE = 0.02;

/**
 * Where the lines of a table hold CPR numbers, title rows and header among them; at most 100 places, in
 * order of line. A number written as one (see `hasFormattedCprNumber`), and a header that is the word CPR,
 * count wherever they stand. Ten bare digits count only when their column tells: when most of its long
 * numbers have valid dates, or several of them hold modulus 11, more than chance makes (0.55 % of random
 * ten-digit numbers). A leading nought lost to a spreadsheet is thought of; whole days in unix seconds are
 * dates and never count. One hit is reason to refuse the whole file.
 */
export function cprHits(lines: Iterable<readonly string[]>, today: string): CprHit[] {
  const scan = cprScan(today);
  for (const cells of lines) scan.see(cells);
  return scan.hits();
}

/**
 * The same for raw text, as it is pasted or read from a file before anything is known of it: cells are cut
 * at `;`, tabs and `|`, or at commas where a line has none of these.
 */
export function findCprNumbers(text: string, today: string): CprHit[] {
  const scan = cprScan(today);
  for (const line of text.split(/\r\n|\r|\n/))
    scan.see(/[;\t|]/.test(line) ? line.split(/[;\t|]/) : line.split(','));
  return scan.hits();
}

/** The scan behind `cprHits`, for callers that never hold the whole file at once. */
export function cprScan(today: string): CprScan {
  const certain: CprHit[] = [];
  const columns: Column[] = [];
  let line = 0;
  const see = (cells: readonly string[]) => {
    line++;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (isCertain(cell, today)) list(certain, { line, column: i + 1 });
      else if (cell.length >= SHORTEST && LONG_RUN.test(cell)) {
        columns[i] ??= { long: 0, dated: 0, nineDated: 0, mod11: 0, days: 0, hits: [] };
        weigh(columns[i]!, cell, { line, column: i + 1 }, today);
      }
    }
  };
  return { see, hits: () => inOrder([...certain, ...columns.flatMap((column) => hitsOf(column))]) };
}

function isCertain(cell: string, today: string): boolean {
  if (cell.length >= SHORTEST && SIX_DIGITS.test(cell)) return hasFormattedCprNumber(cell, today);
  return cell.length >= 3 && cell.length < 30 && NAME.test(cell.trim());
}

function weigh(column: Column, cell: string, hit: CprHit, today: string): void {
  column.long++;
  if (Number(cell) % SECONDS_PER_DAY === 0) column.days++;
  const hasLostNought = NINE_DIGITS.test(cell);
  const found = unformattedCprNumberIn(hasLostNought ? `0${cell.trim()}` : cell, today);
  if (!found) return;
  if (hasLostNought) column.nineDated++;
  else column.dated++;
  if (found.holdsModulus11) column.mod11++;
  list(column.hits, hit);
}

// Nine digits alone are no reason: only beside full numbers do they look like numbers that lost a nought.
function hitsOf({ long, dated, nineDated, mod11, days, hits }: Column): CprHit[] {
  if (days === long || dated === 0) return [];
  const areMost = (dated + nineDated) * 2 > long;
  return areMost || mod11 >= Math.max(SEVERAL, long * MORE_THAN_CHANCE) ? hits : [];
}

function list(hits: CprHit[], hit: CprHit): void {
  if (hits.length < LISTED) hits.push(hit);
}

function inOrder(hits: CprHit[]): CprHit[] {
  return hits.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, LISTED);
}
