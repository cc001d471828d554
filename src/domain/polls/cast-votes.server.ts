import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { giverOf, listOwnMembers, mayAnswerFor } from './clinic.server.ts';
import { findPoll, holdPollOpen, listVotes } from './polls.server.ts';
import { changesIn, refusalOfVotes, type Vote } from './votes.ts';

/**
 * Stores answers to the days of a meeting's poll, all or none: for oneself, for the own clinic, or, by those who
 * arrange, for anybody who is asked. An earlier answer gives way; one that says the same keeps saying whose it is.
 */
export const castVotes = command(
  { permission: 'date.vote', event: 'vote.cast' },
  async (scope: AnsweringScope, meetingId: string, votes: readonly Vote[]) => {
    await holdPollOpen(scope, meetingId);
    const [meeting, poll] = [await findMeeting(scope, meetingId), await findPoll(scope, meetingId)];
    if (!meeting || !poll) return refused('no_such_poll');
    if (meeting.state !== 'polling') return refused('poll_closed');
    const refusal = refusalOfVotes(poll, votes, await mayAnswerFor(scope), dayOf(scope.now));
    if (refusal) return refused(refusal);

    const changes = changesIn(votes, await listVotes(scope, poll.datePollId));
    if (changes.length > 0) await write(scope, changes);
    return made({ changed: changes.length });
  },
);

async function write(scope: AnsweringScope, votes: readonly Vote[]): Promise<void> {
  const own = await listOwnMembers(scope);
  const rows = votes.map((vote) => ({
    ...vote,
    clusterId: scope.clusterId,
    castBy: giverOf(vote.memberId, own),
    castAt: scope.now,
  }));
  await scope.db
    .insertInto('dateVote')
    .values(rows)
    .onConflict((earlier) =>
      earlier.columns(['dateOptionId', 'memberId']).doUpdateSet({
        answer: (row) => row.ref('excluded.answer'),
        castBy: (row) => row.ref('excluded.castBy'),
        castAt: scope.now,
      }),
    )
    .execute();
}
