import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import { tellVoters } from './tell-voters.server.ts';
import { afterTheLastDot, findVoteToJudge } from './vote-to-judge.server.ts';
import { listOverdueVotes } from './votes.server.ts';

/** Closes a vote before its day. From this moment everybody sees the result, and nobody can place a dot. */
export const closeVote = command(
  { permission: 'topic.decide', event: 'topic_vote.closed' },
  async (scope: ClusterScope, topicVoteId: string) => {
    await afterTheLastDot(scope, topicVoteId);
    const vote = await findVoteToJudge(scope, topicVoteId);
    if (!vote) return refused('no_such_vote');
    if (!vote.isOpen) return refused('vote_closed');
    await close(scope, topicVoteId);
    return done;
  },
);

/**
 * Closes the votes whose last day has passed, as the sweep does, and tells their clusters; whoever voted in one that has
 * closed hears the result. Answers how many were closed.
 */
export async function closeDueVotes(scope: SystemScope): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('klyngerum.topic_votes', 0))`.execute(scope.db);
  const overdue = await listOverdueVotes(scope);
  for (const { clusterId, topicVoteId } of overdue) {
    await close(scope, topicVoteId);
    await tellOwnDoing(scope, { clusterId, meetingId: null, act: 'topic_vote_closed' });
  }
  await tellVoters(scope);
  return overdue.length;
}

/** Closes what the sweep has not come to yet, so that another vote can open. */
export async function closeOverdue({ db, now }: ClusterScope): Promise<void> {
  await db
    .updateTable('topicVote')
    .set({ closedAt: now })
    .where('closedAt', 'is', null)
    .where(sql<boolean>`closes_on < current_day()`)
    .execute();
}

async function close({ db, now }: ClusterScope | SystemScope, topicVoteId: string): Promise<void> {
  await db
    .updateTable('topicVote')
    .set({ closedAt: now })
    .where('topicVoteId', '=', topicVoteId)
    .where('closedAt', 'is', null)
    .execute();
}
