import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { namesAPatient } from './standing.server.ts';
import { type Proposal, refusalOfChange, refusalOfProposal } from './topic.ts';
import { findStanding } from './topics.server.ts';

/** Writes one's own proposal anew, while nobody has decided on it and nobody is voting on it. */
export const changeTopic = command(
  { permission: 'topic.propose', event: 'topic.changed' },
  async (scope: AnsweringScope, topicId: string, proposal: Proposal) => {
    const refusal = refusalOfChange(await findStanding(scope, topicId)) ?? refusalOfProposal(proposal);
    if (refusal) return refused(refusal);
    if (namesAPatient(`${proposal.sentence}\n${proposal.measure}`, scope)) return refused('names_a_patient');
    await scope.db.updateTable('topic').set(proposal).where('topicId', '=', topicId).execute();
    return done;
  },
);
