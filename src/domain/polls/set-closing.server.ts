import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { refusalOfClosing } from './date-poll.ts';
import { findPoll, holdPoll } from './polls.server.ts';

/** Gives a poll another last day to answer on. One that had run out is open again until then. */
export const setClosing = command(
  { permission: 'meeting.plan', event: 'date_poll.extended' },
  async (scope: ClusterScope, meetingId: string, closesOn: string) => {
    await holdPoll(scope, meetingId);
    const [meeting, poll] = [await findMeeting(scope, meetingId), await findPoll(scope, meetingId)];
    if (!meeting || !poll) return refused('no_such_poll');
    if (meeting.state !== 'polling') return refused('poll_over');
    const today = dayOf(scope.now);
    const ahead = poll.options.filter(({ heldOn }) => heldOn > today);
    const refusal = refusalOfClosing(closesOn, ahead, today);
    if (refusal) return refused(refusal);
    await scope.db
      .updateTable('datePoll')
      .set({ closesOn, closedAt: null })
      .where('datePollId', '=', poll.datePollId)
      .execute();
    return done;
  },
);
