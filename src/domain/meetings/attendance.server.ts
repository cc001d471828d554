import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { AttendanceLine, Visitor } from './attendance.ts';

/**
 * The members of the cluster on the meeting's day, by practice and name, with whether they came and what they had
 * answered. Somebody who came stays on the list, whatever has become of the membership. For those who arrange.
 */
export async function listAttendance(
  { db, clusterId }: ClusterScope,
  meetingId: string,
): Promise<AttendanceLine[]> {
  const { rows } = await sql<AttendanceLine>`
    select m.member_id, coalesce(p.name, '') as name, m.kind, m.practice_id, coalesce(pr.name, '') as practice_name, a.how, r.answer
    from meeting t join member m on m.cluster_id = t.cluster_id left join person p using (person_id)
    left join practice pr on pr.practice_id = m.practice_id
    left join attendance a on a.meeting_id = t.meeting_id and a.member_id = m.member_id
    left join rsvp r on r.meeting_id = t.meeting_id and r.member_id = m.member_id
    where t.meeting_id = ${meetingId} and m.cluster_id = ${clusterId}
      and (a.member_id is not null or m.kind <> 'consultant' and m.valid @> coalesce(t.held_on, current_day()) and m.valid @> current_day())
    order by pr.name collate "da-x-icu" nulls last, pr.practice_id, array_position(array['doctor', 'trainee', 'staff'], m.kind),
      p.name collate "da-x-icu", m.member_id`.execute(db);
  return rows;
}

/** Those who came and are no members, by name. */
export async function listVisitors({ db }: ClusterScope, meetingId: string): Promise<Visitor[]> {
  return db
    .selectFrom('visitorPresent')
    .select(['visitorPresentId', 'name', 'belongsTo'])
    .where('meetingId', '=', meetingId)
    .orderBy('name')
    .orderBy('visitorPresentId')
    .execute();
}

/** How many members are registered as having come. For those who arrange. */
export async function countAttendance({ db }: ClusterScope, meetingId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from attendance where meeting_id = ${meetingId}`.execute(db);
  return rows[0]?.n ?? 0;
}
