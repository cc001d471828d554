import { daysAfter } from '#domain/meetings/calendar-day.ts';
import { PARTIES, type Party } from '#domain/questionnaires/question.ts';
import { leastOf } from './result-disclosure.ts';
import { DAYS_TO_PROLONG, isAnswerable, type QuestionnaireRound } from './round.ts';

/**
 * How a round stands to whoever arranges it: planned without a day or with one, past its days without having been
 * opened, open, over and waiting for the count, over with too few answers, and how it ended: unreadable is a round
 * whose key was lost before its answers were opened.
 */
export const STANDINGS = [
  'waits_for_day',
  'planned',
  'missed',
  'open',
  'counting',
  'too_few',
  'counted',
  'dropped',
  'unreadable',
  'taken_back',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** How many of each party were asked and have answered; a party that nobody of was asked is not in it. */
export type PartyCounts = Partial<Record<Party, { asked: number; answered: number }>>;

type Round = Pick<QuestionnaireRound, 'closesOn' | 'definition' | 'opensOn' | 'state'>;

/** How a round stands on a day, by how many have answered. */
export function standingOf(round: Round, counts: PartyCounts, today: string): Standing {
  const { closesOn, opensOn, state } = round;
  if (state === 'planned') {
    if (opensOn === null || closesOn === null) return 'waits_for_day';
    return closesOn < today ? 'missed' : 'planned';
  }
  if (state === 'dropped') return hasEnough(round.definition, counts) ? 'unreadable' : 'dropped';
  if (state !== 'open') return state;
  if (isAnswerable(round, today)) return 'open';
  return hasEnough(round.definition, counts) ? 'counting' : 'too_few';
}

/** Whether enough of some party have answered for anything to be shown. */
export function hasEnough(
  { isWellbeing }: Pick<Round['definition'], 'isWellbeing'>,
  counts: PartyCounts,
): boolean {
  return PARTIES.some((party) => (counts[party]?.answered ?? 0) >= leastOf(isWellbeing));
}

/** The last day on which a round that got too few answers can be prolonged; after it they are deleted unread. */
export function lastDayToProlong(closesOn: string): string {
  return daysAfter(closesOn, DAYS_TO_PROLONG);
}

/** How many were asked and have answered, all parties together. */
export function totalOf(counts: PartyCounts): { asked: number; answered: number } {
  const all = PARTIES.map((party) => counts[party] ?? { asked: 0, answered: 0 });
  const sum = (of: 'asked' | 'answered') => all.reduce((so, one) => so + one[of], 0);
  return { asked: sum('asked'), answered: sum('answered') };
}
