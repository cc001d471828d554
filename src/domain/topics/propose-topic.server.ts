import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { findOwnMembership, namesAPatient, oneAtATime } from './standing.server.ts';
import { type Proposal, refusalOfProposal } from './topic.ts';
import { listSimilar } from './topics.server.ts';

/** What is proposed, and the ids of similar topics that the proposer has looked at and found to be something else. */
export type NewTopic = Proposal & { seen: readonly string[] };

/**
 * Proposes a topic in one's own name. Refused while there are similar ones that the proposer has not been shown; sent
 * twice, it is proposed once. What it makes is the id of the topic.
 */
export const proposeTopic = command(
  { permission: 'topic.propose', event: 'topic.proposed' },
  async (scope: AnsweringScope, topicId: string, { seen, ...proposal }: NewTopic) => {
    const refusal = refusalOfProposal(proposal);
    if (refusal) return refused(refusal);
    if (namesAPatient(`${proposal.sentence}\n${proposal.measure}`, scope)) return refused('names_a_patient');
    const proposerId = await findOwnMembership(scope);
    if (!proposerId) return refused('not_for_you');
    await oneAtATime(scope, `proposal ${scope.personId}`);
    const earlier = await findOwnOf(scope, proposal.sentence);
    if (earlier) return made({ topicId: earlier });
    const similar = await listSimilar(scope, proposal.sentence);
    if (similar.some((other) => !seen.includes(other.topicId))) return refused('similar_topics');
    const { clusterId, now } = scope;
    await scope.db
      .insertInto('topic')
      .values({ clusterId, topicId, proposerId, ...proposal, state: 'proposed', proposedAt: now })
      .execute();
    return made({ topicId });
  },
);

async function findOwnOf({ db }: AnsweringScope, sentence: string): Promise<string | undefined> {
  const { rows } = await sql<{ topicId: string }>`
    select topic_id from topic where state = 'proposed' and lower(sentence) = lower(${sentence})
      and proposer_id in (select member_id from own_memberships()) limit 1`.execute(db);
  return rows[0]?.topicId;
}
