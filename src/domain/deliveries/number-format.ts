import { missingReason } from './missing.ts';

/** The sign between whole and part: a comma in Danish, a point in English. */
export type DecimalSign = ',' | '.';

/**
 * How the numbers of one column are written. `decimal` is null where all are plain whole numbers. An
 * ambiguous format is one reading of two: `17.885` may be seventeen thousand or nearly eighteen.
 */
export type NumberFormat = {
  decimal: DecimalSign | null;
  thousands: '.' | ',' | ' ' | null;
  isAmbiguous: boolean;
};

/** How the cells of a column read as numbers, and where to look when they do not. */
export type NumberSurvey = {
  format: NumberFormat | null;
  numbers: number;
  others: number;
  isMixed: boolean;
  hasPercentSigns: boolean;
  firstOther: number | null;
  firstAmbiguous: number | null;
};

type Clue = 'plain' | 'comma_decimal' | 'point_decimal' | 'comma_or_group' | 'point_or_group';

const SPACES = /[\u00a0\u2007\u2009\u202f]/g;
const SPACE_GROUPS = /^\d{1,3}(?: \d{3})+(?=$|[.,]\d+$)/;
const POINT_GROUPS_COMMA = /^\d{1,3}(?:\.\d{3})+,\d+$/;
const COMMA_GROUPS_POINT = /^\d{1,3}(?:,\d{3})+\.\d+$/;
const EITHER = /^[1-9]\d{0,2}([.,])\d{3}$/;
const MANY_GROUPS = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})+$/;
const DECIMAL = /^\d*([.,])\d+(?:e[-+]?\d+)?$/i;
const WHOLE = /^\d+(?:e[-+]?\d+)?$/i;
const DIGITS = /^\d+$/;
const SIMPLE = /^[-\d.,]+$/;
const WRITTEN = {
  ',': { plain: /^(?:\d+(?:,\d+)?|,\d+)(?:e[-+]?\d+)?$/i, grouped: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ },
  '.': { plain: /^(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?$/i, grouped: /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/ },
} as const;

/**
 * The one format of a column, from all its cells; what is missing has no say. Null when both conventions
 * occur (`12,5` and `12.5`) or when no more than half of the cells are numbers at all.
 */
export function numberFormatOf(cells: Iterable<string>): NumberFormat | null {
  return surveyNumbers(cells).format;
}

/** All that one pass over a column tells of its numbers. Positions count from 0 within `cells`. */
export function surveyNumbers(cells: Iterable<string>): NumberSurvey {
  const seen = { plain: 0, comma_decimal: 0, point_decimal: 0, comma_or_group: 0, point_or_group: 0 };
  const survey = { others: 0, hasPercentSigns: false };
  let [spaced, index] = [false, -1];
  let firstOther: number | null = null;
  let firstAmbiguous: number | null = null;
  for (const cell of cells) {
    index++;
    if (DIGITS.test(cell)) {
      seen.plain++;
      continue;
    }
    if (missingReason(cell)) continue;
    const text = bare(cell);
    const clue = clueOf(text);
    if (clue === null) {
      survey.others++;
      firstOther ??= index;
      continue;
    }
    seen[clue]++;
    if (clue.endsWith('_or_group')) firstAmbiguous ??= index;
    spaced ||= text.includes(' ');
    survey.hasPercentSigns ||= cell.endsWith('%');
  }
  const numbers = Object.values(seen).reduce((sum, count) => sum + count, 0);
  const isMixed = seen.comma_decimal > 0 && seen.point_decimal > 0;
  const format = isMixed || numbers === 0 || survey.others >= numbers ? null : formatFrom(seen, spaced);
  return { ...survey, format, numbers, isMixed, firstOther, firstAmbiguous };
}

/** The format of a column of which it is known, or was answered, which sign is the decimal one. */
export function formatWith(decimal: DecimalSign): NumberFormat {
  return { decimal, thousands: decimal === ',' ? '.' : ',', isAmbiguous: false };
}

/**
 * The number in a cell as its column writes numbers, or null when the cell is not written so: `12.5` in a
 * column of decimal commas is refused, never read as 125. A per cent sign is allowed and changes nothing.
 */
export function parseNumber(cell: string, format: NumberFormat): number | null {
  if (DIGITS.test(cell)) return Number(cell);
  const text = bare(cell);
  const unsigned = /^[-+]/.test(text) ? text.slice(1) : text;
  const plain = withoutGroups(
    unsigned.replace(SPACE_GROUPS, (groups) => groups.replaceAll(' ', '')),
    format,
  );
  if (plain === null) return null;
  const number = Number(plain);
  return text.startsWith('-') && number !== 0 ? -number : number;
}

/** The digits after the decimal sign, as printed: 2 in `1,90`, 0 in `12`. */
export function printedDecimals(cell: string, format: NumberFormat): number {
  if (format.decimal === null) return 0;
  const text = bare(cell);
  const at = text.lastIndexOf(format.decimal);
  if (SIMPLE.test(text)) return at < 0 ? 0 : text.length - at - 1;
  const digits = at < 0 ? '' : text.slice(at + 1);
  const exponent = /e([-+]?\d+)$/i.exec(text);
  return digits.replace(/e.*$/i, '').length - (exponent ? Number(exponent[1]) : 0);
}

function formatFrom(seen: Record<Clue, number>, spaced: boolean): NumberFormat {
  const thousands = (sign: '.' | ',') => (spaced ? ' ' : sign);
  if (seen.comma_decimal) return { decimal: ',', thousands: thousands('.'), isAmbiguous: false };
  if (seen.point_decimal) return { decimal: '.', thousands: thousands(','), isAmbiguous: false };
  if (seen.point_or_group) return { ...formatWith(','), isAmbiguous: true };
  if (seen.comma_or_group) return { ...formatWith('.'), isAmbiguous: true };
  return { decimal: null, thousands: spaced ? ' ' : null, isAmbiguous: false };
}

function clueOf(text: string): Clue | null {
  const signed = /^[-+]/.test(text) ? text.slice(1) : text;
  if (WHOLE.test(signed)) return 'plain';
  const either = EITHER.exec(signed);
  if (either) return either[1] === '.' ? 'point_or_group' : 'comma_or_group';
  const groups = SPACE_GROUPS.exec(signed);
  if (groups) return clueOfRest(signed.slice(groups[0].length));
  const many = MANY_GROUPS.exec(signed);
  if (many) return many[1] === '.' ? 'comma_decimal' : 'point_decimal';
  if (POINT_GROUPS_COMMA.test(signed)) return 'comma_decimal';
  if (COMMA_GROUPS_POINT.test(signed)) return 'point_decimal';
  const decimal = DECIMAL.exec(signed);
  if (!decimal) return null;
  return decimal[1] === ',' ? 'comma_decimal' : 'point_decimal';
}

// After groups parted by spaces only one sign is left, and it can only be the decimal one.
function clueOfRest(rest: string): Clue {
  if (rest === '') return 'plain';
  return rest.startsWith(',') ? 'comma_decimal' : 'point_decimal';
}

function withoutGroups(text: string, format: NumberFormat): string | null {
  if (format.decimal === null) return WHOLE.test(text) ? text : null;
  const { plain, grouped } = WRITTEN[format.decimal];
  if (plain.test(text)) return text.replace(',', '.');
  if (!grouped.test(text)) return null;
  return text.replaceAll(format.decimal === ',' ? '.' : ',', '').replace(',', '.');
}

function bare(cell: string): string {
  if (SIMPLE.test(cell)) return cell;
  const text = cell.trim().replace(SPACES, ' ').replace(/\s?%$/, '');
  return text.replace(/^[−–]\s?(?=[\d.,])/, '-');
}
