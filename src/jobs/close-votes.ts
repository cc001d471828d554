import { closeDueVotes } from '#domain/topics/close-vote.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Closes the votes on topics whose last day has passed. */
export async function closeVotes(database: Database, now: Date): Promise<void> {
  await asSystem(database, { now }, closeDueVotes);
}
