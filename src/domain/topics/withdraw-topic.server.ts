import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { refusalOfChange } from './topic.ts';
import { findStanding } from './topics.server.ts';

/** Takes one's own proposal back, while nobody has decided on it and nobody is voting on it. */
export const withdrawTopic = command(
  { permission: 'topic.propose', event: 'topic.withdrawn' },
  async (scope: AnsweringScope, topicId: string) => {
    const refusal = refusalOfChange(await findStanding(scope, topicId));
    if (refusal) return refused(refusal);
    await scope.db
      .updateTable('topic')
      .set({ state: 'withdrawn', decidedAt: scope.now })
      .where('topicId', '=', topicId)
      .execute();
    return done;
  },
);
