import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { hasCoordinatorWithout, UNTIL_TODAY } from './ending.server.ts';
import { listHoldings } from './members.server.ts';

/** Takes a role from the member or the clinic that holds it, today. Never the last coordinator's. */
export const takeRole = command(
  { permission: 'role.take', event: 'role.taken' },
  async (scope: ClusterScope, roleHoldingId: string) => {
    const holding = (await listHoldings(scope)).find((one) => one.roleHoldingId === roleHoldingId);
    if (!holding) return refused('role_not_held');
    const isCoordinated =
      holding.role !== 'coordinator' ||
      (await hasCoordinatorWithout(scope, { holdings: (one) => one.roleHoldingId === roleHoldingId }));
    if (!isCoordinated) return refused('last_coordinator');
    await scope.db
      .updateTable('roleHolding')
      .set({ valid: UNTIL_TODAY })
      .where('roleHoldingId', '=', roleHoldingId)
      .execute();
    return done;
  },
);
