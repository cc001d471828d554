import { daysInMonth, isoDate, parseDate } from '#domain/deliveries/calendar-date.ts';

const DAY = 86_400_000;

/** A calendar day, `2027-03-28`. Counting with days knows no clock, so no change of the clock can touch it. */
export type Day = string;

/** So many days after a day; before it when negative. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days lie from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The same day so many months later, or the last one of a month that is too short. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return isoDate(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))!;
}

/** The first day of the month that a day is in. */
export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** A day as a form shows it and people write it: `3.3.2027`; nothing for none. */
export function dayWritten(day: Day | null): string {
  return day?.split('-').reverse().map(Number).join('.') ?? '';
}

const SHORT = /^(\d{1,2})(?:\s?[-./]\s?(\d{1,2})[-./]?|\.? (\p{L}+)\.?)$/u;

/** The day that was written; without a year the next one of that name, today's among them. Null for what is no day. */
export function dayRead(written: string, today: Day): Day | null {
  const [, date, month, name] = SHORT.exec(written.trim()) ?? [];
  if (!date) return parseDate(written);
  const year = Number(today.slice(0, 4));
  // The twenty-ninth of February may be eight years away.
  const near = Array.from(
    { length: 9 },
    (_, at) => `${date}.${name ? ` ${name} ` : `${month}.`}${year + at}`,
  );
  return near.map(parseDate).find((day) => day !== null && day >= today) ?? null;
}

/** The day in Copenhagen at a moment. */
export function dayOf(moment: Date): Day {
  return copenhagen.format(moment);
}

const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });
