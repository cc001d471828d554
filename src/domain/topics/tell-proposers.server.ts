import { sql } from 'kysely';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { outcomeText } from './outcome.text.ts';
import type { Outcome } from './outcome.ts';

type Proposer = { personId: string; topicId: string; sentence: string; locale: 'da' | 'en' };

/**
 * Writes to whoever proposed a topic, or one that was the same, what became of it, in the words of their own language
 * and with the weekly letter. Not to the one who decides, and not to who has left the cluster. Answers how many are told.
 */
export async function tellProposers(scope: ClusterScope, topicId: string, outcome: Outcome): Promise<number> {
  const { clusterId } = scope;
  const proposers = await listProposers(scope, topicId);
  for (const { personId, locale, topicId: own, sentence } of proposers)
    await writeMeetingLetter(scope, {
      kind: 'topic_outcome',
      clusterId,
      meetingId: null,
      to: { personId },
      isForDigest: true,
      facts: {
        topic: own,
        sentence,
        answer: outcomeText[locale].toProposer(outcome),
        target: `/c/${clusterId}/topics/${topicId}`,
      },
    });
  return proposers.length;
}

async function listProposers(
  { db, clusterId, personId }: ClusterScope,
  topicId: string,
): Promise<Proposer[]> {
  const { rows } = await sql<Proposer>`
    select distinct on (m.person_id, t.topic_id) m.person_id, t.topic_id, t.sentence,
      case when p.locale = 'en' then 'en' else 'da' end as locale
    from topic t join member m on m.member_id = t.proposer_id join person p on p.person_id = m.person_id
    where ${topicId}::uuid in (t.topic_id, t.merged_into) and m.person_id <> ${personId}::uuid
      and exists (select from member d where d.cluster_id = ${clusterId}::uuid and d.person_id = m.person_id
        and d.valid @> current_day())
    order by m.person_id, t.topic_id`.execute(db);
  return rows;
}
