/** When the example world did what is tied to the years of its figures. */
const DAYS = {
  founded: '2024-03-04',
  opened: '2024-04-08',
  delivered2024: '2025-02-11',
  published2024: '2025-02-18',
  delivered2025: '2026-02-10',
  published2025: '2026-02-17',
} as const;

/** How many days ago it did the rest, so that whoever tries it comes into the middle of a cluster's year. */
const DAYS_AGO = {
  proposed: 345,
  voted: 330,
  decided: 310,
  plannedFirst: 250,
  heldFirst: 150,
  plannedSecond: 135,
  heldSecond: 70,
  calledAssembly: 66,
} as const;

export type Event = keyof typeof DAYS | keyof typeof DAYS_AGO;

const DAY = 86_400_000;

/** The moment of each event, at nine in the morning, and never later than now; meetings lie on Tuesdays. */
export function calendarUntil(now: Date): Readonly<Record<Event, Date>> {
  const fixed = Object.entries(DAYS).map(([event, day]) => [event, new Date(`${day}T09:00:00Z`)] as const);
  const passed = Object.entries(DAYS_AGO).map(([event, days]) => [event, tuesdayBefore(now, days)] as const);
  const moments = [...fixed, ...passed].map(([event, moment]) => [event, moment < now ? moment : now]);
  return Object.fromEntries(moments);
}

function tuesdayBefore(now: Date, days: number): Date {
  const moment = new Date(now.getTime() - days * DAY);
  moment.setUTCHours(9, 0, 0, 0);
  const sinceTuesday = (moment.getUTCDay() + 5) % 7;
  return new Date(moment.getTime() - sinceTuesday * DAY);
}
