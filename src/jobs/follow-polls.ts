import { followPolls } from '#domain/polls/follow-polls.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Asks newcomers about days, reminds those who have not answered, and closes the polls that have run out. */
export function followPollsTask(database: Database, now: Date): Promise<void> {
  return asSystem(database, { now }, followPolls);
}
