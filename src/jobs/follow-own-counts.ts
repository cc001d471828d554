import { followOwnCounts } from '#domain/own-counts/follow-own-counts.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Asks practices to count what a meeting needs, reminds those who are missing, and notes what all have counted. */
export function followOwnCountsTask(database: Database, now: Date): Promise<void> {
  return asSystem(database, { now }, followOwnCounts);
}
