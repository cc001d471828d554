import { sql } from 'kysely';
import type { Questionnaire } from '#domain/questionnaires/question.ts';
import type { KeyFolder } from '#platform/key-folder.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { openSealed } from '#platform/sealing.ts';
import { fittingAnswers, type Response, readResponse } from './response.ts';

type Round = { questionnaireRoundId: string; isNamed: boolean; definition: Questionnaire };

/**
 * What was handed in to a round, in no order that means anything; null when the key is gone and nobody can open it any
 * more. Throws when a key that is there opens nothing of what was sealed to it; what it does not open beside what it
 * does was never sealed by a form, and is left out.
 */
export async function openResponses(
  scope: SystemScope,
  { definition, isNamed, questionnaireRoundId }: Round,
  keys: KeyFolder,
): Promise<Response[] | null> {
  if (isNamed) return listNamed(scope, { definition, questionnaireRoundId });
  const key = await keys.find(questionnaireRoundId);
  if (!key) return null;
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from sealed_response where questionnaire_round_id = ${questionnaireRoundId}::uuid
    order by sealed_response_id`.execute(scope.db);
  const opened: string[] = [];
  for (const { sealed } of rows) {
    const text = await openSealed(key, sealed, { about: questionnaireRoundId });
    if (text !== null) opened.push(text);
  }
  if (opened.length === 0 && rows.length > 0)
    throw new Error('what was sealed to the key of a round is not opened by it');
  return opened.map((text) => readResponse(text, definition)).filter((response) => response !== null);
}

async function listNamed(
  { db }: SystemScope,
  { definition, questionnaireRoundId }: Omit<Round, 'isNamed'>,
): Promise<Response[]> {
  const { rows } = await sql<{ party: Response['party']; answers: unknown }>`
    select case when r.member_id is null then 'partner' else 'member' end as party, jsonb_object_agg(n.question_key, n.answer) as answers
    from respondent r join named_answer n using (respondent_id)
    where r.questionnaire_round_id = ${questionnaireRoundId}::uuid group by r.respondent_id, r.member_id`.execute(
    db,
  );
  return rows.map(({ answers, party }) => ({
    ...{ party, code: '' },
    answers: fittingAnswers(definition, answers) ?? {},
  }));
}
