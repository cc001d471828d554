import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import type { Vote } from './ballot.ts';

const LOCK = 34;

/** Has a vote stay as it is, open or closed, until this transaction is done. Others may place dots meanwhile. */
export async function whileItStands({ db }: Scope, topicVoteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${topicVoteId}, ${LOCK}))`.execute(db);
}

/** Has everybody who is placing dots finish first, so that what is counted after this stays. */
export async function afterTheLastDot({ db }: Scope, topicVoteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${topicVoteId}, ${LOCK}))`.execute(db);
}

/** A vote as the rules ask; null when there is none such. */
export async function findVoteToJudge({ db }: Scope, topicVoteId: string): Promise<Vote | null> {
  const { rows } = await sql<Vote>`
    select v.dots, is_open_vote(v.topic_vote_id) as is_open,
      array(select topic_id::text from topic_choice c where c.topic_vote_id = v.topic_vote_id) as choices
    from topic_vote v where v.topic_vote_id = ${topicVoteId}::uuid`.execute(db);
  return rows[0] ?? null;
}
