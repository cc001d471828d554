import { randomUUID } from 'node:crypto';
import { dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { whatHolds } from './asked-lately.server.ts';
import { occasionIn } from './occasion.ts';
import { listOccasions } from './occasions.server.ts';
import { changeRound, type NewRound, planRound } from './plan-round.server.ts';
import { usualDays } from './round.ts';
import { findRoundChoice } from './round-choices.server.ts';
import { type TypedRound, wishOf } from './round-wish.ts';
import { findRound } from './rounds.server.ts';

/** Plans what was chosen with a meeting, as it was typed. */
export async function planChosenRound(
  scope: ClusterScope,
  meetingId: string,
  { typed, what }: { what: string; typed: TypedRound },
) {
  const chosen = await findRoundChoice(scope, meetingId, what);
  if (!chosen) return refused('no_such_choice');
  const today = dayOf(scope.now);
  const meeting = await findMeeting(scope, meetingId);
  const wish = wishOf(typed, usualDays(meeting?.heldOn ?? null, today, chosen.days), today);
  if (typeof wish === 'string') return refused(wish);
  return planUnlessAskedLately(scope, { ...chosen, meetingId, wish });
}

const DAYS_TO_ANSWER = 14;

/**
 * Plans an earlier round once more: the same questions to the same people as then, with names or without as then, to
 * be held against it, on one of the occasions there are. By a day it stays with its own meeting and is open the two
 * weeks before the day.
 */
export async function askRoundAgain(scope: ClusterScope, questionnaireRoundId: string, named: string) {
  const earlier = await findRound(scope, questionnaireRoundId);
  if (earlier?.state !== 'counted') return refused('no_such_round');
  const { asks, definition, isNamed, meetingId, partnerId, purpose } = earlier;
  const when = occasionIn(await listOccasions(scope, meetingId), named);
  if (!when) return refused('no_such_meeting');
  const today = dayOf(scope.now);
  const again = { purpose, definition, followsId: questionnaireRoundId };
  const wish = { asks, partnerId, isNamed };
  if ('by' in when) {
    const days = daysUntil(when.by, today);
    return planUnlessAskedLately(scope, { ...again, meetingId, wish: { ...wish, ...days } });
  }
  const meeting = await findMeeting(scope, when.meetingId);
  const days = usualDays(meeting?.heldOn ?? null, today);
  return planUnlessAskedLately(scope, {
    ...again,
    meetingId: when.meetingId,
    wish: { ...wish, ...days },
  });
}

// What a meeting asks by itself is planned all the same, and waits for its day.
async function planUnlessAskedLately(scope: ClusterScope, round: NewRound) {
  const id = randomUUID();
  const { wish, ...asked } = round;
  const planned = { questionnaireRoundId: id, state: 'planned', countedOn: null } as const;
  const asking = { ...asked, ...wish, ...planned };
  return (await whatHolds(scope, asking, dayOf(scope.now)))
    ? refused('asked_lately')
    : planRound(scope, id, round);
}

// A day that is near or gone leaves the usual two weeks all the same.
function daysUntil(by: string, today: string): { opensOn: string; closesOn: string } {
  const isNear = by < daysAfter(today, DAYS_TO_ANSWER);
  const opensOn = isNear ? today : daysAfter(by, -DAYS_TO_ANSWER);
  return { opensOn, closesOn: daysAfter(opensOn, DAYS_TO_ANSWER) };
}

/** Changes a planned round as it was typed; two empty days go with the meeting again. */
export async function changeChosenRound(
  scope: ClusterScope,
  questionnaireRoundId: string,
  typed: TypedRound,
) {
  const round = await findRound(scope, questionnaireRoundId);
  if (!round) return refused('no_such_round');
  const today = dayOf(scope.now);
  const meeting = await findMeeting(scope, round.meetingId);
  const days = { opens: round.opensDays, closes: round.closesDays };
  const wish = wishOf(typed, usualDays(meeting?.heldOn ?? null, today, days), today);
  if (typeof wish === 'string') return refused(wish);
  return (await whatHolds(scope, { ...round, ...wish }, today))
    ? refused('asked_lately')
    : changeRound(scope, questionnaireRoundId, wish);
}
