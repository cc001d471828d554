import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/**
 * Opens the source through which the cluster's own coordinators deliver, made under this id when there is none,
 * and answers which it is. `name` is what everybody reads under a figure.
 */
export const openOwnSource = command(
  { permission: 'source.open', event: 'source.opened' },
  async ({ db }: ClusterScope, newSourceId: string, name: string) => {
    const { rows } = await sql<{ sourceId: string | null }>`
      select open_own_source(${newSourceId}::uuid, ${name.slice(0, 120)}) as source_id`.execute(db);
    const sourceId = rows[0]?.sourceId;
    return sourceId ? made({ sourceId }) : refused('not_there');
  },
);
