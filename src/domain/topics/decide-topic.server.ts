import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { refusalOfAnswer } from './answer.server.ts';
import { tellProposers } from './tell-proposers.server.ts';
import { refusalOfDecision } from './topic.ts';
import { findTopic } from './topics.server.ts';

/** What is decided of a topic, besides planning and merging it. Whoever gets the minutes has been told that it was met. */
export type Deciding =
  | { decision: 'drop'; answer: string }
  | { decision: 'meet'; answer: string; isToldByMinutes?: boolean }
  | { decision: 'take_up' };

const STATES = { drop: 'dropped', meet: 'met', take_up: 'proposed' } as const;

/**
 * Drops a topic with an answer, marks it as met, or takes it back among the proposals, and tells its proposer. A topic
 * that is met keeps its place in the plan that was.
 */
export const decideTopic = command(
  { permission: 'topic.decide', event: 'topic.decided' },
  async (scope: ClusterScope, topicId: string, deciding: Deciding) => {
    const { decision } = deciding;
    const answer = 'answer' in deciding ? deciding.answer : '';
    const refusal =
      refusalOfDecision(await findTopic(scope, topicId), decision) ?? refusalOfAnswer(scope, answer);
    if (refusal) return refused(refusal);
    if (decision === 'drop' && !answer) return refused('answer_missing');
    const state = STATES[decision];
    const place = decision === 'meet' ? {} : { plannedFor: null, turn: 0 };
    const decidedAt = decision === 'take_up' ? null : scope.now;
    await scope.db
      .updateTable('topic')
      .set({ state, answer, decidedAt, mergedInto: null, ...place })
      .where('topicId', '=', topicId)
      .execute();
    const kind = ({ drop: 'dropped', meet: 'met', take_up: 'taken_up' } as const)[decision];
    const isTold = deciding.decision === 'meet' && deciding.isToldByMinutes;
    if (!isTold) await tellProposers(scope, topicId, { kind, answer });
    return done;
  },
);
