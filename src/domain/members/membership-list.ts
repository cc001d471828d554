import type { HeldRole, Kind } from './membership.ts';
import { type Holding, rolesOf } from './role-holding.ts';

/** A role somebody holds, and whether the clinic holds it for them. */
export type RoleHeld = { role: HeldRole; isByClinic: boolean };

type Person = { memberId: string; personId: string; practiceId: string | null; kind: Kind };
type Practice = { practiceId: string };

/** The members with their roles, under the practices they belong to; and those who belong to none. */
export function byPractice<M extends Person, P extends Practice>(
  practices: readonly P[],
  members: readonly M[],
  holdings: readonly Holding[],
): { practices: (P & { members: (M & { roles: RoleHeld[] })[] })[]; outside: (M & { roles: RoleHeld[] })[] } {
  const listed = members.map((member) => ({ ...member, roles: heldBy(member, holdings) }));
  const of = (practiceId: string | null) => listed.filter((member) => member.practiceId === practiceId);
  return {
    practices: practices.map((practice) => ({ ...practice, members: of(practice.practiceId) })),
    outside: of(null),
  };
}

function heldBy(member: Person, holdings: readonly Holding[]): RoleHeld[] {
  return rolesOf(member, holdings).map(({ role, memberId }) => ({ role, isByClinic: memberId === null }));
}
