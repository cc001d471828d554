import {
  type Day,
  daysAfter,
  daysBetween,
  firstOfMonth,
  monthsAfter,
} from '#domain/meetings/calendar-day.ts';

/** A stretch of days, both ends counted. */
export type CountPeriod = { from: Day; until: Day };

/** The last so many whole months that were over on a day. */
export function lastMonths(today: Day, months: number): CountPeriod {
  const next = firstOfMonth(today);
  return { from: monthsAfter(next, -months), until: daysAfter(next, -1) };
}

/** How many whole months a period is long, or null when it does not begin and end with a month. */
export function monthsOf({ from, until }: CountPeriod): number | null {
  const next = daysAfter(until, 1);
  if (from !== firstOfMonth(from) || next !== firstOfMonth(next)) return null;
  const [year, month] = [yearsBetween(from, next), Number(next.slice(5, 7)) - Number(from.slice(5, 7))];
  return year * 12 + month;
}

function yearsBetween(from: Day, until: Day): number {
  return Number(until.slice(0, 4)) - Number(from.slice(0, 4));
}

const DAYS_ALIKE = 3;

/** Whether two periods are as long as one another, but for a leap day and a month of another length. */
export function areAlike(one: CountPeriod, other: CountPeriod): boolean {
  const [months, others] = [monthsOf(one), monthsOf(other)];
  if (months !== null && others !== null) return months === others;
  return Math.abs(daysBetween(one.from, one.until) - daysBetween(other.from, other.until)) <= DAYS_ALIKE;
}

/** A period as one word of an address, `2026-01-01.2026-12-31`. */
export function wordOf({ from, until }: CountPeriod): string {
  return `${from}.${until}`;
}
