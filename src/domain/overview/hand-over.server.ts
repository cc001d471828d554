import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { FROM_TODAY, UNTIL_TODAY } from '#domain/members/ending.server.ts';
import { findMember } from '#domain/members/members.server.ts';
import { mayHoldRoles } from '#domain/members/role-holding.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/**
 * Hands the role of coordinator to another member in one step. Everything that is open belongs to the cluster and
 * stays as it is; whoever hands over is coordinator no longer.
 */
export const handOver = command(
  { permission: 'role.give', event: 'coordinator.handed_over' },
  async (scope: ClusterScope, memberId: string) => {
    const member = await findMember(scope, memberId);
    if (!member) return refused('no_such_member');
    if (!mayHoldRoles(member.kind)) return refused('role_needs_a_practice');
    if (member.personId === scope.personId) return refused('oneself');
    if (!(await isCoordinator(scope, memberId))) await enter(scope, memberId);
    const { clusterId } = scope;
    const facts = { target: `/c/${clusterId}` };
    const letter = { kind: 'coordinator_handed_over', clusterId, meetingId: null, facts } as const;
    await writeMeetingLetter(scope, { ...letter, to: { personId: member.personId } });
    await leave(scope);
    return done;
  },
);

async function isCoordinator({ db }: ClusterScope, memberId: string): Promise<boolean> {
  const held = await db
    .selectFrom('roleHolding')
    .select('roleHoldingId')
    .where('memberId', '=', memberId)
    .where('role', '=', 'coordinator')
    .where(sql<boolean>`valid @> current_day()`)
    .executeTakeFirst();
  return held !== undefined;
}

async function enter({ db, clusterId, now }: ClusterScope, memberId: string): Promise<void> {
  await db
    .insertInto('roleHolding')
    .values({ clusterId, role: 'coordinator', memberId, valid: FROM_TODAY, givenAt: now })
    .execute();
}

// A clinic that holds the role keeps it; only what is the person's own ends.
async function leave({ db, personId }: ClusterScope): Promise<void> {
  await db
    .updateTable('roleHolding')
    .set({ valid: UNTIL_TODAY })
    .where('role', '=', 'coordinator')
    .where(sql<boolean>`valid @> current_day()`)
    .where('memberId', 'in', (member) =>
      member.selectFrom('member').select('member.memberId').where('member.personId', '=', personId),
    )
    .execute();
}
