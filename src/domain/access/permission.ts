/** Who may do what. A permission is a noun and a verb; it belongs to one kind of scope. */
type Rule =
  | {
      scope: 'cluster';
      roles: readonly string[];
      isConfirmedAgain?: true;
      isAlsoByLink?: true;
      isAlsoByRespondent?: true;
    }
  | { scope: 'person' | 'source' | 'link' | 'guest' | 'venue' | 'room' | 'mute' | 'system' };

const coordinators = { scope: 'cluster', roles: ['coordinator'] } as const;
const clinicPeople = { scope: 'cluster', roles: ['member'] } as const;
/** Those who lead the cluster: what is taken up, and what is agreed. */
const leaders = { scope: 'cluster', roles: ['coordinator', 'board'] } as const;
/** Those who arrange its meetings, bought help among them. */
const arrangers = { scope: 'cluster', roles: ['coordinator', 'board', 'secretary'] } as const;
const payers = { scope: 'cluster', roles: ['coordinator', 'board', 'treasurer', 'secretary'] } as const;
/** Everybody who answers for themselves, signed in or by the link in a mail. */
const answerers = {
  scope: 'cluster',
  roles: ['member', 'coordinator', 'board', 'treasurer', 'secretary', 'consultant'],
  isAlsoByLink: true,
} as const;
const proposers = { ...clinicPeople, isAlsoByLink: true } as const;

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
  'topic.propose': proposers,
  'topic.decide': leaders,
  'topic.vote': proposers,
  'package.keep': leaders,
  'questionnaire.write': leaders,
  'meeting.plan': arrangers,
  'meeting.invite': arrangers,
  'meeting.close': leaders,
  'agenda.write': arrangers,
  'minutes.write': arrangers,
  // Besides those who arrange, whoever takes the minutes of the meeting, which the command asks.
  'minutes.take': { scope: 'cluster', roles: answerers.roles },
  // One's own alone; those of others are with whoever writes the minutes.
  'action.settle': answerers,
  'attendance.register': arrangers,
  'attendance.tell': { scope: 'room' },
  'date.vote': answerers,
  'rsvp.give': answerers,
  'partner.keep': arrangers,
  'guest.invite': arrangers,
  'guest.answer': { scope: 'guest' },
  'question.ask': proposers,
  'venue.confirm': { scope: 'venue' },
  'figure_order.send': coordinators,
  'own_count.enter': clinicPeople,
  'own_count.ask': arrangers,
  'agreement.make': arrangers,
  'expense.enter': payers,
  'questionnaire_round.plan': leaders,
  // Once it is open, those who arrange remind.
  'questionnaire_round.remind': arrangers,
  'questionnaire.answer': { ...answerers, isAlsoByRespondent: true },
  'text_answer.release': coordinators,
  'letter.recall': arrangers,
  'letter.mute': { scope: 'mute' },
  'link.hand_over': arrangers,
  'calendar.follow': { scope: 'cluster', roles: answerers.roles },
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
  if (asker.kind === 'member_link') return 'isAlsoByLink' in rule ? null : 'not_permitted';
  if (asker.kind === 'respondent') return 'isAlsoByRespondent' in rule ? null : 'not_permitted';
  if (asker.kind !== rule.scope) return 'not_permitted';
  if (rule.scope !== 'cluster') return null;
  if (!rule.roles.some((role) => asker.roles?.includes(role))) return 'not_permitted';
  return rule.isConfirmedAgain && !isFresh(asker) ? 'confirm_again' : null;
}

function isFresh({ confirmedAt, now }: Asker): boolean {
  return confirmedAt !== undefined && now.getTime() - confirmedAt.getTime() <= CONFIRMATION_MINUTES * 60_000;
}
