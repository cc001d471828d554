/** The two languages of the interface. */
export type Locale = 'da' | 'en';

const TAGS = { da: 'da-DK', en: 'en-GB' } as const;
const COPENHAGEN = 'Europe/Copenhagen';
const NO_BREAK_SPACE = '\u00a0';
const QUARTERS = {
  da: ['1.', '2.', '3.', '4.'].map((nth) => `${nth}${NO_BREAK_SPACE}kvartal`),
  en: ['1st', '2nd', '3rd', '4th'].map((nth) => `${nth}${NO_BREAK_SPACE}quarter`),
};

/** A number with at most `maxDecimals` decimals: `1.234,5` in Danish, `1,234.5` in English; never `-0`. */
export function number(locale: Locale, n: number, maxDecimals = 1): string {
  return numberFormat(locale, maxDecimals).format(n);
}

/**
 * A value with its unit, never broken between the two: `18 %` (English `18%`), `12,4 pr. 1.000 tilmeldte`.
 * The value is in the unit already: 18 is eighteen per cent. An empty unit leaves the number alone.
 */
export function quantity(locale: Locale, n: number, unit: string, maxDecimals = 1): string {
  return withUnit(locale, number(locale, n, maxDecimals), unit);
}

/** The same with just so many decimals, for figures that stand in one column: `18,0 %` above `17,3 %`. */
export function figure(locale: Locale, n: number, unit: string, decimals: number): string {
  return withUnit(locale, numberFormat(locale, decimals, decimals).format(n), unit);
}

/** Two values with the unit once: `12–27 %`. The values are in the unit already. */
export function range(
  locale: Locale,
  [from, until]: readonly [number, number],
  unit: string,
  maxDecimals = 1,
): string {
  const ends = `${number(locale, from, maxDecimals)}–${number(locale, until, maxDecimals)}`;
  return withUnit(locale, ends, unit);
}

/** Per cent, from a value that is in per cent already: 18 becomes `18 %` in Danish and `18%` in English. */
export function percent(locale: Locale, n: number, maxDecimals = 1): string {
  return quantity(locale, n, '%', maxDecimals);
}

/** A text that ends in a number, followed by its unit as the language writes it. */
export function withUnit(locale: Locale, text: string, unit: string): string {
  if (unit === '') return text;
  return unit === '%' && locale === 'en' ? `${text}%` : `${text}${NO_BREAK_SPACE}${unit}`;
}

/** The word that goes with the number: `praksis` or `praksisser`. The number itself is not written. */
export function plural(locale: Locale, n: number, forms: { one: string; other: string }): string {
  return new Intl.PluralRules(TAGS[locale]).select(n) === 'one' ? forms.one : forms.other;
}

/** A whole number and the word that goes with it: `1 praksis`, `18 praksisser`. */
export function count(locale: Locale, n: number, forms: { one: string; other: string }): string {
  return withUnit(locale, number(locale, n, 0), plural(locale, n, forms));
}

/** Several things in one sentence: `Anna, Bo og Carl`. */
export function list(locale: Locale, parts: readonly string[]): string {
  return new Intl.ListFormat(TAGS[locale], { type: 'conjunction' }).format(parts);
}

/**
 * A day in full: `tirsdag den 3. marts 2027`, `Tuesday 3 March 2027`. A text is a calendar day, `2027-03-03`;
 * a moment is read on the calendar of Copenhagen. Refuses a text that is no such day.
 */
export function dateText(locale: Locale, date: string | Date): string {
  const weekday = parts(locale, date, { weekday: 'long' }).weekday;
  return locale === 'da' ? `${weekday} den ${dayText(locale, date)}` : `${weekday} ${dayText(locale, date)}`;
}

/**
 * A day without its weekday: `3. marts 2027`, `3 March 2027`, with the day never parted from its month; reads the same
 * values as `dateText`.
 */
export function dayText(locale: Locale, date: string | Date): string {
  const key = typeof date === 'string' ? `${locale} ${date}` : null;
  const text = (key && dayTexts.get(key)) || writtenDay(locale, date);
  if (key && dayTexts.size < MOST_DAYS) dayTexts.set(key, text);
  return text;
}

// Every chart names the days of its period, and there are few of them.
const MOST_DAYS = 2000;
const dayTexts = new Map<string, string>();

function writtenDay(locale: Locale, date: string | Date): string {
  const { day, month, year } = parts(locale, date, { day: 'numeric', month: 'long', year: 'numeric' });
  return `${day}${locale === 'da' ? '.' : ''}${NO_BREAK_SPACE}${month} ${year}`;
}

