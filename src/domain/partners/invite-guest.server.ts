import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeeting, type MeetingHead } from '#domain/meetings/meetings.server.ts';
import { settleAct } from '#domain/meetings/settle-deadline.server.ts';
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
 * Asks every guest on the list of a meeting who has not been asked and can be; those without a mail address wait. What
 * it makes is how many were asked.
 */
export const inviteGuests = command(
  { permission: 'guest.invite', event: 'guest.invited' },
  async (scope: ClusterScope, meetingId: string) => {
    const meeting = await findMeeting(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const today = dayOf(scope.now);
    let guests = 0;
    for (const { guestId } of await listGuests(scope, meetingId)) {
      // As it stands when it is this guest's turn: somebody else may be asking the same guests.
      const guest = await findGuestToChange(scope, guestId);
      if (!guest || refusalOfInvitation(meeting, guest, today)) continue;
      await invite(scope, guest, meeting);
      guests += 1;
    }
    return made({ guests });
  },
);

async function invite(scope: ClusterScope, { guestId, problem }: Guest, meeting: MeetingHead): Promise<void> {
  const { clusterId, db, now } = scope;
  const { meetingId } = meeting;
  await db.updateTable('guest').set({ invitedAt: now }).where('guestId', '=', guestId).execute();
  const kind = letterOfInvitation(meeting);
  await writeMeetingLetter(scope, { kind, clusterId, meetingId, to: { guestId } });
  await settleAct(scope, meetingId, 'invite_guest');
  if (kind === 'guest_invitation' && problem !== '') await settleAct(scope, meetingId, 'guest_brief');
}
