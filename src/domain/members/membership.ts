/** How a person belongs to a cluster. The first three belong to a clinic of it; the others to none. */
export const KINDS = ['doctor', 'trainee', 'staff', 'secretary', 'consultant'] as const;
export type Kind = (typeof KINDS)[number];

/** What a member, or a whole clinic, may hold besides. */
export const ROLES = ['coordinator', 'board', 'treasurer'] as const;
export type HeldRole = (typeof ROLES)[number];

/** Whether somebody of this kind belongs to a practice. */
export function hasPractice(kind: Kind): boolean {
  return kind === 'doctor' || kind === 'trainee' || kind === 'staff';
}

/** The kind that a form or a list names, or null for none of them. */
export function kindIn(value: unknown): Kind | null {
  return KINDS.find((kind) => kind === value) ?? null;
}

/** The role that a form names, or null for none of them. */
export function roleIn(value: unknown): HeldRole | null {
  return ROLES.find((role) => role === value) ?? null;
}
