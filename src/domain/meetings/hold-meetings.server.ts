import { sql } from 'kysely';
import type { SystemScope } from '#platform/scope.server.ts';

/** Sets every meeting whose day is over to held. Run again and again, it finds nothing more. Answers how many it was. */
export async function holdMeetings({ db }: SystemScope): Promise<number> {
  const { rows } = await sql`
    update meeting set state = 'held'
    where state in ('reserved', 'confirmed') and held_on < current_day() returning meeting_id`.execute(db);
  return rows.length;
}
