import { command } from '#domain/access/command.server.ts';
import { findMeetingToChange } from '#domain/meetings/meetings.server.ts';
import { recallRound } from '#domain/meetings/told-people.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { forgetGuestsOfRound } from './poll-guests.server.ts';
import { findPoll, holdPoll } from './polls.server.ts';

/** Takes a poll back while its letters have not gone: nobody has been asked, and the meeting is an idea again. */
export const takePollBack = command(
  { permission: 'meeting.plan', event: 'round.recalled' },
  async (scope: ClusterScope, meetingId: string, roundId: string) => {
    await holdPoll(scope, meetingId);
    const meeting = await findMeetingToChange(scope, meetingId);
    if (meeting?.state !== 'polling') return refused('too_late_to_undo');
    if (!(await recallRound(scope, meetingId, roundId))) return refused('too_late_to_undo');
    await forgetGuestsOfRound(scope, roundId);
    await scope.db.deleteFrom('datePoll').where('meetingId', '=', meetingId).execute();
    await scope.db.updateTable('meeting').set({ state: 'idea' }).where('meetingId', '=', meetingId).execute();
    return done;
  },
);

/** Takes the choice of a day back while its letters have not gone: the poll is open again as it was. */
export const takeChoiceBack = command(
  { permission: 'meeting.plan', event: 'round.recalled' },
  async (scope: ClusterScope, meetingId: string, roundId: string) => {
    await holdPoll(scope, meetingId);
    const meeting = await findMeetingToChange(scope, meetingId);
    const poll = await findPoll(scope, meetingId);
    if (meeting?.state !== 'reserved' || !poll) return refused('too_late_to_undo');
    if (!(await recallRound(scope, meetingId, roundId))) return refused('too_late_to_undo');
    const reopened = { state: 'polling', heldOn: null, startsAt: null };
    await scope.db.updateTable('meeting').set(reopened).where('meetingId', '=', meetingId).execute();
    await scope.db
      .updateTable('datePoll')
      .set({ closedAt: null })
      .where('datePollId', '=', poll.datePollId)
      .execute();
    return done;
  },
);
