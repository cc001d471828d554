import { command } from '#domain/access/command.server.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { refusalOfAnswer } from './answer.server.ts';
import { halfYearsFrom } from './half-year.ts';
import { tellProposers } from './tell-proposers.server.ts';
import { refusalOfDecision } from './topic.ts';
import { findTopic } from './topics.server.ts';

export type Planning = { halfYear: string; answer: string };

/** Plans a topic into one of the half-years ahead, last in its turn, and tells its proposer. */
export const planTopic = command(
  { permission: 'topic.decide', event: 'topic.planned' },
  async (scope: ClusterScope, topicId: string, { halfYear, answer }: Planning) => {
    const topic = await findTopic(scope, topicId);
    const refusal = refusalOfDecision(topic, 'plan') ?? refusalOfAnswer(scope, answer);
    if (refusal) return refused(refusal);
    if (!halfYearsFrom(dayAt(scope.now)).includes(halfYear)) return refused('half_year_missing');
    // Sent again from another tab it stays where it is, and nobody is told twice.
    if (topic!.plannedFor === halfYear && topic!.state === 'planned' && topic!.answer === answer) return done;
    const turn = await nextTurn(scope, halfYear);
    await scope.db
      .updateTable('topic')
      .set({ state: 'planned', plannedFor: halfYear, turn, answer, decidedAt: scope.now })
      .where('topicId', '=', topicId)
      .execute();
    await tellProposers(scope, topicId, { kind: 'planned', halfYear, answer });
    return done;
  },
);

async function nextTurn({ db }: ClusterScope, halfYear: string): Promise<number> {
  const { last } = await db
    .selectFrom('topic')
    .select(({ fn }) => fn.max('turn').as('last'))
    .where('state', '=', 'planned')
    .where('plannedFor', '=', halfYear)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
