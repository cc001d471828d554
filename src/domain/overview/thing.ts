import type { OwnAct } from '#domain/journal/own-act.ts';
import type { DeadlineAct } from '#domain/packages/package.ts';

/** What a coordinator may have to do, the most pressing first where two are equally late. */
export const THING_KINDS = [
  'mail_failed',
  'choose_date',
  'ring_round',
  'order_without_source',
  'confirm_meeting',
  'deadline',
  'close_meeting',
  'topics_voted',
  'publish_figures',
  'round_short',
  'round_too_few',
  'texts_to_read',
  'results_ready',
  'agreement_due',
] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** Something to do: since when or by when (an ISO date), about what, and the page below the cluster where it is done. */
export type Thing = {
  kind: ThingKind;
  dueOn: string;
  /** The meeting's title, or the agreement; empty where the kind says it. */
  about: string;
  /** What is to be done by a deadline, in its own words where it has any; null for other kinds. */
  deadline: { act: DeadlineAct; title: string } | null;
  /** How many, where there may be several: letters that failed, people to ring. */
  count: number;
  path: string;
};

const MOST = 3;

// What only some of those who arrange may do; the rest is for all of them.
const ONLY_FOR: Partial<Record<ThingKind, readonly string[]>> = {
  order_without_source: ['coordinator'],
  publish_figures: ['coordinator'],
  topics_voted: ['coordinator', 'board'],
  round_short: ['coordinator', 'board'],
  round_too_few: ['coordinator', 'board'],
  texts_to_read: ['coordinator'],
  results_ready: ['coordinator', 'board'],
};

/** Whether somebody with these roles, among those who arrange, can do it. */
export function isFor({ kind }: Pick<Thing, 'kind'>, roles: readonly string[]): boolean {
  return ONLY_FOR[kind]?.some((role) => roles.includes(role)) ?? true;
}

/** The three things to do now, the most overdue first. */
export function threeOf(things: readonly Thing[]): Thing[] {
  const rank = (thing: Thing) => THING_KINDS.indexOf(thing.kind);
  return things
    .toSorted((a, b) => (a.dueOn === b.dueOn ? rank(a) - rank(b) : a.dueOn < b.dueOn ? -1 : 1))
    .slice(0, MOST);
}

/** The page below a meeting on which a deadline of this act is met. */
export function pageOfAct(act: string): string {
  return PAGES[act] ?? '';
}

const PAGES: Record<string, string> = {
  invite_guest: '/guests',
  guest_brief: '/guests',
  pre_meeting: '/guests',
  order_figures: '/figures',
  count_own: '/own-counts',
  measure_again: '/agreements',
  follow_up: '/agreements',
  open_date_poll: '/dates',
  send_invitation: '/people',
  book_venue: '/venue',
  venue_numbers: '/venue',
  minutes: '/minutes',
};

/** What the system did by itself, and whether it can still be taken back. */
export type OwnDoing = {
  ownDoingId: string;
  act: OwnAct;
  meetingId: string | null;
  meetingTitle: string | null;
  /** How the meeting stands today; null where it is about none. */
  meetingState: string | null;
  facts: Record<string, string>;
  at: Date;
  undoneAt: Date | null;
};

/**
 * Whether somebody with these roles can take back what was done by itself: whoever orders figures an order, and
 * whoever arranges a meeting the closing of its poll, while it still asks for a day.
 */
export function mayUndo({ act, meetingState, undoneAt }: OwnDoing, roles: readonly string[]): boolean {
  if (undoneAt !== null) return false;
  if (act === 'poll_closed') return meetingState === 'polling';
  return act === 'figures_ordered' && roles.includes('coordinator');
}

/** The page below the cluster on which one sees what became of it, or null where there is none. */
export function pageOfDoing({ act, meetingId }: Pick<OwnDoing, 'act' | 'meetingId'>): string | null {
  if (act === 'topic_vote_closed') return '/topics';
  return meetingId && `/meetings/${meetingId}${PAGES_OF_DOINGS[act] ?? ''}`;
}

const PAGES_OF_DOINGS: Partial<Record<OwnAct, string>> = {
  new_members_asked: '/dates',
  voters_reminded: '/dates',
  poll_closed: '/dates',
  new_members_invited: '/people',
  invited_reminded: '/people',
  venue_told_again: '/venue',
  guests_reminded: '/guests',
  guests_asked_afterwards: '/guests',
  figures_ordered: '/figures',
  source_reminded: '/figures',
  figures_received: '/figures',
  questionnaire_opened: '/questionnaire',
  respondents_reminded: '/questionnaire',
  questionnaire_counted: '/questionnaire',
  questionnaire_dropped: '/questionnaire',
  questionnaire_unreadable: '/questionnaire',
  own_counts_asked: '/own-counts',
  counters_reminded: '/own-counts',
  measured_again: '/agreements',
  action_owners_reminded: '/minutes',
};
