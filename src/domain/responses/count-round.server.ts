import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import { PARTIES, type Party, type Questionnaire } from '#domain/questionnaires/question.ts';
import type { KeyFolder } from '#platform/key-folder.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { comparedWithBefore } from './compare-rounds.server.ts';
import { openResponses } from './open-responses.server.ts';
import { byQuestion, isInWords, type LooseAnswer, shuffled, takeApart } from './opened-responses.ts';
import { tagsOf } from './pair-tags.server.ts';
import type { Response } from './response.ts';
import { mayReleaseTexts, type RoundResult, resultOf } from './result.ts';
import { leastOf } from './result-disclosure.ts';
import { DAYS_TO_PROLONG } from './round.ts';

/** A round whose time is over. `root` is the first round of those that repeat one another. */
export type Closing = {
  questionnaireRoundId: string;
  clusterId: string;
  meetingId: string;
  definition: Questionnaire;
  isNamed: boolean;
  followsId: string | null;
  root: string;
  isTooLate: boolean;
  members: number;
  partners: number;
};

/** The rounds whose last day is over and that have not been counted. */
export async function listRoundsToCount({ db }: SystemScope): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select questionnaire_round_id as id from questionnaire_round
    where state = 'open' and closes_on < current_day() order by closes_on, questionnaire_round_id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/**
 * Counts a round whose last day is over, once: opens what was handed in, takes it apart, shuffles it, keeps each answer
 * by itself and the results that may be shown, and deletes what was sealed. With too few answers it waits to be
 * prolonged, and after that its answers are deleted unread; so are those whose key is gone, and the cluster is told.
 * All of it in the scope's one transaction.
 */
export async function countRound(
  scope: SystemScope,
  questionnaireRoundId: string,
  keys: KeyFolder,
): Promise<void> {
  if (!(await holdClosing(scope, questionnaireRoundId))) return;
  const round = await findClosing(scope, questionnaireRoundId);
  const counts: Record<Party, number> = { member: round.members, partner: round.partners };
  const least = leastOf(round.definition.isWellbeing);
  const enough = PARTIES.filter((party) => counts[party] >= least);
  if (enough.length === 0) return round.isTooLate ? end(scope, round, 'dropped') : undefined;
  const responses = await openResponses(scope, round, keys);
  if (!responses) return end(scope, round, 'unreadable');
  const counted = responses.filter(({ party }) => enough.includes(party));
  await keepResults(scope, round, { responses: counted, counts });
  await end(scope, round, 'counted');
}

// Waits for whoever is handing in and lets in nobody else, so that what is read after it is all there will be.
async function holdClosing({ db }: SystemScope, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from questionnaire_round
    where questionnaire_round_id = ${id}::uuid and state = 'open' and closes_on < current_day() for update`.execute(
    db,
  );
  return rows.length > 0;
}

async function findClosing({ db }: SystemScope, id: string): Promise<Closing> {
  const { rows } = await sql<Closing>`
    with recursive earlier as (
      select questionnaire_round_id, follows_id from questionnaire_round where questionnaire_round_id = ${id}::uuid
      union select r.questionnaire_round_id, r.follows_id from earlier e join questionnaire_round r on r.questionnaire_round_id = e.follows_id)
    select r.questionnaire_round_id, r.cluster_id, r.meeting_id, r.definition, r.is_named, r.follows_id,
      (select questionnaire_round_id from earlier where follows_id is null) as root,
      r.closes_on + ${DAYS_TO_PROLONG}::int < current_day() as is_too_late,
      (select count(*)::int from respondent p where p.questionnaire_round_id = r.questionnaire_round_id and p.answered_on is not null and p.member_id is not null) as members,
      (select count(*)::int from respondent p where p.questionnaire_round_id = r.questionnaire_round_id and p.answered_on is not null and p.member_id is null) as partners
    from questionnaire_round r
    where r.questionnaire_round_id = ${id}::uuid`.execute(db);
  return rows[0]!;
}

type Opened = { responses: readonly Response[]; counts: Record<Party, number> };

async function keepResults(scope: SystemScope, round: Closing, { counts, responses }: Opened): Promise<void> {
  const answers = shuffled(takeApart(round.definition, responses), (n) => randomInt(n));
  if (!round.isNamed)
    await keepAnswers(
      scope,
      round,
      answers.filter((one) => !isInWords(one)),
    );
  for (const party of PARTIES.filter((one) => counts[one] > 0)) {
    const result = resultOf({
      questionnaire: round.definition,
      party,
      answers: byQuestion(party, answers),
      respondents: counts[party],
    });
    const changes = await comparedWithBefore(scope, round, result);
    await scope.db
      .insertInto('questionnaireResult')
      .values({
        ...placeOf(round),
        party,
        result: JSON.stringify(result),
        changes: changes && JSON.stringify(changes),
      })
      .execute();
    await keepTexts(scope, round, {
      result,
      answers: answers.filter((one) => one.party === party && isInWords(one)),
    });
  }
}

const ROWS_AT_A_TIME = 5000;

async function keepAnswers(
  scope: SystemScope,
  round: Closing,
  answers: readonly LooseAnswer[],
): Promise<void> {
  const { clusterId, definition, root } = round;
  const tags = await tagsOf(scope, { clusterId, root, least: leastOf(definition.isWellbeing) }, answers);
  const rows = answers.map(({ answer, party, question }, at) => ({
    ...placeOf(round),
    party,
    questionKey: question.key,
    answer: JSON.stringify(answer),
    pairTag: tags[at]!,
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME)
    await scope.db
      .insertInto('anonymousAnswer')
      .values(rows.slice(from, from + ROWS_AT_A_TIME))
      .execute();
}

async function keepTexts(
  { db }: SystemScope,
  round: Closing,
  { answers, result }: { result: RoundResult; answers: readonly LooseAnswer[] },
): Promise<void> {
  const open = result.questions
    .filter((one) => mayReleaseTexts(result, one))
    .map(({ question }) => question.key);
  const rows = answers
    .filter(({ question }) => open.includes(question.key))
    .map(({ answer, party, question }) => ({
      ...placeOf(round),
      party,
      questionKey: question.key,
      answer: String(answer),
    }));
  if (rows.length > 0) await db.insertInto('textAnswer').values(rows).execute();
}

async function end(
  scope: SystemScope,
  round: Closing,
  ending: 'counted' | 'dropped' | 'unreadable',
): Promise<void> {
  const { clusterId, meetingId, questionnaireRoundId } = round;
  await sql`delete from sealed_response where questionnaire_round_id = ${questionnaireRoundId}::uuid`.execute(
    scope.db,
  );
  await sql`delete from answer_draft where respondent_id in (
    select respondent_id from respondent where questionnaire_round_id = ${questionnaireRoundId}::uuid)`.execute(
    scope.db,
  );
  const state = ending === 'counted' ? 'counted' : 'dropped';
  await sql`update questionnaire_round set state = ${state}, counted_on = case when ${state} = 'counted' then current_day() end
    where questionnaire_round_id = ${questionnaireRoundId}::uuid`.execute(scope.db);
  const told = { clusterId, meetingId };
  if (ending === 'counted') await tellOwnDoing(scope, { ...told, act: 'questionnaire_counted' });
  else if (ending === 'unreadable') await tellOwnDoing(scope, { ...told, act: 'questionnaire_unreadable' });
  else await tellOwnDoing(scope, { ...told, act: 'questionnaire_dropped' });
}

const placeOf = ({ clusterId, questionnaireRoundId }: Closing) => ({ clusterId, questionnaireRoundId });
