import { type Day, firstOfMonth, monthsAfter } from './calendar-day.ts';

/** Something that stands in the cluster's year: a meeting, something due, or a measuring again. */
export type YearEntry = {
  /** Names the thing, so that a list can be told apart. */
  key: string;
  kind: 'meeting' | 'deadline' | 'measured_again';
  day: Day;
  title: string;
  /** The title of the meeting that something is due for; empty where the title says it. */
  about: string;
  /** The meeting it belongs to. */
  meetingId: string;
  isSettled: boolean;
};

/** A month of the year by its first day, with what stands in it by day. */
export type YearMonth = { first: Day; entries: YearEntry[]; isNow: boolean };

/** How many months are looked at before and after the one that is. */
export const MONTHS_EITHER_WAY = 12;

/** The first day that the year shows, and the first after it. */
export function yearAround(today: Day): { from: Day; until: Day } {
  const first = firstOfMonth(today);
  return { from: monthsAfter(first, -MONTHS_EITHER_WAY), until: monthsAfter(first, MONTHS_EITHER_WAY + 1) };
}

const ORDER = ['meeting', 'measured_again', 'deadline'];

/**
 * The year around a day: this month and twelve to come, each also when it is empty; and of the twelve that were those
 * in which something stands. Within a month by day, a meeting before what is due.
 */
export function monthsOf(entries: readonly YearEntry[], today: Day): YearMonth[] {
  const { from } = yearAround(today);
  const now = firstOfMonth(today);
  return Array.from({ length: 2 * MONTHS_EITHER_WAY + 1 }, (_, at) => monthsAfter(from, at))
    .map((first) => ({
      first,
      isNow: first === now,
      entries: entries.filter(({ day }) => firstOfMonth(day) === first).toSorted(byDay),
    }))
    .filter(({ first, entries: own }) => first >= now || own.length > 0);
}

function byDay(a: YearEntry, b: YearEntry): number {
  return (
    a.day.localeCompare(b.day) ||
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    a.title.localeCompare(b.title)
  );
}
