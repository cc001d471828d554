import { sql } from 'kysely';
import { writeLetter } from '#domain/notices/write-letter.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { FROM_TODAY } from './ending.server.ts';

/** Has a source serve the cluster from today. */
export async function beginServing(
  { db, clusterId, isExample }: ClusterScope,
  sourceId: string,
): Promise<void> {
  await db
    .insertInto('sourceCluster')
    .values({ sourceId, clusterId, isExample, valid: FROM_TODAY })
    .execute();
}

/** Writes to everybody who delivers for a source that the cluster has asked for figures. */
export async function writeToSource(scope: ClusterScope, sourceId: string): Promise<void> {
  const { rows } = await sql<{ personId: string; source: string; inviter: string }>`
    select distinct sp.person_id, s.name as source, i.name as inviter
    from source_person sp join source s using (source_id) join person i on i.person_id = ${scope.personId}
    where sp.source_id = ${sourceId} and sp.valid @> current_day()`.execute(scope.db);
  for (const { personId, source, inviter } of rows) {
    const facts = { source, inviter, target: `/source/${sourceId}` };
    await writeLetter(scope, { kind: 'source_invitation', personId, clusterId: scope.clusterId, facts });
  }
}
