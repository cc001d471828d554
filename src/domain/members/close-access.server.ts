import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/**
 * Closes the practice's figures to one of its people, or to oneself, at once. Only a doctor who can see them
 * decides that. Whoever holds the key can open again, and the practice is told when that happens.
 */
export const closeAccess = command(
  { permission: 'practice.decide', event: 'figure_access.closed' },
  async (scope: ClusterScope, memberId: string) => {
    const { numUpdatedRows } = await scope.db
      .updateTable('figureAccess')
      .set({ endedAt: scope.now })
      .where('memberId', '=', memberId)
      .where('endedAt', 'is', null)
      .where(sql<boolean>`practice_id in (select practice_id from practices_to_decide_for())`)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? done : refused('no_such_colleague');
  },
);
