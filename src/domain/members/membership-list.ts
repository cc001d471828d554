import { compareNames } from '#domain/clusters/name-order.ts';
import type { HeldRole, Kind } from './membership.ts';
import { type Holding, rolesOf } from './role-holding.ts';

/** A role somebody holds, and whether the clinic holds it for them. */
export type RoleHeld = { role: HeldRole; isByClinic: boolean };

type Person = { memberId: string; personId: string; practiceId: string | null; kind: Kind };
type Practice = { practiceId: string; name: string };

/** A member as one reader may know them: a kind that has to do with figures is null for who sees none. */
export type Listed<M extends Person> = Omit<M, 'kind'> & { kind: Kind | null; roles: RoleHeld[] };

/**
 * The members with their roles, under the practices they belong to, by name, and those who belong to none. A reader who sees
 * no figures is not told who prepares them.
 */
export function byPractice<M extends Person, P extends Practice>(
  {
    practices,
    members,
    holdings,
  }: { practices: readonly P[]; members: readonly M[]; holdings: readonly Holding[] },
  seesFigures: boolean,
): { practices: (P & { members: Listed<M>[] })[]; outside: Listed<M>[] } {
  const listed = members.map((member): Listed<M> => {
    const kind = member.kind === 'consultant' && !seesFigures ? null : member.kind;
    return { ...member, kind, roles: heldBy(member, holdings) };
  });
  const of = (practiceId: string | null) => listed.filter((member) => member.practiceId === practiceId);
  return {
    practices: practices
      .toSorted((a, b) => compareNames(a.name, b.name))
      .map((practice) => ({ ...practice, members: of(practice.practiceId) })),
    outside: of(null),
  };
}

/** Those of these members who hold no role, neither themselves nor by their clinic. */
export function withoutRole<M extends Person>(
  { members, holdings }: { members: readonly M[]; holdings: readonly Holding[] },
  memberIds: readonly string[],
): M[] {
  return members.filter(
    (member) => memberIds.includes(member.memberId) && rolesOf(member, holdings).length === 0,
  );
}

function heldBy(member: Person, holdings: readonly Holding[]): RoleHeld[] {
  return rolesOf(member, holdings).map(({ role, memberId }) => ({ role, isByClinic: memberId === null }));
}
