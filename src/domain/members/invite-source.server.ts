import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { isAllowed } from './attempts.server.ts';
import { findClusterSource } from './cluster-sources.server.ts';
import { beginServing, writeToSource } from './serving.server.ts';

/** Asks a data source that the operator knows for figures. The practices still say yes or no each for itself. */
export const inviteSource = command(
  { permission: 'source.invite', event: 'source.invited' },
  async (scope: ClusterScope, sourceId: string) => {
    const source = await findClusterSource(scope, sourceId);
    if (!source) return refused('no_such_source');
    if (source.isServing) return refused('serves_already');
    if (!(await isAllowed(scope, `invite:${scope.personId}`, 40))) return refused('too_many_tries');
    await beginServing(scope, sourceId);
    await writeToSource(scope, sourceId);
    return done;
  },
);
