import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';

/** Sets every meeting whose day is over to held. Run again and again, it finds nothing more. Answers how many it was. */
export async function holdMeetings(scope: SystemScope): Promise<number> {
  const { rows } = await sql<{ clusterId: string; meetingId: string }>`
    update meeting set state = 'held'
    where state in ('reserved', 'confirmed') and held_on < current_day() returning cluster_id, meeting_id`.execute(
    scope.db,
  );
  for (const meeting of rows) await tellOwnDoing(scope, { ...meeting, act: 'meeting_over' });
  return rows.length;
}