/** The clock in Copenhagen at a moment: `17.00`, English `17:00`. */
export function timeText(locale: Locale, moment: Date): string {
  const { hour, minute } = parts(locale, moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return locale === 'da' ? `${hour}.${minute}` : `${hour}:${minute}`;
}

/** From one moment to another on the clock of Copenhagen: `17.00–19.30`. Says nothing of the day. */
export function spanText(locale: Locale, from: Date, until: Date): string {
  return `${timeText(locale, from)}–${timeText(locale, until)}`;
}

/** A moment in full: `tirsdag den 3. marts 2027 kl. 17.00`, `Tuesday 3 March 2027 at 17:00`. */
export function momentText(locale: Locale, moment: Date): string {
  const at = locale === 'da' ? `kl.${NO_BREAK_SPACE}` : 'at ';
  return `${dateText(locale, moment)} ${at}${timeText(locale, moment)}`;
}

/** A time of day on the wall, `17:00` or `17:00:00`, as the language writes it: `17.00`, English `17:00`. */
export function clockText(locale: Locale, time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return locale === 'da' ? `${hour}.${minute}` : `${hour}:${minute}`;
}

/** From a time of day and so many minutes on: `17.00–19.30`; past midnight the clock begins anew. */
export function hoursText(locale: Locale, startsAt: string, minutes: number): string {
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
  const end = (hour * 60 + minute + minutes) % (24 * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${clockText(locale, startsAt)}–${clockText(locale, `${two(Math.floor(end / 60))}:${two(end % 60)}`)}`;
}

/** A day and a time of day: `tirsdag den 3. marts 2027 kl. 17.00`, `Tuesday 3 March 2027 at 17:00`. */
export function dayAndTimeText(locale: Locale, day: string, time: string): string {
  const at = locale === 'da' ? `kl.${NO_BREAK_SPACE}` : 'at ';
  return `${dateText(locale, day)} ${at}${clockText(locale, time)}`;
}

/** A day in few letters, for lists: `tirs. 2. mar. 2027`, `Tue 2 Mar 2027`. */
export function shortDayText(locale: Locale, date: string | Date): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const { weekday, day, month, year } = parts(locale, date, options);
  return `${weekday} ${day}${locale === 'da' ? '.' : ''}${NO_BREAK_SPACE}${month} ${year}`;
}

/** The month of a day: `marts 2027`, `March 2027`. */
export function monthOfDayText(locale: Locale, day: string): string {
  return monthText(locale, day);
}

/** A period of whole days, `2025-01-01` to `2025-12-31`, both days included. */
export type Period = { from: string; until: string };

/**
 * A period by its shortest true name: `2025`, `1. kvartal 2025`, `marts 2025`, `3. marts 2025`, else both
 * days: `1. april 2018 – 31. marts 2019`. Refuses what is no calendar day, and an end before the start.
 */
export function periodText(locale: Locale, { from, until }: Period): string {
  const first = dayText(locale, from);
  const last = dayText(locale, until);
  if (until < from) throw new RangeError('a period cannot end before it starts');
  if (first === last) return first;
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const covers = (months: number) => from.endsWith('-01') && until === lastDay(year, month + months - 1);
  if (month === 1 && covers(12)) return String(year);
  if (month % 3 === 1 && covers(3)) return `${QUARTERS[locale][(month - 1) / 3]} ${year}`;
  if (covers(1)) return monthText(locale, from);
  return `${first} – ${last}`;
}

/** Kept, because a format takes 50 times longer to make than to use. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, maximumFractionDigits: number, minimumFractionDigits = 0) {
  const key = `${locale} ${minimumFractionDigits} ${maximumFractionDigits}`;
  const kept = numberFormats.get(key);
  if (kept) return kept;
  const digits = { minimumFractionDigits, maximumFractionDigits };
  const options = { ...digits, signDisplay: 'negative', useGrouping: 'always' } as const;
  const made = new Intl.NumberFormat(TAGS[locale], options);
  numberFormats.set(key, made);
  return made;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options)}`;
  const kept = dateFormats.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(TAGS[locale], options);
  dateFormats.set(key, made);
  return made;
}

function parts(locale: Locale, date: string | Date, options: Intl.DateTimeFormatOptions) {
  const isDay = typeof date === 'string';
  const moment = isDay ? calendarDay(date) : date;
  const format = dateFormat(locale, { ...options, timeZone: isDay ? 'UTC' : COPENHAGEN });
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of format.formatToParts(moment)) found[part.type] = part.value;
  return found;
}

function calendarDay(iso: string): Date {
  const moment = new Date(`${iso}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(moment.getTime());
  if (!isDay || moment.toISOString().slice(0, 10) !== iso) throw new RangeError('not a calendar day');
  return moment;
}

/** The last day of a month, counted from 1; the 13th is January of the next year. */
function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function monthText(locale: Locale, day: string): string {
  return dayText(locale, day).replace(/^\d+\.?\s/, '');
}
