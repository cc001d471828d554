import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { FROM_TODAY } from './ending.server.ts';
import { findMember, findPractice, listHoldings } from './members.server.ts';
import type { HeldRole } from './membership.ts';
import { mayHoldRoles } from './role-holding.ts';

/** Gives a member a role. Bought help and consultants hold none: a role shows what the cluster sees. */
export const giveRole = command(
  { permission: 'role.give', event: 'role.given' },
  async (scope: ClusterScope, memberId: string, role: HeldRole) => {
    const member = await findMember(scope, memberId);
    if (!member) return refused('no_such_member');
    if (!mayHoldRoles(member.kind)) return refused('role_needs_a_practice');
    const held = (await listHoldings(scope)).some((one) => one.memberId === memberId && one.role === role);
    if (held) return refused('role_held_already');
    await enter(scope, { role, memberId });
    return done;
  },
);

/** Makes a whole clinic coordinator: all its doctors, also those who come later. */
export const giveClinicRole = command(
  { permission: 'role.give', event: 'role.given' },
  async (scope: ClusterScope, practiceId: string) => {
    if (!(await findPractice(scope, practiceId))) return refused('no_such_practice');
    const held = (await listHoldings(scope)).some((one) => one.practiceId === practiceId);
    if (held) return refused('role_held_already');
    await enter(scope, { role: 'coordinator', practiceId });
    return done;
  },
);

type Given = { role: HeldRole; memberId?: string; practiceId?: string };

async function enter({ db, clusterId, now }: ClusterScope, given: Given): Promise<void> {
  await db
    .insertInto('roleHolding')
    .values({ clusterId, ...given, valid: FROM_TODAY, givenAt: now })
    .execute();
}
