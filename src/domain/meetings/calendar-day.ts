import { daysInMonth, isoDate } from '#domain/deliveries/calendar-date.ts';

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

/** The day in Copenhagen at a moment. */
export function dayOf(moment: Date): Day {
  return copenhagen.format(moment);
}

const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });
