import { sql } from 'kysely';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import type { Answer } from './date-poll.ts';
import type { GuestVoter } from './suggestion.ts';

/** The guests of a meeting who are still to come, as they are asked about days. */
export async function listPollGuests(
  { db }: ClusterScope | SystemScope,
  meetingId: string,
): Promise<GuestVoter[]> {
  const { rows } = await sql<Omit<GuestVoter, 'answers'>>`
    select g.guest_id, p.name, g.must_attend as is_must
    from guest g join partner_person p using (partner_person_id)
    where g.meeting_id = ${meetingId} and g.cancelled_at is null and g.answer <> 'no'
    order by p.name collate "da-x-icu", g.guest_id`.execute(db);
  const { rows: votes } = await sql<{ guestId: string; dateOptionId: string; answer: Answer }>`
    select v.guest_id, v.date_option_id, v.answer from guest_vote v join guest g using (guest_id)
    where g.meeting_id = ${meetingId}`.execute(db);
  return rows.map((guest) => ({
    ...guest,
    answers: Object.fromEntries(
      votes
        .filter(({ guestId }) => guestId === guest.guestId)
        .map((vote) => [vote.dateOptionId, vote.answer]),
    ),
  }));
}
