import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { tellProposers } from './tell-proposers.server.ts';
import { isAlive, refusalOfDecision } from './topic.ts';
import { findTopic } from './topics.server.ts';

/**
 * Lays a topic together with another that is about the same: its group helps there, and its proposers are told.
 * The dots of a vote that runs stay where they were placed.
 */
export const mergeTopic = command(
  { permission: 'topic.decide', event: 'topic.merged' },
  async (scope: ClusterScope, topicId: string, intoId: string) => {
    const refusal = refusalOfDecision(await findTopic(scope, topicId), 'merge');
    if (refusal) return refused(refusal);
    const into = intoId && intoId !== topicId ? await findTopic(scope, intoId) : null;
    if (!into || !isAlive(into.state)) return refused('target_missing');
    await tellProposers(scope, topicId, { kind: 'merged', into: into.sentence });
    const merged = { state: 'merged', mergedInto: intoId, plannedFor: null, turn: 0, answer: '' } as const;
    await scope.db
      .updateTable('topic')
      .set({ ...merged, decidedAt: scope.now })
      // What was the same as this one is the same as the other.
      .where(({ or, eb }) => or([eb('topicId', '=', topicId), eb('mergedInto', '=', topicId)]))
      .execute();
    return done;
  },
);
