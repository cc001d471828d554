import { sql } from 'kysely';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/**
 * Tells the house of the meeting its new day with the numbers of today, when it has been told of another. Part of the
 * act that moves the meeting, whose letters make one round. Answers whether the house is told.
 */
export async function tellHouseOfMove(
  scope: ClusterScope,
  meetingId: string,
  roundId: string,
): Promise<boolean> {
  const { clusterId, db, now } = scope;
  const { rows } = await sql`
    insert into venue_told (cluster_id, meeting_id, venue_told_id, people, diets, told_for, told_at)
    select m.cluster_id, m.meeting_id, gen_random_uuid(), h.people, h.diets,
      trim(concat_ws(' ', m.held_on::text, to_char(m.starts_at, 'HH24:MI'), m.place)), ${now}
    from meeting m cross join lateral meeting_headcount(m.meeting_id) h
    where m.meeting_id = ${meetingId} and m.venue_email <> ''
      and exists (select from venue_told t where t.meeting_id = m.meeting_id and t.left_at is null)
    returning meeting_id`.execute(db);
  if (rows.length === 0) return false;
  const letter = { kind: 'venue_numbers_again', clusterId, meetingId, to: 'venue', roundId } as const;
  await writeMeetingLetter(scope, letter);
  return true;
}

/** What a house was told of a move that is taken back, it has not been told. */
export async function forgetHouseWasTold(
  { db }: ClusterScope,
  meetingId: string,
  roundId: string,
): Promise<void> {
  await sql`delete from venue_told t using letter l
    where t.meeting_id = ${meetingId} and l.meeting_id = t.meeting_id and l.round_id = ${roundId}
      and l.kind = 'venue_numbers_again' and l.written_at = t.told_at`.execute(db);
}
