import { followGuests } from '#domain/partners/follow-guests.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Asks the guests of meetings that have been closed what they took home. */
export function followGuestsTask(database: Database, now: Date): Promise<void> {
  return asSystem(database, { now }, followGuests);
}
