import { randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { endMembers, FROM_TODAY, hasCoordinatorWithout } from './ending.server.ts';
import { findMember, findPractice, listHoldings, listMembers, type Member } from './members.server.ts';
import { hasPractice, type Kind } from './membership.ts';
import { type Holding, mayHoldRoles } from './role-holding.ts';

/** What somebody is in the cluster, and of which practice, where the kind has one. */
export type Position = { kind: Kind; practiceId: string | null };

/**
 * Gives a person another kind or practice: the membership ends and another begins, with the same roles but without
 * the figures that the first could see. What it makes is the id of the new one.
 */
export const changeMembership = command(
  { permission: 'member.change', event: 'member.changed' },
  async (scope: ClusterScope, memberId: string, wish: Position) => {
    const member = await findMember(scope, memberId);
    if (!member) return refused('no_such_member');
    if (member.isSelf) return refused('own_membership');
    const position = hasPractice(wish.kind) ? wish : { ...wish, practiceId: null };
    if (hasPractice(wish.kind) && !(await isHere(scope, wish.practiceId))) return refused('practice_missing');
    if (member.kind === position.kind && member.practiceId === position.practiceId)
      return refused('nothing_changed');
    if (await isTaken(scope, member, position)) return refused('already_member');
    const kept = mayHoldRoles(position.kind) ? await listOwnHoldings(scope, memberId) : [];
    if (!(await staysCoordinated(scope, memberId, position, kept))) return refused('last_coordinator');
    return made({ memberId: await replace(scope, member, position, kept) });
  },
);

async function isHere(scope: ClusterScope, practiceId: string | null): Promise<boolean> {
  return practiceId !== null && (await findPractice(scope, practiceId)) !== null;
}

async function isTaken(scope: ClusterScope, member: Member, { practiceId }: Position): Promise<boolean> {
  const others = (await listMembers(scope)).filter((other) => other.memberId !== member.memberId);
  return others.some((other) => other.personId === member.personId && other.practiceId === practiceId);
}

async function listOwnHoldings(scope: ClusterScope, memberId: string): Promise<Holding[]> {
  return (await listHoldings(scope)).filter((holding) => holding.memberId === memberId);
}

async function staysCoordinated(
  scope: ClusterScope,
  memberId: string,
  { kind }: Position,
  kept: Holding[],
): Promise<boolean> {
  // A clinic's role reaches its doctors alone; whether the new clinic has one does not count, to keep the rule plain.
  if (mayHoldRoles(kind) && kept.some(({ role }) => role === 'coordinator')) return true;
  return hasCoordinatorWithout(scope, { holders: (holder) => holder.memberId === memberId });
}

async function replace(
  scope: ClusterScope,
  member: Member,
  position: Position,
  kept: Holding[],
): Promise<string> {
  const { clusterId, isExample, now } = scope;
  const memberId = randomUUID();
  await endMembers(scope, [member.memberId]);
  await scope.db
    .insertInto('member')
    .values({
      clusterId,
      memberId,
      personId: member.personId,
      ...position,
      isExample,
      valid: FROM_TODAY,
      invitedAt: member.invitedAt,
    })
    .execute();
  const roles = kept.map(({ role }) => ({ clusterId, role, memberId, valid: FROM_TODAY, givenAt: now }));
  if (roles.length > 0) await scope.db.insertInto('roleHolding').values(roles).execute();
  return memberId;
}
