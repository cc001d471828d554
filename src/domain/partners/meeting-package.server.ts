import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';

/** What a meeting's package suggests for a guest, empty where it says nothing. */
export type Suggestion = { problem: string; agendaItemId: string | null };

/**
 * What the package that a meeting was made from has the cluster ask a guest, and the part of the agenda that it
 * keeps for one, as long as that part still has the name it had in the package.
 */
export async function suggestionFor({ db }: ClusterScope, meetingId: string): Promise<Suggestion> {
  const { rows } = await sql<Suggestion>`
    select coalesce(m.package ->> 'speakerBrief', '') as problem,
      (select a.agenda_item_id from agenda_item a
        join lateral jsonb_array_elements(case when jsonb_typeof(m.package -> 'programme') = 'array' then m.package -> 'programme' else '[]' end) part
          on part ->> 'title' = a.title and (part ->> 'isForGuest')::boolean
        where a.meeting_id = m.meeting_id order by a.position limit 1) as agenda_item_id
    from meeting m where m.meeting_id = ${meetingId}`.execute(db);
  return rows[0] ?? { problem: '', agendaItemId: null };
}

/** The items of a meeting's agenda that a guest can have, in their order. */
export async function listSlots(
  { db }: ClusterScope,
  meetingId: string,
): Promise<{ agendaItemId: string; title: string; minutes: number }[]> {
  return db
    .selectFrom('agendaItem')
    .select(['agendaItemId', 'title', 'minutes'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('agendaItemId')
    .execute();
}
