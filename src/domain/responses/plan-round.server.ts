import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import type { Questionnaire } from '#domain/questionnaires/question.ts';
import { parseQuestionnaire } from '#domain/questionnaires/questionnaire.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { findAskedLately } from './asked-lately.server.ts';
import {
  type PlanRefusal,
  type RoundDays,
  type RoundPurpose,
  type RoundWish,
  refusalOfWish,
  USUAL_DAYS,
  usualDays,
} from './round.ts';
import { findRound } from './rounds.server.ts';

/** A round to be planned: what is asked, at which meeting, how, and which earlier round it repeats. */
export type NewRound = {
  meetingId: string;
  purpose: RoundPurpose;
  definition: Questionnaire;
  wish: RoundWish;
  followsId: string | null;
  /** Where its days lie from the meeting's, when they are the usual ones; else as is usual for the purpose. */
  days?: RoundDays;
};

/** Plans a round with a meeting. The worker opens it on its day. Days that are the usual ones go with the meeting. */
export const planRound = command(
  { permission: 'questionnaire_round.plan', event: 'questionnaire_round.planned' },
  async (scope: ClusterScope, questionnaireRoundId: string, round: NewRound) => {
    const { definition, followsId, meetingId, purpose, wish, days = USUAL_DAYS[purpose] } = round;
    const reading = parseQuestionnaire(definition);
    if ('problems' in reading || reading.questionnaire.questions.length === 0)
      return refused('questionnaire_unfinished');
    const meeting = await findMeetingDay(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = await refusalHere(scope, wish, definition);
    if (refusal) return refused(refusal);
    if (followsId && !(await isEarlier(scope, followsId))) return refused('no_such_round');
    await scope.db
      .insertInto('questionnaireRound')
      .values({
        clusterId: scope.clusterId,
        questionnaireRoundId,
        meetingId,
        purpose,
        definition: JSON.stringify(reading.questionnaire),
        isWellbeing: definition.isWellbeing,
        followsId,
        ...wish,
        movesWithMeeting: areUsual(wish, usualDays(meeting.heldOn, dayOf(scope.now), days)),
        opensDays: days.opens,
        closesDays: days.closes,
        plannedAt: scope.now,
      })
      .execute();
    return made({ questionnaireRoundId });
  },
);

/** Changes of whom, when and how a round is asked, as long as it has not been opened; of an open one the last day. */
export const changeRound = command(
  { permission: 'questionnaire_round.plan', event: 'questionnaire_round.changed' },
  async (scope: ClusterScope, questionnaireRoundId: string, wish: RoundWish) => {
    const round = await findRound(scope, questionnaireRoundId);
    if (!round) return refused('no_such_round');
    if (round.state !== 'planned') return refused('round_is_open');
    const meeting = await findMeetingDay(scope, round.meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = await refusalHere(scope, wish, round.definition);
    if (refusal) return refused(refusal);
    const days = { opens: round.opensDays, closes: round.closesDays };
    await scope.db
      .updateTable('questionnaireRound')
      .set({ ...wish, movesWithMeeting: areUsual(wish, usualDays(meeting.heldOn, dayOf(scope.now), days)) })
      .where('questionnaireRoundId', '=', questionnaireRoundId)
      .where('state', '=', 'planned')
      .execute();
    return done;
  },
);

/** Has a planned round opened within the minute instead of on its day. */
export const openRoundNow = command(
  { permission: 'questionnaire_round.plan', event: 'questionnaire_round.changed' },
  async (scope: ClusterScope, questionnaireRoundId: string) => {
    const round = await findRound(scope, questionnaireRoundId);
    if (!round) return refused('no_such_round');
    if (round.state !== 'planned') return refused('round_is_open');
    const today = dayOf(scope.now);
    const { clusterId } = scope;
    if (await findAskedLately(scope, { clusterId, round, on: today })) return refused('asked_lately');
    // Without a last day, or with one that has passed, there are two weeks to answer.
    const isAhead = round.closesOn !== null && round.closesOn >= today;
    const closesOn = isAhead ? round.closesOn : daysAfter(today, 14);
    await scope.db
      .updateTable('questionnaireRound')
      .set({ opensOn: today, closesOn, movesWithMeeting: false })
      .where('questionnaireRoundId', '=', questionnaireRoundId)
      .where('state', '=', 'planned')
      .execute();
    return done;
  },
);

/**
 * Sets the last day on which an open round is answered: a later one prolongs it, also after its time as long as it has
 * not been counted; yesterday, given as null, ends it now.
 */
export const setLastDay = command(
  { permission: 'questionnaire_round.plan', event: 'questionnaire_round.changed' },
  async (scope: ClusterScope, questionnaireRoundId: string, lastDay: string | null) => {
    const round = await findRound(scope, questionnaireRoundId);
    if (!round) return refused('no_such_round');
    if (round.state !== 'open') return refused('round_not_open');
    const today = dayOf(scope.now);
    if (lastDay !== null && (lastDay < today || lastDay > daysAfter(today, 400)))
      return refused('no_such_day');
    const closesOn = lastDay ?? daysAfter(today, -1);
    const [opensOn] = [round.opensOn ?? today, closesOn].sort();
    await scope.db
      .updateTable('questionnaireRound')
      .set({ closesOn, opensOn, movesWithMeeting: false })
      .where('questionnaireRoundId', '=', questionnaireRoundId)
      .execute();
    return done;
  },
);

/** Takes a round back that nobody has answered yet: it is asked no more, and no letter of it goes out any more. */
export const takeRoundBack = command(
  { permission: 'questionnaire_round.plan', event: 'questionnaire_round.taken_back' },
  async (scope: ClusterScope, questionnaireRoundId: string) => {
    const round = await findRound(scope, questionnaireRoundId);
    if (!round) return refused('no_such_round');
    if (round.state !== 'planned' && round.state !== 'open') return refused('round_is_over');
    const { rows } = await hasAnswers(scope, questionnaireRoundId);
    if (rows[0]?.has) return refused('somebody_answered');
    await scope.db
      .updateTable('questionnaireRound')
      .set({ state: 'taken_back' })
      .where('questionnaireRoundId', '=', questionnaireRoundId)
      .execute();
    return done;
  },
);

function hasAnswers({ db }: ClusterScope, questionnaireRoundId: string) {
  return sql<{ has: boolean }>`select has_answers(${questionnaireRoundId}::uuid) as has`.execute(db);
}

function findMeetingDay({ db }: ClusterScope, meetingId: string) {
  return db
    .selectFrom('meeting')
    .select('heldOn')
    .where('meetingId', '=', meetingId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst();
}

async function refusalHere(
  scope: ClusterScope,
  wish: RoundWish,
  definition: Questionnaire,
): Promise<PlanRefusal | null> {
  const refusal = refusalOfWish(wish, definition, dayOf(scope.now));
  if (refusal || !wish.partnerId) return refusal;
  const people = await scope.db
    .selectFrom('partner as p')
    .leftJoin('partnerPerson as q', (join) =>
      join.onRef('q.partnerId', '=', 'p.partnerId').on('q.endedAt', 'is', null).on('q.email', '<>', ''),
    )
    .select(['p.partnerId', 'q.partnerPersonId'])
    .where('p.partnerId', '=', wish.partnerId)
    .where('p.endedAt', 'is', null)
    .execute();
  if (people.length === 0) return 'no_such_partner';
  return people.some(({ partnerPersonId }) => partnerPersonId) ? null : 'nobody_at_partner';
}

async function isEarlier(scope: ClusterScope, questionnaireRoundId: string): Promise<boolean> {
  const earlier = await findRound(scope, questionnaireRoundId);
  return earlier !== null && earlier.state !== 'taken_back' && earlier.state !== 'planned';
}

type Days = Pick<RoundWish, 'opensOn' | 'closesOn'>;

// Days that nobody chose go with the meeting.
function areUsual(wish: Days, usual: Days): boolean {
  return wish.opensOn === usual.opensOn && wish.closesOn === usual.closesOn;
}
