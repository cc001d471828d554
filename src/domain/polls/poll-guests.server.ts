import { sql } from 'kysely';
import { settleAct } from '#domain/meetings/settle-deadline.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
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

type Round = { meetingId: string; roundId: string };

/** Asks the guests of a meeting, called off ones left out, about its days. Without a mail address nobody is asked. */
export async function askGuestsForDates(scope: ClusterScope, round: Round): Promise<void> {
  const guestIds = await listReachable(scope, round.meetingId, { isAskedOnly: false });
  if (guestIds.length === 0) return;
  await scope.db
    .updateTable('guest')
    .set({ invitedAt: scope.now })
    .where('guestId', 'in', guestIds)
    .where('invitedAt', 'is', null)
    .execute();
  await settleAct(scope, round.meetingId, 'invite_guest');
  await writeTo(scope, guestIds, 'guest_dates', round);
}

/**
 * Asks the guests who were asked about the days to come on the one that was chosen, also those who had said no to
 * another. What they answered about another day no longer counts.
 */
export async function askGuestsForDay(scope: ClusterScope, round: Round): Promise<void> {
  const guestIds = await listReachable(scope, round.meetingId, { isAskedOnly: true });
  if (guestIds.length === 0) return;
  const open = { answer: '', answeredAt: null };
  await scope.db.updateTable('guest').set(open).where('guestId', 'in', guestIds).execute();
  await writeTo(scope, guestIds, 'guest_invitation', round);
}

/** Has guests stand as not asked whose letters of a round were recalled before they went. */
export async function forgetGuestsOfRound({ db }: ClusterScope, roundId: string): Promise<void> {
  await sql`update guest set invited_at = null where guest_id in (
    select guest_id from letter where round_id = ${roundId} and recalled_at is not null and kind = 'guest_dates')`.execute(
    db,
  );
}

async function listReachable(
  { db }: ClusterScope,
  meetingId: string,
  { isAskedOnly }: { isAskedOnly: boolean },
): Promise<string[]> {
  const { rows } = await sql<{ guestId: string }>`
    select g.guest_id from guest g join partner_person p using (partner_person_id)
    where g.meeting_id = ${meetingId} and g.cancelled_at is null and p.email <> '' and p.ended_at is null
      and (not ${isAskedOnly} or g.invited_at is not null)
    order by g.guest_id`.execute(db);
  return rows.map(({ guestId }) => guestId);
}

async function writeTo(
  scope: ClusterScope,
  guestIds: readonly string[],
  kind: 'guest_dates' | 'guest_invitation',
  round: Round,
): Promise<void> {
  const letter = { kind, clusterId: scope.clusterId, ...round };
  for (const guestId of guestIds) await writeMeetingLetter(scope, { ...letter, to: { guestId } });
}
