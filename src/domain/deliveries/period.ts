import { daysInMonth, isoDate, parseDate } from './calendar-date.ts';
import { monthNumber } from './month-names.ts';

/** A stretch of days, from the first to the last, both counted: ISO dates, `from` no later than `until`. */
export type Period = { from: string; until: string };

/**
 * What must be told before some periods can be read. `splitYearFrom` is the month (1 to 12) in which a year
 * written `2018/19` or `1819` begins, null when nobody has said (once it is said, `2021` is 2020/21); `areMonthStarts` says that a column names months by
 * their first day, as a date or in unix seconds.
 */
export type PeriodReading = { splitYearFrom: number | null; areMonthStarts: boolean };

export const PLAIN_READING: PeriodReading = { splitYearFrom: null, areMonthStarts: false };

const QUARTER = /^(\d{4})[- ]?[kq]([1-4])$|^[kq]([1-4])[- ]?(\d{4})$/;
const QUARTER_IN_WORDS = /^([1-4])\.? ?(?:kvartal|kvt\.?|kv\.?|quarter)[ -]?(\d{4})$/;
const YEAR_THEN_QUARTER = /^(\d{4})[ -]([1-4])\.? ?(?:kvartal|kvt\.?|kv\.?|quarter)$/;
const HALF_YEAR = /^(\d{4})[- ]?h([12])$|^([12])\.? ?(?:halvår|half) (\d{4})$/;
const MONTH = /^(\d{4})[-m./](\d{1,2})$|^(\d{1,2})[-./](\d{4})$/;
const MONTH_IN_WORDS = /^(\p{L}+)\.?[ -]?(\d{4}|\d{2})$/u;
const YEAR = /^(\d{4})(?:\.0)?$/;
const SPLIT_YEAR = /^(\d{4})[/ -](\d{4}|\d{2})$|^(\d{2})[/-]?(\d{2})$/;
const BETWEEN = / ?(?:[–—]|\.\.| - | til | to |\/(?=\d{4}-\d\d-)) ?/;
const UNIX_SECONDS = /^\d{9,10}(?:\.0)?$/;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/**
 * The period that a cell or a piece of a header names: month, quarter, half year, year, split year or a pair
 * of dates, in Danish or English. Null when it names none, or one that needs to be told (see
 * `PeriodReading`). A lone date is a day only as half of a pair, never a period by itself.
 */
export function parsePeriod(cell: string, reading: PeriodReading = PLAIN_READING): Period | null {
  const text = cell.trim().toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ');
  if (text === '' || text.length > 60) return null;
  if (reading.areMonthStarts) return monthStartingOn(text);
  return splitYear(text, reading.splitYearFrom) ?? year(text) ?? quarter(text) ?? month(text) ?? pair(text);
}

/** The period between two cells that hold dates, or null when either is no date or they are the wrong way. */
export function periodOfDates(from: string, until: string): Period | null {
  const [first, last] = [parseDate(from), parseDate(until)];
  return first && last && isPlausible(first) && isPlausible(last) && first <= last
    ? { from: first, until: last }
    : null;
}

/** The first day of a month that a cell of dates or unix seconds names, as an ISO date; else null. */
export function monthStart(cell: string): string | null {
  const date = UNIX_SECONDS.test(cell.trim()) ? dayOfUnixSeconds(Number(cell)) : parseDate(cell);
  return date?.endsWith('-01') && isPlausible(date) ? date : null;
}

/** `months` whole months from the given one on, which is counted from 1; the year may run over. */
export function wholeMonths(year: number, month: number, months: number): Period | null {
  const from = isoDate(year, month, 1);
  const last = month + months - 1;
  const [lastYear, lastMonth] = last > 12 ? [year + 1, last - 12] : [year, last];
  const until = isoDate(lastYear, lastMonth, daysInMonth(lastYear, lastMonth));
  return from && until && isPlausible(from) && isPlausible(until) ? { from, until } : null;
}

function year(text: string): Period | null {
  const match = YEAR.exec(text);
  return match ? wholeMonths(Number(match[1]), 1, 12) : null;
}

function quarter(text: string): Period | null {
  const match = QUARTER.exec(text);
  if (match) return quarterOf(match[1] ?? match[4]!, match[2] ?? match[3]!);
  const inWords = QUARTER_IN_WORDS.exec(text);
  if (inWords) return quarterOf(inWords[2]!, inWords[1]!);
  const yearFirst = YEAR_THEN_QUARTER.exec(text);
  if (yearFirst) return quarterOf(yearFirst[1]!, yearFirst[2]!);
  const half = HALF_YEAR.exec(text);
  return half ? wholeMonths(Number(half[1] ?? half[4]), Number(half[2] ?? half[3]) * 6 - 5, 6) : null;
}

function quarterOf(yearDigits: string, quarterDigit: string): Period | null {
  return wholeMonths(Number(yearDigits), Number(quarterDigit) * 3 - 2, 3);
}

function month(text: string): Period | null {
  const match = MONTH.exec(text);
  if (match) return wholeMonths(Number(match[1] ?? match[4]), Number(match[2] ?? match[3]), 1);
  const inWords = MONTH_IN_WORDS.exec(text);
  if (!inWords) return null;
  const year = Number(inWords[2]!.length === 2 ? `20${inWords[2]}` : inWords[2]);
  return wholeMonths(year, monthNumber(inWords[1]!) ?? 0, 1);
}

function splitYear(text: string, startsIn: number | null): Period | null {
  const match = startsIn === null ? null : SPLIT_YEAR.exec(text);
  if (!match || startsIn === null) return null;
  const first = match[1] ? Number(match[1]) : 2000 + Number(match[3]);
  const second = Number((match[2] ?? match[4]!).slice(-2));
  return second === (first + 1) % 100 ? wholeMonths(first, startsIn, 12) : null;
}

function pair(text: string): Period | null {
  const [from, until, ...more] = text.split(BETWEEN);
  return from && until && more.length === 0 ? periodOfDates(from, until) : null;
}

function monthStartingOn(text: string): Period | null {
  const date = monthStart(text);
  return date ? wholeMonths(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1) : null;
}

function dayOfUnixSeconds(seconds: number): string | null {
  return seconds % 86_400 === 0 ? new Date(seconds * 1000).toISOString().slice(0, 10) : null;
}

function isPlausible(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
