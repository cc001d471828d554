import { daysAfter } from '#domain/meetings/calendar-day.ts';
import type { Questionnaire } from '#domain/questionnaires/question.ts';

/** A questionnaire is asked in rounds: planned with a meeting, open until its last day, then counted once. */
export const ROUND_STATES = ['planned', 'open', 'counted', 'dropped', 'taken_back'] as const;
/** Which of the members are asked. */
export const ASKED = ['doctors', 'everybody', 'attendees', 'nobody'] as const;
export const ROUND_PURPOSES = ['topic', 'evaluation'] as const;

export type RoundState = (typeof ROUND_STATES)[number];
export type Asked = (typeof ASKED)[number];
export type RoundPurpose = (typeof ROUND_PURPOSES)[number];

export type QuestionnaireRound = {
  readonly questionnaireRoundId: string;
  readonly meetingId: string;
  readonly purpose: RoundPurpose;
  readonly definition: Questionnaire;
  /** Whether the coordinator sees who answered what. */
  readonly isNamed: boolean;
  readonly asks: Asked;
  /** Whose people are asked as well, or null. */
  readonly partnerId: string | null;
  /** The earlier round that this one repeats, or null. */
  readonly followsId: string | null;
  /** Days, `2027-03-01`; null while the meeting has no day. */
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly movesWithMeeting: boolean;
  /** Where its days lie from the meeting's, as long as they go with it. */
  readonly opensDays: number;
  readonly closesDays: number;
  readonly state: RoundState;
  readonly countedOn: string | null;
};

/** How somebody is asked: days, of whom, with names or without. */
export type RoundWish = {
  readonly asks: Asked;
  readonly partnerId: string | null;
  readonly isNamed: boolean;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
};

export type PlanRefusal =
  | 'no_such_meeting'
  | 'meeting_over'
  | 'no_such_partner'
  | 'nobody_asked'
  | 'nobody_at_partner'
  | 'nothing_for_partner'
  | 'wellbeing_named'
  | 'opens_in_the_past'
  | 'asked_lately'
  | 'closes_before_it_opens';

/** Why a round cannot be asked like this, or null when it can. `today` as `2027-03-01`. */
export function refusalOfWish(
  { asks, closesOn, isNamed, opensOn, partnerId }: RoundWish,
  { isWellbeing, questions }: Questionnaire,
  today: string,
): PlanRefusal | null {
  if (asks === 'nobody' && !partnerId) return 'nobody_asked';
  if (isNamed && isWellbeing) return 'wellbeing_named';
  if (partnerId && questions.every(({ partnerQuestion }) => partnerQuestion === ''))
    return 'nothing_for_partner';
  if (opensOn && opensOn < today) return 'opens_in_the_past';
  return opensOn && closesOn && closesOn < opensOn ? 'closes_before_it_opens' : null;
}

/** Whether somebody who is asked can answer on a day. */
export function isAnswerable(
  { closesOn, state }: Pick<QuestionnaireRound, 'closesOn' | 'state'>,
  today: string,
): boolean {
  return state === 'open' && closesOn !== null && closesOn >= today;
}

/** Whether a round's time to answer is over and it waits to be counted, prolonged or dropped. */
export function isOver(
  { closesOn, state }: Pick<QuestionnaireRound, 'closesOn' | 'state'>,
  today: string,
): boolean {
  return state === 'open' && closesOn !== null && closesOn < today;
}

/** For how many days a round with too few answers waits to be prolonged before they are deleted unread. */
export const DAYS_TO_PROLONG = 14;

/** How many days before the last day those who have not answered are reminded. */
export const REMIND_DAYS = 3;

/** Where the days of a round lie from the day of its meeting; before it when negative. */
export type RoundDays = { readonly opens: number; readonly closes: number };

/** How many days before the meeting a round usually opens, and closes; an evaluation opens when the meeting is over. */
export const USUAL_DAYS = {
  topic: { opens: -28, closes: -5 },
  evaluation: { opens: 1, closes: 7 },
} as const satisfies Record<RoundPurpose, RoundDays>;

/** How long a round that is planned late is open at the least, where the meeting leaves the time. */
const LEAST_DAYS_OPEN = 3;

/**
 * The usual days of a round for a meeting of a day, no earlier than today; null without a day. What is late is open for
 * some days all the same, and what is asked before the meeting closes the day before it.
 */
export function usualDays(
  heldOn: string | null,
  today: string,
  { closes, opens }: RoundDays = USUAL_DAYS.topic,
): { opensOn: string | null; closesOn: string | null } {
  if (heldOn === null) return { opensOn: null, closesOn: null };
  const opensOn = laterOf(daysAfter(heldOn, opens), today);
  const enough = daysAfter(opensOn, LEAST_DAYS_OPEN);
  const eve = daysAfter(heldOn, -1);
  const late = closes < 0 && eve < enough ? eve : enough;
  return { opensOn, closesOn: laterOf(laterOf(daysAfter(heldOn, closes), late), opensOn) };
}

const laterOf = (day: string, other: string) => (day < other ? other : day);
