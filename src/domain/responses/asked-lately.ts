import { type Day, daysAfter } from '#domain/meetings/calendar-day.ts';
import { isText, type Question } from '#domain/questionnaires/question.ts';
import { areNearly, isMostly, sharedBy, wordsOf } from './alike.ts';
import type { QuestionnaireRound } from './round.ts';

/** How many days lie between what one round came to and the next that asks the same of the same people. */
export const DAYS_BETWEEN = 28;

/** A round as far as it decides when another may be asked. */
export type Asking = Pick<
  QuestionnaireRound,
  | 'questionnaireRoundId'
  | 'meetingId'
  | 'purpose'
  | 'definition'
  | 'isNamed'
  | 'asks'
  | 'partnerId'
  | 'opensOn'
  | 'closesOn'
  | 'countedOn'
  | 'state'
>;

/** The other round that stands in the way, and the first day on which this one may open. */
export type AskedLately = { readonly other: Asking; readonly from: Day };

/** Which other rounds there are, the day, and the groups with people of this round's, when they are more than its own. */
type Lately = { readonly others: readonly Asking[]; readonly on: Day; readonly reached?: readonly string[] };

export const MEMBERS = 'members';

/** Whom a round asks: some of the members, a partner's people, or both; a partner by its id. */
export function groupsOf({ asks, partnerId }: Pick<Asking, 'asks' | 'partnerId'>): string[] {
  return [...(asks === 'nobody' ? [] : [MEMBERS]), ...(partnerId ? [partnerId] : [])];
}

/**
 * Why a round may not open on a day, or null when it may. Two pictures of the same question, asked at nearly the same
 * time of nearly the same people, would tell by their difference what the few answered who stand in one of them alone;
 * and who is among them is known. So what is asked of some of the members, or of the same partner, is asked of them
 * again only when nothing that asks it is open, and some weeks after what did was counted. Words of one's own are not
 * laid side by side, evaluations of two meetings ask about two things, and what was deleted unread told nothing.
 */
export function askedLately(
  round: Asking,
  { on, others, reached = groupsOf(round) }: Lately,
): AskedLately | null {
  const inTheWay = others.flatMap((other): AskedLately[] => {
    const end = endOf(other);
    if (end === null || !asksAgain(round, other)) return [];
    if (!groupsOf(other).some((group) => reached.includes(group))) return [];
    const from = daysAfter(end, DAYS_BETWEEN);
    return from > on ? [{ other, from }] : [];
  });
  return inTheWay.reduce<AskedLately | null>(
    (last, one) => (last && last.from >= one.from ? last : one),
    null,
  );
}

// The day of the picture that it leaves, or null where there is none.
function endOf({ closesOn, countedOn, isNamed, state }: Asking): Day | null {
  if (state === 'counted') return countedOn;
  // What was answered with names has been seen, also where it was too little to be counted.
  return state === 'open' || (state === 'dropped' && isNamed) ? closesOn : null;
}

function asksAgain(round: Asking, other: Asking): boolean {
  if (round.questionnaireRoundId === other.questionnaireRoundId) return false;
  const areOfMeetings = round.purpose === 'evaluation' && other.purpose === 'evaluation';
  if (areOfMeetings && round.meetingId !== other.meetingId) return false;
  return round.definition.questions.some((one) =>
    other.definition.questions.some((another) => asksAlike(one, another)),
  );
}

/** Whether two questions ask the same, in the same words or under the same name in nearly the same. */
export function asksAlike(one: Question, other: Question): boolean {
  if (isText(one) || one.type !== other.type || one.scale !== other.scale) return false;
  if (!areNearly(one.options, other.options) || !areNearly(one.rows, other.rows)) return false;
  const share = sharedBy(wordsOf(one.question), wordsOf(other.question));
  return share === 1 || (one.key === other.key && isMostly(share));
}
