import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { findOwnMembership } from './standing.server.ts';
import { isAlive } from './topic.ts';
import { findStanding } from './topics.server.ts';

/** Says that one wants to help prepare a topic, while something is still to come of it. Said twice, it is said once. */
export const joinTopic = command(
  { permission: 'topic.vote', event: 'topic_group.joined' },
  async (scope: AnsweringScope, topicId: string) => {
    const memberId = await findOwnMembership(scope);
    if (!memberId) return refused('not_for_you');
    const topic = await findStanding(scope, topicId);
    if (!topic) return refused('no_such_topic');
    if (!isAlive(topic.state)) return refused('decided_already');
    await join(scope, memberId, [topicId]);
    return done;
  },
);

/** Puts a member into the groups of topics; where they are already, they stay. */
export async function join(
  { db, clusterId, now }: AnsweringScope,
  memberId: string,
  topicIds: readonly string[],
): Promise<void> {
  if (topicIds.length === 0) return;
  await db
    .insertInto('topicHelper')
    .values(topicIds.map((topicId) => ({ clusterId, topicId, memberId, joinedAt: now })))
    .onConflict((there) => there.doNothing())
    .execute();
}
