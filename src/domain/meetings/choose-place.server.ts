import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { isFixedAhead, type MeetingHead, refusalOfPlanning } from './meeting.ts';
import { findMeetingToChange } from './meetings.server.ts';
import { type Place, refusalOfPlace } from './place.ts';
import { writeToAllTold } from './told-people.server.ts';

/**
 * How many are told of a new place, the round of their letters when it can be taken back without another, and the mail
 * address of the house that the cluster must tell itself.
 */
export type PlaceChosen = { told: number; roundId: string | null; left: string };

/**
 * Writes down where a meeting is held. Whoever has it in a calendar is told once, however often the place changes
 * before the letters go. A house that had said yes has not said yes to another place; one whose mail is exchanged for
 * another's hears no more of the meeting, and is answered when it had been told of it.
 */
export const choosePlace = command(
  { permission: 'meeting.plan', event: 'meeting.changed' },
  async (scope: ClusterScope, meetingId: string, wish: Place) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfPlanning(meeting) ?? refusalOfPlace(wish)?.refusal;
    if (refusal) return refused(refusal);
    const isLeft = wish.venueEmail !== meeting.venueEmail && (await leaveVenue(scope, meetingId));
    const chosen = { told: 0, roundId: null, left: isLeft ? meeting.venueEmail : '' };
    const isNews = isSeen(meeting, wish);
    await write(scope, meeting, { wish, isNews });
    return made({ ...chosen, ...(isNews && (await tell(scope, meeting))) });
  },
);

// Calendars that have the meeting show its place and the link to it.
function isSeen(meeting: MeetingHead, { place, address, onlineUrl }: Place): boolean {
  const isSame = place === meeting.place && address === meeting.address && onlineUrl === meeting.onlineUrl;
  return isFixedAhead(meeting) && !isSame;
}

async function write(
  { db }: ClusterScope,
  meeting: MeetingHead,
  { wish, isNews }: { wish: Place; isNews: boolean },
): Promise<void> {
  const { place, address, onlineUrl, venueEmail, venueCancelDays } = wish;
  const isElsewhere = place !== meeting.place || venueEmail !== meeting.venueEmail;
  await db
    .updateTable('meeting')
    .set({ place, address, onlineUrl, venueEmail, venueCancelDays })
    .set({ calendarSequence: meeting.calendarSequence + (isNews ? 1 : 0) })
    .set(isElsewhere ? { venueConfirmedAt: null } : {})
    .where('meetingId', '=', meeting.meetingId)
    .execute();
}

// Before the invitation members have a day that is reserved, and the invitation brings the place.
async function tell(
  scope: ClusterScope,
  { meetingId, invitedAt }: MeetingHead,
): Promise<Partial<PlaceChosen>> {
  const waiting = await listWaiting(scope, meetingId);
  const isMoveWaiting = waiting.some(({ isPlaceAlone }) => !isPlaceAlone);
  await recall(
    scope,
    waiting.filter(({ isPlaceAlone }) => isPlaceAlone).map(({ letterId }) => letterId),
  );
  const { roundId, told } = await writeToAllTold(scope, {
    meetingId,
    kinds: { ...(invitedAt && { member: 'meeting_moved' as const }), guest: 'guest_moved' },
    // What is written last is sent, and tells of a new day too where that is still to be told.
    ...(isMoveWaiting ? {} : { facts: { change: 'place' } }),
  });
  return { told, roundId: told === 0 || isMoveWaiting ? null : roundId };
}

type Waiting = { letterId: string; isPlaceAlone: boolean };

async function listWaiting({ db }: ClusterScope, meetingId: string): Promise<Waiting[]> {
  const { rows } =
    await sql<Waiting>`select letter_id, is_place_alone from waiting_moves(${meetingId})`.execute(db);
  return rows;
}

async function recall({ db, now }: ClusterScope, letterIds: readonly string[]): Promise<void> {
  if (letterIds.length === 0) return;
  await db.updateTable('letter').set({ recalledAt: now }).where('letterId', 'in', letterIds).execute();
}

async function leaveVenue({ db }: ClusterScope, meetingId: string): Promise<boolean> {
  const { rows } = await sql<{ isLeft: boolean }>`select leave_venue(${meetingId}) as is_left`.execute(db);
  return rows[0]?.isLeft === true;
}
