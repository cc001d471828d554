import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { SourceKind } from './cluster-source.ts';

/** A data source as the cluster's coordinators see it: who it is, whether the operator knows it, whether it serves. */
export type ClusterSource = {
  sourceId: string;
  name: string;
  kind: SourceKind;
  isTrusted: boolean;
  isServing: boolean;
  since: string | null;
  people: string[];
};

/** The sources that serve the cluster today and those that the operator knows, by name; without the practices' own counts. */
export async function listClusterSources({ db, clusterId }: ClusterScope): Promise<ClusterSource[]> {
  const { rows } = await sql<ClusterSource>`
    select s.source_id, s.name, s.kind, s.is_trusted, c.since is not null as is_serving, c.since::text as since,
      array(select distinct p.name from source_person sp join person p using (person_id)
        where sp.source_id = s.source_id and sp.valid @> current_day() order by p.name) as people
    from source s
    left join lateral (select lower(valid) as since from source_cluster
      where source_id = s.source_id and cluster_id = ${clusterId} and valid @> current_day()) c on true
    where (c.since is not null or s.is_trusted) and s.kind <> 'own_count'
    order by s.name collate "da-x-icu", s.source_id`.execute(db);
  return rows;
}

/** A source that serves the cluster or that the operator knows, or null. */
export async function findClusterSource(
  scope: ClusterScope,
  sourceId: string,
): Promise<ClusterSource | null> {
  return (await listClusterSources(scope)).find((source) => source.sourceId === sourceId) ?? null;
}

/** Whether a source that the operator knows, and that can thus hand out keys, serves the cluster today. */
export async function isServedByKnown(scope: ClusterScope): Promise<boolean> {
  return (await listClusterSources(scope)).some(({ isTrusted, isServing }) => isTrusted && isServing);
}
