import { type Day, daysAfter } from '#domain/meetings/calendar-day.ts';

/** How many eat, and of what they eat counts alone: `{ vegetarian: 2 }`. */
export type Headcount = { people: number; diets: Readonly<Record<string, number>> };

/** What a venue was told last: the numbers, for which evening, and whether it has said that it has them. */
export type VenueTold = Headcount & {
  venueToldId: string;
  toldFor: string;
  toldAt: Date;
  confirmedAt: Date | null;
};

type Evening = { heldOn: string | null; startsAt: string | null; place: string };

/** The evening that a venue is told about, so that a change of it can be seen. */
export function eveningOf({ heldOn, startsAt, place }: Evening): string {
  return `${heldOn ?? ''} ${startsAt?.slice(0, 5) ?? ''} ${place}`.trim();
}

/** Whether a venue that was told this would be told something else now. */
export function hasChanged(told: Headcount & { toldFor: string }, now: Headcount, evening: string): boolean {
  if (told.people !== now.people || told.toldFor !== evening) return true;
  const keys = new Set([...Object.keys(told.diets), ...Object.keys(now.diets)]);
  return [...keys].some((diet) => (told.diets[diet] ?? 0) !== (now.diets[diet] ?? 0));
}

/** Whether what a venue was told is about the evening as it is now; only then a yes of it stands. */
export function isAbout(told: { toldFor: string }, evening: string): boolean {
  return told.toldFor === evening;
}

/** The last day on which a venue takes other numbers. */
export function lastNumbersOn(heldOn: Day, cancelDays: number): Day {
  return daysAfter(heldOn, -cancelDays);
}

/**
 * Whether it is the venue's day for the last numbers, or a day after it on which that has not been kept: then what has
 * changed is told once more.
 */
export function isTimeForLastNumbers(
  { heldOn, cancelDays, toldOn }: { heldOn: Day; cancelDays: number; toldOn: Day },
  today: Day,
): boolean {
  const last = lastNumbersOn(heldOn, cancelDays);
  return last <= today && today <= heldOn && toldOn < last;
}
