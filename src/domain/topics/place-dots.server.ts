import { command } from '#domain/access/command.server.ts';
import { isOnPaper } from '#domain/notices/on-paper.ts';
import { made, refused } from '#platform/outcome.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { ballotOf, dotsOn, refusalOfBallot, type TypedBallot } from './ballot.ts';
import { join } from './join-topic.server.ts';
import { findOwnMembership, oneAtATime } from './standing.server.ts';
import { findVoteToJudge, whileItStands } from './vote-to-judge.server.ts';

/**
 * Places one's dots in a vote, in place of those placed before; none takes them back. Whoever ticked that they want
 * to help joins the groups of those topics. Refused, and nothing stored, once the vote has closed. Answers how many
 * dots are placed.
 */
export const placeDots = command(
  { permission: 'topic.vote', event: 'topic_dots.placed' },
  async (scope: AnsweringScope, topicVoteId: string, typed: TypedBallot) => {
    const memberId = await findOwnMembership(scope);
    if (!memberId || isOnPaper(scope)) return refused('not_for_you');
    await oneAtATime(scope, `ballot ${topicVoteId} ${scope.personId}`);
    await whileItStands(scope, topicVoteId);
    const refusal = refusalOfBallot(await findVoteToJudge(scope, topicVoteId), typed);
    if (refusal) return refused(refusal);
    const ballot = ballotOf(typed) ?? new Map<string, number>();
    await scope.db.deleteFrom('topicDot').where('topicVoteId', '=', topicVoteId).execute();
    const { clusterId } = scope;
    const rows = [...ballot].map(([topicId, dots]) => ({ clusterId, topicVoteId, topicId, memberId, dots }));
    if (rows.length > 0) await scope.db.insertInto('topicDot').values(rows).execute();
    await join(scope, memberId, typed.helps);
    return made({ dots: dotsOn(ballot) });
  },
);
