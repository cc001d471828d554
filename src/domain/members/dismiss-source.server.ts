import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { findClusterSource } from './cluster-sources.server.ts';
import { UNTIL_TODAY } from './ending.server.ts';

/** Ends a data source's service to the cluster today: it delivers no more here. What it delivered stays. */
export const dismissSource = command(
  { permission: 'source.dismiss', event: 'source.dismissed' },
  async (scope: ClusterScope, sourceId: string) => {
    const source = await findClusterSource(scope, sourceId);
    if (!source?.isServing) return refused('no_such_source');
    await scope.db
      .updateTable('sourceCluster')
      .set({ valid: UNTIL_TODAY })
      .where('sourceId', '=', sourceId)
      .where('clusterId', '=', scope.clusterId)
      .where(sql<boolean>`valid @> current_day()`)
      .execute();
    return done;
  },
);
