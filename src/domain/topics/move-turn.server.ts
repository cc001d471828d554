import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { planOf } from './half-year.ts';
import { oneAtATime } from './standing.server.ts';
import { findTopic, listTopics, type Topic } from './topics.server.ts';

/** Has a planned topic change places with the one before or after it in its half-year. At the end it stays. */
export const moveTurn = command(
  { permission: 'topic.decide', event: 'topic.planned' },
  async (scope: ClusterScope, topicId: string, direction: 'earlier' | 'later') => {
    await oneAtATime(scope, `plan ${scope.clusterId}`);
    const topic = await findTopic(scope, topicId);
    if (topic?.state !== 'planned' || !topic.plannedFor) return refused('not_planned');
    const order = moved(await listInTurn(scope, topic.plannedFor), topicId, direction);
    for (const [at, one] of order.entries())
      if (one.turn !== at + 1)
        await scope.db
          .updateTable('topic')
          .set({ turn: at + 1 })
          .where('topicId', '=', one.topicId)
          .execute();
    return done;
  },
);

async function listInTurn(scope: ClusterScope, halfYear: string): Promise<Topic[]> {
  const planned = (await listTopics(scope)).filter((topic) => topic.state === 'planned');
  return planOf(planned, halfYear).find((part) => part.halfYear === halfYear)?.topics ?? [];
}

function moved(order: readonly Topic[], topicId: string, direction: 'earlier' | 'later'): Topic[] {
  const from = order.findIndex((topic) => topic.topicId === topicId);
  const to = from + (direction === 'earlier' ? -1 : 1);
  if (to < 0 || to >= order.length) return [...order];
  const rest = order.filter((topic) => topic.topicId !== topicId);
  return [...rest.slice(0, to), order[from]!, ...rest.slice(to)];
}
