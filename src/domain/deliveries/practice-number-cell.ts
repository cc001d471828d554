const DIGITS = /^\d{1,6}$/;
const GROUPED = /^\d{1,3}[.,\u00a0 ]\d{3}$/;
const CODE = /^(?=.*\d)[A-Za-z0-9]{3,12}$/;

/**
 * The practice number in a cell: six characters, the leading noughts and thousands signs that a spreadsheet
 * took or gave mended (`12345` and `12.345` are `012345`); another system's code (`E83027`) in capitals.
 * Null for anything else: a name, a total, nothing.
 */
export function practiceNumberIn(cell: string): string | null {
  const text = cell.trim();
  if (DIGITS.test(text)) return text.padStart(6, '0');
  if (GROUPED.test(text)) return text.replace(/\D/g, '').padStart(6, '0');
  return CODE.test(text) ? text.toUpperCase() : null;
}
