import { filledCount, headerIndexOf, usualCount } from './header-row.ts';

/** One row below the header. `line` counts from 1 in the file, as a spreadsheet numbers its rows. */
export type SheetRow = { line: number; cells: string[] };

/**
 * A delivered table: the names of its columns, where they stand, and the rows below that hold anything.
 * Cells are trimmed. A row may have fewer cells than the header, or more, which is a fault in the file.
 */
export type Sheet = { delimiter: string; header: string[]; headerLine: number; rows: SheetRow[] };

/** Why lines make no table: nothing there, a single column, no header above the figures, or nothing below. */
export type SheetRefusal = 'empty' | 'one_column' | 'no_header' | 'no_rows';

/**
 * The table among the lines of a delivered file, or why there is none. Title rows above the header, empty
 * rows and empty columns at the end are left out; the numbering of lines stays that of the file.
 */
export function sheetOf(lines: readonly (readonly string[])[], delimiter: string): Sheet | SheetRefusal {
  const trimmed = lines.map((cells) => cells.map((cell) => cell.trim()));
  const filled = trimmed.map(filledCount);
  if (filled.every((count) => count === 0)) return 'empty';
  if (usualCount(filled.filter((count) => count > 0)) < 2) return 'one_column';
  const headerIndex = headerIndexOf(trimmed);
  if (headerIndex === null) return 'no_header';
  const below = trimmed.slice(headerIndex + 1);
  const width = usedWidth([trimmed[headerIndex]!, ...below], trimmed[headerIndex]!.length);
  const rows = below.map((cells, i) => ({ line: headerIndex + 2 + i, cells: cutTo(width, cells) }));
  const held = rows.filter((_, i) => filled[headerIndex + 1 + i]! > 0);
  if (held.length === 0) return 'no_rows';
  const header = Array.from({ length: width }, (_, i) => trimmed[headerIndex]![i] ?? '');
  return { delimiter, header, headerLine: headerIndex + 1, rows: held };
}

/** The cells of one column, from the first row to the last; empty where a row is too short. */
export function columnCells(sheet: Sheet, index: number): string[] {
  return sheet.rows.map((row) => row.cells[index] ?? '');
}

// Columns that the header leaves unnamed count while it reaches them and anything stands below.
function usedWidth(rows: readonly (readonly string[])[], reach: number): number {
  return rows.reduce((width, cells) => {
    const last = Math.min(reach, cells.length) - 1;
    for (let i = last; i >= width; i--) if (cells[i] !== '') return i + 1;
    return width;
  }, 0);
}

function cutTo(width: number, cells: string[]): string[] {
  let end = cells.length;
  while (end > width && cells[end - 1] === '') end--;
  return end === cells.length ? cells : cells.slice(0, end);
}
