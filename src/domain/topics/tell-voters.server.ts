import { sql } from 'kysely';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { leadingText } from './vote-result.text.ts';

type Voter = { topicVoteId: string; clusterId: string; personId: string; locale: 'da' | 'en' };
type Leading = { sentence: string; dots: number };

/**
 * Writes to whoever placed dots in a vote that has closed how it ended: the three topics with the most dots. Once, with
 * the weekly letter, in the language of the reader, and not to the one who closed it.
 */
export async function tellVoters(scope: SystemScope): Promise<void> {
  const { rows } = await sql<Voter>`
    select topic_vote_id, cluster_id, person_id, locale from results_to_tell()`.execute(scope.db);
  for (const [vote, voters] of Map.groupBy(rows, ({ topicVoteId }) => topicVoteId)) {
    const leading = await listLeading(scope, vote);
    for (const { clusterId, locale, personId } of voters) {
      const lines = leading.map((topic) => leadingText[locale](topic));
      const facts = Object.fromEntries(lines.map((line, at) => [`line${at + 1}`, line]));
      const letter = { kind: 'topic_vote_result', clusterId, meetingId: null, to: { personId } } as const;
      await writeMeetingLetter(scope, { ...letter, isForDigest: true, facts: { ...facts, vote } });
    }
  }
}

async function listLeading({ db }: SystemScope, topicVoteId: string): Promise<Leading[]> {
  const { rows } = await sql<Leading>`select sentence, dots from leading_topics(${topicVoteId})`.execute(db);
  return rows;
}
