import { sql } from 'kysely';
import { expectedMinutes, isAskedOf, type Questionnaire } from '#domain/questionnaires/question.ts';
import type { Scope } from '#platform/scope.server.ts';
import { onOneLine } from './letter.ts';
import type { MeetingLetter } from './letters.server.ts';
import type { MeetingTold } from './meeting-letter.ts';

type AskedRound = { definition: Questionnaire; isNamed: boolean; closesOn: string | null };

/** What a letter tells of the questionnaire that it asks somebody to answer, as that party is asked it. */
export async function findLetterQuestionnaire(
  { db }: Scope,
  { kind, questionnaireRoundId }: Pick<MeetingLetter, 'kind' | 'questionnaireRoundId'>,
): Promise<MeetingTold['questionnaire']> {
  const { rows } = await sql<AskedRound>`
    select definition, is_named, closes_on::text as closes_on from questionnaire_round
    where questionnaire_round_id = ${questionnaireRoundId}::uuid`.execute(db);
  const { closesOn = null, definition, isNamed = false } = rows[0] ?? {};
  const party = kind.startsWith('partner_') ? 'partner' : 'member';
  const questions = (definition?.questions ?? []).filter((question) => isAskedOf(party, question));
  return {
    title: onOneLine(definition?.title),
    questions: questions.length,
    minutes: expectedMinutes(questions),
    isNamed,
    isWellbeing: definition?.isWellbeing ?? false,
    closesOn,
  };
}
