import { sql } from 'kysely';
import { writeLetter } from '#domain/notices/write-letter.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/** Tells the doctors who decide for a member's practice that this member can see its figures from now on. */
export async function tellColleagues(scope: ClusterScope, memberId: string): Promise<void> {
  const { clusterId } = scope;
  const facts = { ...(await namesOf(scope, memberId)), target: `/c/${clusterId}/practice` };
  const { rows } = await sql<{ personId: string }>`
    select person_id from doctors_to_tell_of(${memberId}::uuid)`.execute(scope.db);
  for (const { personId } of rows)
    await writeLetter(scope, { kind: 'colleague_opened', personId, clusterId, facts });
}

function namesOf({ db }: ClusterScope, memberId: string): Promise<{ colleague: string; practice: string }> {
  return db
    .selectFrom('member')
    .innerJoin('person', 'person.personId', 'member.personId')
    .innerJoin('practice', 'practice.practiceId', 'member.practiceId')
    .select(['person.name as colleague', 'practice.name as practice'])
    .where('member.memberId', '=', memberId)
    .executeTakeFirstOrThrow();
}
