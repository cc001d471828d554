import { holdMeetings } from '#domain/meetings/hold-meetings.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Sets the meetings whose day is over to held. */
export async function holdMeetingsTask(database: Database, now: Date): Promise<void> {
  await asSystem(database, { now }, holdMeetings);
}
