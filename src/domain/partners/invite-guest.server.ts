import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeeting, type MeetingHead } from '#domain/meetings/meetings.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { letterOfInvitation, refusalOfInvitation } from './guest.ts';
import { findGuestToChange, type Guest, listGuests } from './guests.server.ts';

/** Asks one guest to the meeting, or about its days while they are asked for. */
export const inviteGuest = command(
  { permission: 'guest.invite', event: 'guest.invited' },
  async (scope: ClusterScope, guestId: string) => {
    const guest = await findGuestToChange(scope, guestId);
    const meeting = guest && (await findMeeting(scope, guest.meetingId));
    if (!meeting) return refused('no_such_guest');
    const refusal = refusalOfInvitation(meeting, guest, dayOf(scope.now));
    if (refusal) return refused(refusal);
    await invite(scope, guest, meeting);
    return done;
  },
);

/**
 * Asks every guest on the list of a meeting who has not been asked and can be; those without a mail address wait.
 * `roundId` ties the letters to others of the same act. What it makes is how many were asked.
 */
export const inviteGuests = command(
  { permission: 'guest.invite', event: 'guest.invited' },
  async (scope: ClusterScope, meetingId: string, roundId?: string) => {
    const meeting = await findMeeting(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const today = dayOf(scope.now);
    const waiting = (await listGuests(scope, meetingId)).filter(
      (guest) => refusalOfInvitation(meeting, guest, today) === null,
    );
    for (const guest of waiting) await invite(scope, guest, meeting, roundId);
    return made({ guests: waiting.length });
  },
);

async function invite(
  scope: ClusterScope,
  { guestId }: Guest,
  meeting: MeetingHead,
  roundId?: string,
): Promise<void> {
  const { clusterId, db, now } = scope;
  const { meetingId } = meeting;
  await db.updateTable('guest').set({ invitedAt: now }).where('guestId', '=', guestId).execute();
  const kind = letterOfInvitation(meeting);
  await writeMeetingLetter(scope, { kind, clusterId, meetingId, to: { guestId }, roundId });
}

/** Has guests stand as not asked again whose letters of a round were recalled before they went. */
export async function takeBackInvitations({ db }: ClusterScope, roundId: string): Promise<void> {
  await db
    .updateTable('guest')
    .set({ invitedAt: null })
    .where('guestId', 'in', (recalled) =>
      recalled
        .selectFrom('letter')
        .select('letter.guestId')
        .where('letter.roundId', '=', roundId)
        .where('letter.recalledAt', 'is not', null)
        .where('letter.kind', 'in', ['guest_dates', 'guest_invitation'])
        .where('letter.guestId', 'is not', null)
        .$narrowType<{ guestId: string }>(),
    )
    .execute();
}
