import { randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeetingToChange } from '#domain/meetings/meetings.server.ts';
import { settleAct } from '#domain/meetings/settle-deadline.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { type AskedMember, listAsked, personsOf } from '#domain/polls/asked-members.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import { refusalOfInviting } from './invitation.ts';

/**
 * Invites everybody of the cluster's clinics to a meeting whose day is found, which then lies fast. Sent again, it
 * reaches those alone who have not been invited. Answers how many were, and the round of letters that can be recalled.
 */
export const invite = command(
  { permission: 'meeting.invite', event: 'invitation.sent' },
  async (scope: ClusterScope, meetingId: string) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfInviting(meeting, dayOf(scope.now));
    if (refusal) return refused(refusal);
    const invited = new Set(await listInvited(scope, meetingId));
    const asked = await listAsked(scope, scope.clusterId);
    const fresh = asked.filter(({ memberId }) => !invited.has(memberId));
    if (fresh.length === 0) return refused('all_invited');

    // What stood in the calendars as reserved stands fast now.
    const calendarSequence = meeting.calendarSequence + (meeting.state === 'reserved' ? 1 : 0);
    const roundId = randomUUID();
    await sendInvitations(scope, { clusterId: scope.clusterId, meetingId, roundId }, fresh);
    await scope.db
      .updateTable('meeting')
      .set({ state: 'confirmed', invitedAt: meeting.invitedAt ?? scope.now, calendarSequence })
      .where('meetingId', '=', meetingId)
      .execute();
    await settleAct(scope, meetingId, 'send_invitation');
    return made({ roundId, invited: fresh.length });
  },
);

/** The members who have been invited to a meeting. */
export async function listInvited({ db }: ClusterScope, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('invitation')
    .select('memberId')
    .where('meetingId', '=', meetingId)
    .execute();
  return rows.map(({ memberId }) => memberId);
}

type Round = { clusterId: string; meetingId: string; roundId?: string };

/** Notes that members are invited, and writes to each person once. */
export async function sendInvitations(
  scope: ClusterScope | SystemScope,
  { clusterId, meetingId, ...round }: Round,
  members: readonly AskedMember[],
): Promise<void> {
  const rows = members.map(({ memberId }) => ({ clusterId, meetingId, memberId, askedAt: scope.now }));
  await scope.db
    .insertInto('invitation')
    .values(rows)
    .onConflict((earlier) => earlier.doNothing())
    .execute();
  for (const personId of personsOf(members))
    await writeMeetingLetter(scope, {
      kind: 'meeting_invitation',
      clusterId,
      meetingId,
      to: { personId },
      ...round,
    });
}
