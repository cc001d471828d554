/** Letters to members and others of the cluster. Their words stand in meeting-letter.text.ts, as all others here. */
export const MEMBER_KINDS = [
  'date_poll',
  'date_poll_reminder',
  'dates_added',
  'date_reserved',
  'meeting_invitation',
  'meeting_moved',
  'meeting_cancelled',
  'rsvp_reminder',
  'minutes',
  'topic_vote',
  'topic_vote_result',
  'topic_outcome',
  'action_reminder',
  'own_count_asked',
  'own_count_reminder',
  'measured_again',
  'week_ahead',
  'digest',
  'coordinator_handed_over',
  'questionnaire',
  'questionnaire_reminder',
  'evaluation',
] as const;
/** Letters to a guest of a meeting. */
export const GUEST_KINDS = [
  'guest_dates',
  'guest_dates_reminder',
  'guest_invitation',
  'guest_invitation_reminder',
  'guest_moved',
  'guest_changed',
  'guest_cancelled',
  'guest_afterwards',
] as const;
/** Letters to the place where the meeting is held. */
export const VENUE_KINDS = ['venue_numbers', 'venue_numbers_again', 'venue_cancelled'] as const;
/** Letters to those who deliver for a data source. */
export const ORDER_KINDS = ['figure_order', 'figure_order_reminder', 'figure_order_cancelled'] as const;

/** Letters to one of a partner's people, who is asked to answer a questionnaire. */
export const RESPONDENT_KINDS = ['partner_questionnaire', 'partner_questionnaire_reminder'] as const;
/** Letters about a questionnaire. */
export const QUESTIONNAIRE_KINDS = [
  'questionnaire',
  'questionnaire_reminder',
  'evaluation',
  ...RESPONDENT_KINDS,
] as const;

export const MEETING_LETTER_KINDS = [
  ...MEMBER_KINDS,
  ...GUEST_KINDS,
  ...VENUE_KINDS,
  ...ORDER_KINDS,
  ...RESPONDENT_KINDS,
] as const;
export type MeetingLetterKind = (typeof MEETING_LETTER_KINDS)[number];

/** Whether this release has words for a letter of this kind about meetings. */
export function isMeetingLetter(kind: string): kind is MeetingLetterKind {
  return isOneOf(MEETING_LETTER_KINDS, kind);
}

/** Whom a kind of letter is for. */
export type Receiver = 'member' | 'guest' | 'venue' | 'source' | 'respondent';

/** Whom a letter of this kind is for. */
export function receiverOf(kind: MeetingLetterKind): Receiver {
  if (isOneOf(GUEST_KINDS, kind)) return 'guest';
  if (isOneOf(VENUE_KINDS, kind)) return 'venue';
  if (isOneOf(RESPONDENT_KINDS, kind)) return 'respondent';
  return isOneOf(ORDER_KINDS, kind) ? 'source' : 'member';
}

/**
 * What the link of a letter is: the own page of a member, a guest or the venue; the questionnaire that one of a
 * partner's people is asked; a sign-in that leads to the source's page; or the address of a page that asks for a sign-in.
 */
export type Way = 'member' | 'guest' | 'venue' | 'respondent' | 'sign_in' | 'page';

const BEHIND_SIGN_IN: readonly MeetingLetterKind[] = [
  'minutes',
  'topic_vote_result',
  'topic_outcome',
  'action_reminder',
  'own_count_asked',
  'own_count_reminder',
  'measured_again',
  'week_ahead',
  'coordinator_handed_over',
];

/** What the link of a letter of this kind is. */
export function wayOf(kind: MeetingLetterKind): Way {
  const receiver = receiverOf(kind);
  if (receiver === 'source') return 'sign_in';
  return BEHIND_SIGN_IN.includes(kind) ? 'page' : receiver;
}

const PLACES = {
  member: '/m/',
  guest: '/g/',
  venue: '/v/',
  respondent: '/q/',
  sign_in: '/sign-in/',
} as const;

/** The path of a link: of a fresh token, or the page that it names. */
export function pathOfWay(way: Way, token: string, target: string): string {
  return way === 'page' ? target : `${PLACES[way]}${token}`;
}

