import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Attendee } from './plo.ts';

/**
 * Who was at a meeting, by practice and name, with the practice and its number as they were on its day; then those
 * who came and are no members. Empty for whoever may not see it.
 */
export async function listAttendees({ db }: ClusterScope, meetingId: string): Promise<Attendee[]> {
  const { rows } = await sql<Attendee>`
    select practice_name, practice_number, name, kind from (
      select coalesce(pr.name, '') as practice_name, coalesce(n.number, '') as practice_number, p.name, m.kind,
        pr.practice_id is null as is_outside, a.member_id as id
      from attendance a join meeting t on t.meeting_id = a.meeting_id
      join member m on m.member_id = a.member_id join person p using (person_id)
      left join practice pr on pr.practice_id = m.practice_id
      left join lateral (select number from practice_number n where n.practice_id = m.practice_id and n.valid @> t.held_on
        order by number limit 1) n on true
      where a.meeting_id = ${meetingId}
      union all
      select v.belongs_to, '', v.name, 'visitor', true, v.visitor_present_id from visitor_present v where v.meeting_id = ${meetingId}
    ) present
    order by is_outside, practice_name collate "da-x-icu", name collate "da-x-icu", id`.execute(db);
  return rows;
}
