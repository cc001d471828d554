import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { dayOf } from './calendar-day.ts';
import { isFixedAhead, refusalOfPlanning } from './meeting.ts';
import type { MeetingDay } from './meeting-wish.ts';
import { findMeetingToChange } from './meetings.server.ts';
import { moveDeadlines, putOnDay } from './put-on-day.server.ts';
import { recallRound, writeToAllTold } from './told-people.server.ts';

/**
 * Moves a meeting to another day or time, with all deadlines that are open and not pinned, and tells everybody who was
 * told of it, once. Answers what moved, how many letters were written, and their round, by which it can be taken back.
 */
export const moveMeeting = command(
  { permission: 'meeting.plan', event: 'meeting.moved' },
  async (scope: ClusterScope, meetingId: string, day: MeetingDay) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfPlanning(meeting) ?? (isFixedAhead(meeting) ? null : 'day_missing');
    if (refusal) return refused(meeting.state === 'held' ? 'meeting_held' : refusal);
    if (day.heldOn < dayOf(scope.now)) return refused('day_past');
    if (isSame(meeting, day)) return refused('nothing_changed');
    const moved = await putOnDay(scope, meetingId, day, meeting.state as 'reserved' | 'confirmed');
    // The house has said yes to another evening.
    await scope.db
      .updateTable('meeting')
      .set({ calendarSequence: meeting.calendarSequence + 1, venueConfirmedAt: null })
      .where('meetingId', '=', meetingId)
      .execute();
    const round = await writeToAllTold(scope, {
      meetingId,
      kinds: { member: 'meeting_moved', guest: 'guest_moved' },
    });
    return made({ ...round, from: { heldOn: meeting.heldOn!, startsAt: meeting.startsAt! }, moved });
  },
);

/**
 * Takes a move back while its letters have not gone: they are recalled, and the meeting and its deadlines are where
 * they were.
 */
export const takeMoveBack = command(
  { permission: 'meeting.plan', event: 'meeting.moved' },
  async (scope: ClusterScope, meetingId: string, roundId: string, from: MeetingDay) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    if (!isFixedAhead(meeting)) return refused('too_late_to_undo');
    if (!(await recallRound(scope, meetingId, roundId))) return refused('too_late_to_undo');
    await scope.db
      .updateTable('meeting')
      .set({
        heldOn: from.heldOn,
        startsAt: from.startsAt,
        calendarSequence: Math.max(0, meeting.calendarSequence - 1),
      })
      .where('meetingId', '=', meetingId)
      .execute();
    const moved = await moveDeadlines(scope, meetingId, from.heldOn);
    return made({ moved });
  },
);

function isSame({ heldOn, startsAt }: { heldOn: string | null; startsAt: string | null }, day: MeetingDay) {
  return heldOn === day.heldOn && startsAt?.slice(0, 5) === day.startsAt.slice(0, 5);
}
