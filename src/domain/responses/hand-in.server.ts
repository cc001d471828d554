import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { missingIn } from '#domain/questionnaires/answers-in-form.ts';
import type { Answers, Party } from '#domain/questionnaires/question.ts';
import { done, type Refused, refused } from '#platform/outcome.ts';
import { sealTo } from '#platform/sealing.ts';
import { codeIn } from './pair-code.ts';
import { mostBytes, writtenResponse } from './response.ts';
import type { QuestionnaireRound } from './round.ts';
import { findRound, type RespondingScope } from './rounds.server.ts';

/** What somebody hands in; `code` is empty, or the one they keep. */
export type HandedIn = { answers: Answers; code: string };

/** Of which party somebody answers, by how they came in. */
export function partyOf({ kind }: Pick<RespondingScope, 'kind'>): Party {
  return kind === 'respondent' ? 'partner' : 'member';
}

/**
 * Hands in the answers to a round. Without names they are sealed here and cannot be found again by anybody; that they
 * were handed in is noted by the day, and a draft is gone. With names they stand until the round closes and can be
 * handed in anew. The answers are those that `answersIn` read without a problem.
 */
export const handIn = command(
  { permission: 'questionnaire.answer', event: 'questionnaire.answered', isByDay: true },
  async (scope: RespondingScope, questionnaireRoundId: string, handedIn: HandedIn) => {
    const round = await findRound(scope, questionnaireRoundId);
    if (!round) return refused('no_such_round');
    const { answers, code } = handedIn;
    const party = partyOf(scope);
    if (missingIn(round.definition, party, answers).length > 0) return refused('answers_missing');
    if (round.isNamed) return outcomeOf(await handInNamed(scope, round, answers));
    const kept = code === '' ? '' : codeIn(code);
    if (kept === null) return refused('no_such_code');
    return outcomeOf(await handInSealed(scope, round, { party, answers, code: kept }));
  },
);

async function handInSealed(
  { db }: RespondingScope,
  { definition, questionnaireRoundId }: QuestionnaireRound,
  response: Parameters<typeof writtenResponse>[0],
): Promise<string> {
  const { rows: keys } = await sql<{ publicKey: Buffer | null }>`
    select public_key from questionnaire_round where questionnaire_round_id = ${questionnaireRoundId}::uuid`.execute(
    db,
  );
  const publicKey = keys[0]?.publicKey;
  if (!publicKey) return 'round_closed';
  const wrapping = { about: questionnaireRoundId, bytes: mostBytes(definition) };
  const box = await sealTo(publicKey, writtenResponse(response), wrapping);
  const { rows } = await sql<{ told: string }>`
    select hand_in_response(${questionnaireRoundId}::uuid, ${box}) as told`.execute(db);
  return rows[0]!.told;
}

async function handInNamed(
  { db }: RespondingScope,
  { questionnaireRoundId }: QuestionnaireRound,
  answers: Answers,
): Promise<string> {
  const { rows } = await sql<{ told: string }>`
    select hand_in_named_response(${questionnaireRoundId}::uuid, ${JSON.stringify(answers)}::jsonb) as told`.execute(
    db,
  );
  return rows[0]!.told;
}

function outcomeOf(told: string): typeof done | Refused<'not_asked' | 'round_closed' | 'answered_already'> {
  if (told === 'handed_in') return done;
  return refused(told as 'not_asked' | 'round_closed' | 'answered_already');
}
