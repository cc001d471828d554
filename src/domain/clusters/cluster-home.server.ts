import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';

/** The cluster as its pages need it: what it is called, whether it is invented, and how many belong to it today. */
export async function findCluster({ db, clusterId }: ClusterScope) {
  return db
    .selectFrom('cluster')
    .select(['clusterId', 'name', 'isExample'])
    .where('clusterId', '=', clusterId)
    .executeTakeFirstOrThrow();
}

/**
 * What the overview counts: practices today, whether the person belongs to a practice, whether it has a key, whether
 * they may open its figures, and how many sources it has not answered.
 */
export async function findHome({ db, clusterId, personId }: ClusterScope) {
  const { rows } = await sql<{
    practices: number;
    hasPractice: boolean;
    hasKey: boolean;
    hasAccess: boolean;
    unanswered: number;
  }>`
    with own as (
      select m.practice_id, m.member_id from member m
      where m.cluster_id = ${clusterId} and m.person_id = ${personId} and m.valid @> current_day() and m.practice_id is not null
    )
    select
      (select count(*)::int from cluster_practice where cluster_id = ${clusterId} and valid @> current_day()) as practices,
      exists (select from own) as has_practice,
      exists (select from own join own_practice_keys() k using (practice_id)) as has_key,
      exists (select from own where practice_id in (select practice_id from own_practices())) as has_access,
      (select count(*)::int from source_cluster s where s.cluster_id = ${clusterId} and s.valid @> current_day()
        and exists (select from own_practices())
        and not exists (select from source_answer a where a.source_id = s.source_id
          and a.practice_id in (select practice_id from own_practices()))) as unanswered`.execute(db);
  return rows[0]!;
}
