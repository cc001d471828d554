import { tellOfTheWeek } from '#domain/overview/tell-of-the-week.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Writes the coordinators' letters of the week. */
export function tellOfTheWeekTask(database: Database, now: Date): Promise<void> {
  return asSystem(database, { now }, tellOfTheWeek);
}
