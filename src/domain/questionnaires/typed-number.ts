const THOUSANDS = /^[1-9]\d{0,2}(\.\d{3})+(,\d{1,6})?$/;
const PLAIN = /^\d+([.,]\d{1,6})?$/;
const LARGEST = 1_000_000_000_000;

/**
 * The number that was typed as in Danish: `1.234,5`, `12,5`, `-3`; spaces between digits and the unit behind are let
 * pass. A point is of thousands where three digits follow each, else it is taken for a comma. Null when it is no number.
 */
export function numberIn(text: string, unit = ''): number | null {
  const bare = withoutUnit(text.trim(), unit)
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '')
    .replace(/^[\u2212–]/, '-');
  const [sign, digits] = bare.startsWith('-') ? [-1, bare.slice(1)] : [1, bare];
  if (!THOUSANDS.test(digits) && !PLAIN.test(digits)) return null;
  const plain = THOUSANDS.test(digits) ? digits.replaceAll('.', '') : digits;
  const number = Number(plain.replace(',', '.'));
  return number > LARGEST ? null : number === 0 ? 0 : sign * number;
}

function withoutUnit(text: string, unit: string): string {
  const isNamed = unit !== '' && text.toLowerCase().endsWith(unit.toLowerCase());
  return isNamed ? text.slice(0, -unit.length).trim() : text;
}

/** A number as `numberIn` reads it back: `12,5`, without thousands. */
export function typedNumber(number: number): string {
  return String(number).replace('.', ',');
}
