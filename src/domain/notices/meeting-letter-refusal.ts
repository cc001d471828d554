import { type MeetingLetterKind, mayBeMuted } from './meeting-letter.ts';

/**
 * How things stand with what a letter is about, at the moment of sending. `isTaken`: somebody has voted on the day or
 * the topic, or answered whether they come. `isSuperseded`: a later letter tells the same receiver of a move, or of
 * other numbers. `isOver`: the order, the action or the guest's part that it is about is done with.
 */
export type Situation = {
  today: string;
  state: string | null;
  heldOn: string | null;
  isPollOpen: boolean;
  isVoteOpen: boolean;
  isRoundOpen: boolean;
  hasAnswered: boolean;
  isSuperseded: boolean;
  isOver: boolean;
  isMuted: boolean;
};

/** Why a letter is not sent after all. Of these nobody needs to be told again by other means. */
export const NEEDLESS = [
  'meeting_cancelled',
  'meeting_moved',
  'meeting_over',
  'not_cancelled',
  'poll_closed',
  'vote_closed',
  'questionnaire_closed',
  'answered',
  'settled',
  'muted',
  'membership_ended',
  'guest_cancelled',
  'source_left',
  'partner_left',
  'nothing_left',
] as const;
export type Needless = (typeof NEEDLESS)[number];

type Group =
  | 'questionnaire'
  | 'poll'
  | 'ahead'
  | 'planned'
  | 'called_off'
  | 'order'
  | 'topics'
  | 'after'
  | 'other';

const GROUPS: Record<MeetingLetterKind, Group> = {
  date_poll: 'poll',
  date_poll_reminder: 'poll',
  dates_added: 'poll',
  date_reserved: 'ahead',
  meeting_invitation: 'ahead',
  meeting_moved: 'ahead',
  meeting_cancelled: 'called_off',
  rsvp_reminder: 'ahead',
  minutes: 'after',
  topic_vote: 'topics',
  topic_vote_result: 'other',
  topic_outcome: 'other',
  action_reminder: 'after',
  own_count_asked: 'after',
  own_count_reminder: 'after',
  measured_again: 'after',
  week_ahead: 'other',
  digest: 'other',
  coordinator_handed_over: 'other',
  guest_dates: 'poll',
  guest_dates_reminder: 'poll',
  guest_invitation: 'ahead',
  guest_invitation_reminder: 'ahead',
  guest_moved: 'ahead',
  guest_changed: 'after',
  guest_cancelled: 'called_off',
  guest_afterwards: 'after',
  venue_numbers: 'ahead',
  venue_numbers_again: 'ahead',
  venue_cancelled: 'other',
  questionnaire: 'questionnaire',
  questionnaire_reminder: 'questionnaire',
  evaluation: 'questionnaire',
  partner_questionnaire: 'questionnaire',
  partner_questionnaire_reminder: 'questionnaire',
  figure_order: 'order',
  figure_order_reminder: 'order',
  figure_order_cancelled: 'other',
};

const NOT_TO_THOSE_WHO_ANSWERED: readonly MeetingLetterKind[] = [
  'date_poll_reminder',
  'dates_added',
  'rsvp_reminder',
  'topic_vote',
  'own_count_asked',
  'own_count_reminder',
  'guest_dates_reminder',
  'guest_invitation_reminder',
  'questionnaire',
  'questionnaire_reminder',
  'evaluation',
  'partner_questionnaire',
  'partner_questionnaire_reminder',
];

/** Why a letter of this kind would tell what is not so any more, or null when it is right to send it. */
export function refusalOfMeetingLetter(kind: MeetingLetterKind, now: Situation): Needless | null {
  if (mayBeMuted(kind) && now.isMuted) return 'muted';
  const refusal = REFUSALS[GROUPS[kind]](now);
  if (refusal) return refusal;
  return NOT_TO_THOSE_WHO_ANSWERED.includes(kind) && now.hasAnswered ? 'answered' : null;
}

const REFUSALS: Record<Group, (now: Situation) => Needless | null> = {
  questionnaire: ({ isRoundOpen, state }) => {
    if (state === 'cancelled') return 'meeting_cancelled';
    return isRoundOpen ? null : 'questionnaire_closed';
  },
  poll: ({ isPollOpen, state }) => {
    if (state === 'cancelled') return 'meeting_cancelled';
    return isPollOpen ? null : 'poll_closed';
  },
  ahead: ({ heldOn, isSuperseded, state, today }) => {
    if (state === 'cancelled') return 'meeting_cancelled';
    if (isSuperseded || heldOn === null) return 'meeting_moved';
    return heldOn < today ? 'meeting_over' : null;
  },
  planned: ({ heldOn, state, today }) => {
    if (state === 'cancelled') return 'meeting_cancelled';
    return heldOn !== null && heldOn < today ? 'meeting_over' : null;
  },
  called_off: ({ heldOn, isOver, state, today }) => {
    if (state !== 'cancelled' && !isOver) return 'not_cancelled';
    return heldOn !== null && heldOn < today ? 'meeting_over' : null;
  },
  order: ({ isOver }) => (isOver ? 'settled' : null),
  topics: ({ isVoteOpen }) => (isVoteOpen ? null : 'vote_closed'),
  after: ({ isOver, state }) => {
    if (state === 'cancelled') return 'meeting_cancelled';
    return isOver ? 'settled' : null;
  },
  other: () => null,
};