/** The page that a letter leads to when its facts name none, as a path of this site. */
export function pageOf(kind: MeetingLetterKind, clusterId: string, meetingId: string | null): string {
  const cluster = `/c/${clusterId}`;
  if (kind === 'topic_outcome' || kind === 'topic_vote_result') return `${cluster}/topics`;
  if (kind === 'own_count_asked' || kind === 'own_count_reminder') return `${cluster}/own-counts`;
  if (kind === 'action_reminder') return `${cluster}/answer#actions`;
  if (!meetingId || kind === 'week_ahead' || kind === 'coordinator_handed_over') return cluster;
  const page = { minutes: 'minutes', measured_again: 'agreements' } as const;
  return `${cluster}/meetings/${meetingId}/${page[kind as keyof typeof page] ?? ''}`.replace(/\/$/, '');
}

const MAY_BE_MUTED: readonly string[] = [
  'date_poll_reminder',
  'rsvp_reminder',
  'topic_vote',
  'topic_vote_result',
  'topic_outcome',
  'action_reminder',
  'own_count_asked',
  'own_count_reminder',
  'measured_again',
  'week_ahead',
  'digest',
  'questionnaire_reminder',
  'evaluation',
] satisfies MeetingLetterKind[];

/** Whether somebody may ask for no more letters of this kind. What nobody can do without is not among them. */
export function mayBeMuted(kind: string): kind is MeetingLetterKind {
  return MAY_BE_MUTED.includes(kind);
}

/** The kinds that somebody may ask for no more of. */
export const MUTABLE_KINDS = MEETING_LETTER_KINDS.filter(mayBeMuted);

/** The letters that tell the receiver's calendar about the meeting. */
export const CALENDAR_KINDS: readonly MeetingLetterKind[] = [
  'date_reserved',
  'meeting_invitation',
  'meeting_moved',
  'meeting_cancelled',
  'guest_invitation',
  'guest_moved',
  'guest_cancelled',
];

/** Whether a letter of this kind tells the receiver's calendar about the meeting. */
export function isForCalendar(kind: MeetingLetterKind): boolean {
  return CALENDAR_KINDS.includes(kind);
}

function isOneOf(known: readonly string[], kind: string): boolean {
  return known.includes(kind);
}

/** A day, and a time on the wall in Copenhagen. */
export type Occasion = { heldOn: string; startsAt: string };

/** What a guest is to know about their own part: where it stands in the programme, and what of it is new to them. */
export type GuestPart = {
  changed: readonly string[];
  slot: string;
  /** When the slot begins, as the programme stands; null without one or without a time. */
  slotAt: string | null;
  practicalities: string;
  preMeeting: Occasion | null;
};

/**
 * What a letter about a meeting can tell of; texts are empty and lists have nothing in them where there is nothing
 * to tell. `today` is the day of sending.
 */
export type MeetingTold = {
  name: string;
  cluster: string;
  sender: string;
  today: string;
  title: string;
  occasion: Occasion | null;
  minutes: number;
  place: string;
  address: string;
  isOnline: boolean;
  /** The day stands, and only the place is new. */
  isPlaceAlone: boolean;
  greeting: string;
  /** The days that are asked about, those that came later marked so. */
  dates: (Occasion & { isAdded: boolean })[];
  /** The last day on which to answer. */
  closesOn: string | null;
  problem: string;
  part: GuestPart;
  numbers: { people: number; diets: { diet: string; count: number }[] };
  /** The day on which the venue is told the last numbers. */
  lastNumbersOn: string | null;
  topic: { sentence: string; answer: string };
  action: { sentence: string; dueOn: string | null };
  agreement: { what: string; measure: string; hasFigures: boolean };
  questionnaire: {
    title: string;
    questions: number;
    minutes: number;
    isNamed: boolean;
    isWellbeing: boolean;
    closesOn: string | null;
  };
  order: { source: string; indicators: string[]; wantedOn: string | null; remark: string };
  /** Other things to be told one line each. */
  lines: string[];
};
