/** The plan of topics runs in half-years, each named by its first day: `2027-01-01` or `2027-07-01`. */
const PLANNED_AHEAD = 4;

/** The first day of the half-year in which a day lies. */
export function halfYearOf(day: string): string {
  return `${day.slice(0, 4)}-${Number(day.slice(5, 7)) < 7 ? '01' : '07'}-01`;
}

/** The half-years of two years, from the one in which the day lies. */
export function halfYearsFrom(day: string): string[] {
  const halfYears = [halfYearOf(day)];
  while (halfYears.length < PLANNED_AHEAD) halfYears.push(after(halfYears.at(-1)!));
  return halfYears;
}

function after(halfYear: string): string {
  const year = Number(halfYear.slice(0, 4));
  return halfYear.endsWith('-01-01') ? `${year}-07-01` : `${String(year + 1).padStart(4, '0')}-01-01`;
}

/** One half-year of the plan, with its topics in turn. `isPast` when it is over and its topics are still waiting. */
export type PlannedHalfYear<T> = { halfYear: string; isPast: boolean; topics: T[] };

/**
 * The plan as it is read: half-years that are over and still have topics waiting, the two years ahead whether or not
 * anything is planned, and what was put later than that.
 */
export function planOf<T extends { plannedFor: string | null; turn: number; proposedAt: Date }>(
  topics: readonly T[],
  today: string,
): PlannedHalfYear<T>[] {
  const ahead = halfYearsFrom(today);
  const planned = topics.flatMap(({ plannedFor }) => plannedFor ?? []);
  return [...new Set([...ahead, ...planned])].sort().map((halfYear) => ({
    halfYear,
    isPast: halfYear < ahead[0]!,
    topics: topics.filter(({ plannedFor }) => plannedFor === halfYear).sort(byTurn),
  }));
}

function byTurn(a: Turn, b: Turn): number {
  return a.turn - b.turn || a.proposedAt.getTime() - b.proposedAt.getTime();
}
type Turn = { turn: number; proposedAt: Date };
