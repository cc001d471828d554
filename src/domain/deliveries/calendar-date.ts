import { monthNumber } from './month-names.ts';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ][\d:.]+z?)?$/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
const DAY_FIRST = /^(\d{1,2})[-./](\d{1,2})[-./ ]\s?(\d{4}|\d{2})(?: [\d:.]+)?$/;
const NAMED = /^(\d{1,2})\.? (\p{L}+)\.? (\d{4})$/u;

/**
 * The ISO date in a cell: `2025-01-31`, `31-01-2025`, `31.1.2025`, `31/1 2025`, `31. januar 2025`,
 * `20250131`; the day before the month, as in Danish. A clock time behind it is left out. Null for anything
 * else, and for a day that the calendar does not have.
 */
export function parseDate(cell: string): string | null {
  const text = cell.trim().toLowerCase();
  const yearFirst = ISO.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return isoDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return isoDate(fullYear(dayFirst[3]!), Number(dayFirst[2]), Number(dayFirst[1]));
  const named = NAMED.exec(text);
  return named ? isoDate(Number(named[3]), monthNumber(named[2]!) ?? 0, Number(named[1])) : null;
}

/** `YYYY-MM-DD`, or null when the calendar has no such day. Months count from 1. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The number of days in a month of the Gregorian calendar; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

// A year in two digits is one of this century: no source has delivered figures for longer than that.
function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
