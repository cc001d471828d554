import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { endMembers, hasCoordinatorWithout, UNTIL_TODAY } from './ending.server.ts';
import { findPractice, listMembers } from './members.server.ts';

/**
 * Ends a practice's membership of the cluster today, and with it those of its people and its roles. Its yes to the
 * data sources lapses. Never the practice without which nobody coordinates.
 */
export const endPractice = command(
  { permission: 'practice.end', event: 'practice.ended' },
  async (scope: ClusterScope, practiceId: string) => {
    if (!(await findPractice(scope, practiceId))) return refused('no_such_practice');
    const members = (await listMembers(scope)).filter((member) => member.practiceId === practiceId);
    if (members.some(({ isSelf }) => isSelf)) return refused('own_practice');
    const isOf = (one: { practiceId: string | null }) => one.practiceId === practiceId;
    if (!(await hasCoordinatorWithout(scope, { holders: isOf, holdings: isOf })))
      return refused('last_coordinator');
    await endMembers(
      scope,
      members.map(({ memberId }) => memberId),
    );
    const today = sql<boolean>`valid @> current_day()`;
    for (const table of ['roleHolding', 'clusterPractice'] as const)
      await scope.db
        .updateTable(table)
        .set({ valid: UNTIL_TODAY })
        .where('practiceId', '=', practiceId)
        .where('clusterId', '=', scope.clusterId)
        .where(today)
        .execute();
    return done;
  },
);
