/** Who may do what. A permission is a noun and a verb; it belongs to one kind of scope. */
type Rule =
  | { scope: 'cluster'; roles: readonly string[]; isConfirmedAgain?: true }
  | { scope: 'person' | 'source' | 'link' | 'system' };

const coordinators = { scope: 'cluster', roles: ['coordinator'] } as const;
const clinicPeople = { scope: 'cluster', roles: ['member'] } as const;

export const PERMISSIONS = {
  'cluster.found': { scope: 'person' },
  'cluster.enter': { scope: 'system' },
  'practice.add': coordinators,
  'practice.end': coordinators,
  'practice.decide': clinicPeople,
  'practice.open': clinicPeople,
  'member.invite': coordinators,
  'member.change': coordinators,
  'member.end': coordinators,
  'role.give': coordinators,
  'role.take': coordinators,
  'source.invite': coordinators,
  'source.open': coordinators,
  'source.dismiss': coordinators,
  'source.answer': clinicPeople,
  'source.vouch': { scope: 'source' },
  'source.staff': { scope: 'source' },
  'figure.deliver': { scope: 'source' },
  'figure.withdraw': { scope: 'source' },
  'figure.look': clinicPeople,
  'spread.publish': { ...coordinators, isConfirmedAgain: true },
  'session.request': { scope: 'link' },
  'session.start': { scope: 'link' },
  'session.end': { scope: 'person' },
  'person.change': { scope: 'person' },
  'address.move': { scope: 'link' },
  'installation.operate': { scope: 'system' },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;

/** How long a confirmation of the mailbox is fresh enough for what is asked again. */
export const CONFIRMATION_MINUTES = 30;

export type Asker = { kind: string; roles?: readonly string[]; confirmedAt?: Date; now: Date };

/** Why this asker may not, or null when they may. */
export function refusalOf(permission: Permission, asker: Asker): 'not_permitted' | 'confirm_again' | null {
  const rule: Rule = PERMISSIONS[permission];
  // The operator's tool goes through the same commands, with the installation itself as the one who acts.
  if (asker.kind === 'system') return null;
  if (asker.kind !== rule.scope) return 'not_permitted';
  if (rule.scope !== 'cluster') return null;
  if (!rule.roles.some((role) => asker.roles?.includes(role))) return 'not_permitted';
  return rule.isConfirmedAgain && !isFresh(asker) ? 'confirm_again' : null;
}

function isFresh({ confirmedAt, now }: Asker): boolean {
  return confirmedAt !== undefined && now.getTime() - confirmedAt.getTime() <= CONFIRMATION_MINUTES * 60_000;
}
