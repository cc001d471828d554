import type { HeldRole, Kind } from './membership.ts';

/** A role held today, by a member or by a whole clinic, whose doctors then all hold it. */
export type Holding = {
  roleHoldingId: string;
  role: HeldRole;
  memberId: string | null;
  practiceId: string | null;
};

/** A membership of today, as far as roles ask. */
export type Holder = { memberId: string; personId: string; practiceId: string | null; kind: Kind };

/** The roles that a membership holds, and whether the clinic holds them for it. */
export function rolesOf(holder: Holder, holdings: readonly Holding[]) {
  return holdings.filter((holding) => isHeldBy(holding, holder));
}

function isHeldBy(holding: Holding, { memberId, practiceId, kind }: Holder): boolean {
  if (holding.memberId !== null) return holding.memberId === memberId;
  return holding.practiceId === practiceId && kind === 'doctor';
}

/** Whether somebody still coordinates among these members with these roles. */
export function hasCoordinator(holders: readonly Holder[], holdings: readonly Holding[]): boolean {
  const coordinating = holdings.filter(({ role }) => role === 'coordinator');
  return holders.some((holder) => rolesOf(holder, coordinating).length > 0);
}

/** Whether a membership of this kind may hold roles: bought help and consultants have none. */
export function mayHoldRoles(kind: Kind): boolean {
  return kind === 'doctor' || kind === 'trainee' || kind === 'staff';
}
