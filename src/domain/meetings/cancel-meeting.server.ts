import { command } from '#domain/access/command.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { isAhead, refusalOfState } from './meeting.ts';
import { findMeetingToChange } from './meetings.server.ts';
import { recallRound, writeToAllTold } from './told-people.server.ts';

/**
 * Calls a meeting off and tells everybody who was told of it. Answers the round of the letters, the state the meeting
 * had, and how many letters there are; by these it can be taken back while none has gone.
 */
export const cancelMeeting = command(
  { permission: 'meeting.plan', event: 'meeting.cancelled' },
  async (scope: ClusterScope, meetingId: string) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfState(meeting, 'cancelled');
    if (refusal) return refused(refusal);
    await scope.db
      .updateTable('meeting')
      .set({ state: 'cancelled', cancelledAt: scope.now, calendarSequence: meeting.calendarSequence + 1 })
      .where('meetingId', '=', meetingId)
      .execute();
    const round = await writeToAllTold(scope, {
      meetingId,
      kinds: { member: 'meeting_cancelled', guest: 'guest_cancelled', venue: 'venue_cancelled' },
    });
    return made({ ...round, was: meeting.state });
  },
);

/** Takes a cancellation back while its letters have not gone: they are recalled, and the meeting is as it was. */
export const takeCancellationBack = command(
  { permission: 'meeting.plan', event: 'meeting.changed' },
  async (
    scope: ClusterScope,
    meetingId: string,
    roundId: string,
    was: 'idea' | 'polling' | 'reserved' | 'confirmed',
  ) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    if (meeting.state !== 'cancelled' || !isAhead({ state: was })) return refused('too_late_to_undo');
    const refusal = refusalOfState(meeting, was);
    if (refusal) return refused(refusal);
    if (!(await recallRound(scope, meetingId, roundId))) return refused('too_late_to_undo');
    await scope.db
      .updateTable('meeting')
      .set({ state: was, cancelledAt: null, calendarSequence: Math.max(0, meeting.calendarSequence - 1) })
      .where('meetingId', '=', meetingId)
      .execute();
    return done;
  },
);
