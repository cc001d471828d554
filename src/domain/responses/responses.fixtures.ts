import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Answers, Questionnaire } from '#domain/questionnaires/question.ts';
import { aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { keyFolder } from '#platform/key-folder.ts';
import { asSystem, throughLink, withinCluster } from '#platform/scope.server.ts';
import type { ACluster, Somebody } from '#test/build.ts';
import { aToken, NOW, newId, owner, web, worker } from '#test/world.ts';
import { followQuestionnairesTask } from '../../jobs/follow-questionnaires.ts';
import { handIn } from './hand-in.server.ts';
import type { QuestionnaireRound } from './round.ts';

/** Where the keys of the rounds of a test file are. */
export const keys = keyFolder(join(mkdtempSync(join(tmpdir(), 'klyngerum-rounds-')), 'keys'));

/** A questionnaire of three questions: a scale, a yes or no, and one in words. */
export function aQuestionnaire(stated: Partial<Questionnaire> = {}): Questionnaire {
  const partnerQuestion = 'Hvordan ser I det?';
  return {
    title: 'Før mødet om opioider',
    intro: '',
    isWellbeing: false,
    questions: [
      aQuestion({
        key: 'tryg',
        type: 'scale',
        scale: 'confidence',
        question: 'Hvor tryg er du?',
        partnerQuestion,
      }),
      aQuestion({ key: 'nummer', partnerQuestion: 'Kender lægerne nummeret?' }),
      aQuestion({ key: 'svaerest', type: 'long_text', question: 'Hvad er sværest?', isRequired: false }),
    ],
    ...stated,
  };
}

type RoundWish = Partial<QuestionnaireRound> & { clusterId: string; meetingId: string };

/** A round that is planned, opens today and closes in two weeks, unless it says otherwise. */
export async function aRound({ definition = aQuestionnaire(), ...wish }: RoundWish): Promise<string> {
  const questionnaireRoundId = newId();
  await owner
    .insertInto('questionnaireRound')
    .values({
      purpose: 'topic',
      asks: 'doctors',
      opensOn: '2026-03-02',
      closesOn: '2026-03-16',
      plannedAt: NOW,
      ...wish,
      questionnaireRoundId,
      isWellbeing: definition.isWellbeing,
      definition: JSON.stringify(definition),
    })
    .execute();
  return questionnaireRoundId;
}

/** So many days after the day on which tests play. */
export const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

/** Lets the worker do for questionnaires what it does by itself. */
export function follow(now = NOW): Promise<void> {
  return followQuestionnairesTask(worker, now, keys);
}

/** Hands in somebody's answers, signed in. */
export function answerAs(
  cluster: Pick<ACluster, 'clusterId'>,
  who: Pick<Somebody, 'token'>,
  {
    answers,
    code = '',
    now = NOW,
    roundId,
  }: { roundId: string; answers: Answers; code?: string; now?: Date },
) {
  return withinCluster(web, { token: who.token, now, commandId: randomUUID() }, cluster.clusterId, (scope) =>
    handIn(scope, roundId, { answers, code }),
  );
}

/** A link of one of a partner's people to a round that has asked them, as its mail would carry it. */
export async function aRespondentLink(roundId: string, partnerPersonId: string): Promise<string> {
  const link = aToken();
  await sql`insert into link (token_hash, cluster_id, purpose, meeting_id, respondent_id, made_at, expires_at)
    select hash_of(${link}), r.cluster_id, 'respondent', q.meeting_id, r.respondent_id, ${NOW}, ${daysLater(60)}
    from respondent r join questionnaire_round q using (questionnaire_round_id)
    where q.questionnaire_round_id = ${roundId}::uuid and r.partner_person_id = ${partnerPersonId}::uuid`.execute(
    owner,
  );
  return link;
}

/** Hands in what one of a partner's people answers by their link. */
export function answerByLink(link: string, roundId: string, answers: Answers) {
  return throughLink(web, { link, now: NOW }, 'respondent', (scope) =>
    handIn(scope, roundId, { answers, code: '' }),
  );
}

/** Answers for each of the doctors of a cluster, and the count of it the day after the last. */
export async function aCountedRound(
  cluster: ACluster,
  meetingId: string,
  { answersOf, ...wish }: Partial<QuestionnaireRound> & { answersOf: (at: number) => Answers },
): Promise<string> {
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId, ...wish });
  await follow();
  for (const [at, { doctor }] of cluster.practices.entries())
    await answerAs(cluster, doctor, { roundId, answers: answersOf(at) });
  await follow(daysLater(15));
  return roundId;
}

/** How a round stands, as the owner sees it. */
export async function stateOf(roundId: string): Promise<string> {
  const row = await owner
    .selectFrom('questionnaireRound')
    .select('state')
    .where('questionnaireRoundId', '=', roundId)
    .executeTakeFirstOrThrow();
  return row.state;
}

/** How many rows of a table belong to a round. */
export async function rowsOf(table: string, roundId: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select count(*)::int as rows from ${sql.table(table)} t where t.questionnaire_round_id = ${roundId}::uuid`.execute(
    owner,
  );
  return rows[0]!.rows;
}

export const system = <T>(work: Parameters<typeof asSystem<T>>[2], now = NOW) =>
  asSystem(worker, { now }, work);
