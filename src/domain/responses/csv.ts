import type { Sheet } from '#platform/workbook.ts';

const BYTE_ORDER_MARK = '\ufeff';
// What a spreadsheet would take for a formula, also in the wide forms of East Asian writing.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A sheet as text for a Danish spreadsheet: a byte order mark, cells apart by semicolons, a comma in numbers, lines
 * ended by CR LF. Words that a spreadsheet would reckon with are kept from it by an apostrophe.
 */
export function csvOf({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string {
  const lines = [columns, ...rows].map((row) => row.map(cellOf).join(';'));
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
}

function cellOf(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
