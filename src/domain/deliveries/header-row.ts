import { parseDate } from './calendar-date.ts';
import { isPeriodLabel } from './column-name.ts';

const LOOKED_AT = 200;
const NUMBER = /^[-+−]?[\d.,\u00a0 ]*\d\s?%?$/;

/**
 * Where the header stands among the lines (index from 0), past titles, sources and dates of extraction above
 * it; null when no line looks like one. A header fills its columns about as fully as the lines below it, is
 * no longer than they are, and holds names and periods but no other numbers or dates.
 */
export function headerIndexOf(lines: readonly (readonly string[])[]): number | null {
  const first = lines.slice(0, LOOKED_AT);
  const usual = usualCount(first.map(filledCount).filter((count) => count > 0));
  for (let i = 0; i < first.length; i++) {
    const longestBelow = Math.max(0, ...first.slice(i + 1).map((cells) => cells.length));
    if (isHeader(first[i]!, usual, longestBelow)) return i;
  }
  return null;
}

/** The number of cells that most lines fill; titles and half-empty lines weigh little. */
export function usualCount(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.75)] ?? 0;
}

/** How many cells of a line hold anything. */
export function filledCount(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell === '' ? 0 : 1), 0);
}

// Programs leave the name of a first column of row numbers empty, even in a narrow table.
function isHeader(cells: readonly string[], usual: number, longestBelow: number): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < Math.max(2, cells[0] === '' ? usual - 1 : usual * 0.75)) return false;
  if (longestBelow > 0 && withoutEmptyEnd(cells).length > longestBelow) return false;
  if (filled.some((cell) => cell.endsWith(':') || isPlainNumber(cell))) return false;
  return filled.some((cell) => !isPeriodLabel(cell));
}

function isPlainNumber(cell: string): boolean {
  return (NUMBER.test(cell) || parseDate(cell) !== null) && !isPeriodLabel(cell);
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
