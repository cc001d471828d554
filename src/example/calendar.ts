/** When the example world did what it has done. All of it lies in the past of whoever tries it. */
const DAYS = {
  founded: '2024-03-04',
  opened: '2024-04-08',
  proposed: '2024-05-14',
  voted: '2024-06-03',
  decided: '2024-06-25',
  plannedFirst: '2024-12-10',
  heldFirst: '2025-03-11',
  plannedSecond: '2025-06-02',
  heldSecond: '2025-09-16',
  delivered2024: '2025-02-11',
  published2024: '2025-02-18',
  delivered2025: '2026-02-10',
  published2025: '2026-02-17',
} as const;

export type Event = keyof typeof DAYS;

/** The moment of each event, at nine in the morning, and never later than now. */
export function calendarUntil(now: Date): Readonly<Record<Event, Date>> {
  const moments = Object.entries(DAYS).map(([event, day]) => {
    const moment = new Date(`${day}T09:00:00Z`);
    return [event, moment < now ? moment : now];
  });
  return Object.fromEntries(moments);
}
