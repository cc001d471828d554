import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listPollGuests } from './poll-guests.server.ts';
import { findPoll, holdPoll, listVotes } from './polls.server.ts';

/**
 * Takes a day out of a poll, with the answers to it. When somebody has answered it, that must be confirmed; the last
 * day of a poll stays.
 */
export const takeOutDate = command(
  { permission: 'meeting.plan', event: 'date_poll.extended' },
  async (scope: ClusterScope, meetingId: string, dateOptionId: string, isConfirmed: boolean) => {
    await holdPoll(scope, meetingId);
    const poll = await findPoll(scope, meetingId);
    const option = poll?.options.find((one) => one.dateOptionId === dateOptionId);
    if (!poll || !option) return refused('no_such_date');
    if (poll.closedAt) return refused('poll_over');
    if (poll.options.length === 1) return refused('last_date');
    if (!isConfirmed && (await isAnswered(scope, meetingId, poll.datePollId, dateOptionId)))
      return refused('date_answered');
    await scope.db.deleteFrom('dateOption').where('dateOptionId', '=', dateOptionId).execute();
    return done;
  },
);

async function isAnswered(
  scope: ClusterScope,
  meetingId: string,
  datePollId: string,
  dateOptionId: string,
): Promise<boolean> {
  const votes = await listVotes(scope, datePollId);
  const guests = await listPollGuests(scope, meetingId);
  return (
    votes.some((vote) => vote.dateOptionId === dateOptionId) ||
    guests.some(({ answers }) => answers[dateOptionId] !== undefined)
  );
}
