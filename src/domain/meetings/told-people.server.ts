import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type To, writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

type Round = {
  meetingId: string;
  kinds: {
    member?: 'meeting_moved' | 'meeting_cancelled' | 'minutes';
    guest?: 'guest_moved' | 'guest_cancelled';
    venue?: 'venue_cancelled';
  };
  /**
   * What the letters tell besides: `target`, the path of the page that they lead to where it is not the receiver's own;
   * `change`, `place` where nothing but the place is new.
   */
  facts?: { target: string } | { change: 'place' };
};

/**
 * Writes one letter to everybody who has been told of a meeting, all in one round that can be recalled for two minutes:
 * members who were invited or asked about dates, guests who were invited, and the venue that was told numbers. Of a
 * change nobody is told whose invitation still waits: it tells of the meeting as it is then.
 */
export async function writeToAllTold(
  scope: ClusterScope,
  { meetingId, kinds, facts }: Round,
): Promise<{ roundId: string; told: number }> {
  const roundId = randomUUID();
  const { member, guest, venue } = kinds;
  const letters: { kind: NonNullable<(typeof kinds)[keyof typeof kinds]>; to: To }[] = [];
  if (member)
    for (const personId of await listToldMembers(scope, meetingId, member === 'meeting_moved'))
      letters.push({ kind: member, to: { personId } });
  if (guest)
    for (const guestId of await listToldGuests(scope, meetingId, guest === 'guest_moved'))
      letters.push({ kind: guest, to: { guestId } });
  if (venue && (await wasVenueTold(scope, meetingId))) letters.push({ kind: venue, to: 'venue' });
  for (const letter of letters)
    await writeMeetingLetter(scope, { ...letter, clusterId: scope.clusterId, meetingId, facts, roundId });
  return { roundId, told: letters.length };
}

// Whoever is to hear of the meeting by a letter that still waits hears in it where and when it is by then.
const STILL_WAITS = sql`w.kind in ('date_reserved', 'meeting_invitation', 'guest_invitation') and w.recalled_at is null
  and w.sent_at is null and w.failure is null and w.attempts = 0 and w.due_at > current_moment()`;

/** The members of today who were invited to a meeting, asked about its dates, or were there, as persons. */
async function listToldMembers(
  { db, clusterId }: ClusterScope,
  meetingId: string,
  isOfChange: boolean,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct m.person_id from member m
    where m.cluster_id = ${clusterId} and m.valid @> current_day() and (
      exists (select from invitation i where i.meeting_id = ${meetingId} and i.member_id = m.member_id)
      or exists (select from attendance a where a.meeting_id = ${meetingId} and a.member_id = m.member_id)
      or exists (select from letter l where l.meeting_id = ${meetingId} and l.person_id = m.person_id and l.recalled_at is null
        and l.kind in ('date_poll', 'dates_added', 'date_reserved', 'meeting_invitation')))
      and not (${isOfChange} and exists (select from letter w
        where w.meeting_id = ${meetingId} and w.person_id = m.person_id and ${STILL_WAITS}))
    order by m.person_id`.execute(db);
  return rows.map(({ personId }) => personId);
}

async function listToldGuests(
  { db }: ClusterScope,
  meetingId: string,
  isOfChange: boolean,
): Promise<string[]> {
  const { rows } = await sql<{ guestId: string }>`
    select g.guest_id from guest g
    where g.meeting_id = ${meetingId} and g.invited_at is not null and g.cancelled_at is null
      and not (${isOfChange} and exists (select from letter w
        where w.meeting_id = ${meetingId} and w.guest_id = g.guest_id and ${STILL_WAITS}))
    order by g.guest_id`.execute(db);
  return rows.map(({ guestId }) => guestId);
}

async function wasVenueTold({ db }: ClusterScope, meetingId: string): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    select exists (select from venue_told t join meeting m using (meeting_id)
      where t.meeting_id = ${meetingId} and t.left_at is null and m.venue_email <> '') as told`.execute(db);
  return rows[0]?.told === true;
}

/**
 * Recalls the whole round of letters about a meeting, for an act that is undone. False, and nothing recalled, when one
 * has gone already or the two minutes are over.
 */
export async function recallRound(scope: ClusterScope, meetingId: string, roundId: string): Promise<boolean> {
  const letters = ofRound(scope, meetingId, roundId);
  const all = await letters.execute();
  // A letter that is being sent, or has been tried, is not among those that may be changed.
  const free = await letters.forUpdate().execute();
  if (free.length < all.length || free.some(({ dueAt }) => dueAt <= scope.now)) return false;
  await scope.db
    .updateTable('letter')
    .set({ recalledAt: scope.now })
    .where('meetingId', '=', meetingId)
    .where('roundId', '=', roundId)
    .where('recalledAt', 'is', null)
    .execute();
  return true;
}

function ofRound({ db }: ClusterScope, meetingId: string, roundId: string) {
  return db
    .selectFrom('letter')
    .select(['letterId', 'dueAt'])
    .where('meetingId', '=', meetingId)
    .where('roundId', '=', roundId)
    .where('recalledAt', 'is', null);
}
