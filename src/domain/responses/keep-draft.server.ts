import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import type { Questionnaire } from '#domain/questionnaires/question.ts';
import { done, refused } from '#platform/outcome.ts';
import { lockWith, unlockWith } from '#platform/sealing.ts';
import { type Draft, fittingAnswers, mostBytes } from './response.ts';
import { findRound, type RespondingScope } from './rounds.server.ts';

/**
 * Keeps what has been answered so far, locked with the secret of the link by which somebody answers: the database
 * alone opens it for nobody. A later draft takes the place of the earlier one.
 */
export const keepDraft = command(
  // How often somebody saved tells how many questions they were asked, and so what they answered.
  { permission: 'questionnaire.answer', event: null },
  async (scope: RespondingScope, questionnaireRoundId: string, secret: string, draft: Draft) => {
    const round = await findRound(scope, questionnaireRoundId);
    if (!round) return refused('no_such_round');
    const bytes = mostBytes(round.definition);
    const written = writtenDraft(round.definition, draft, bytes);
    const box = lockWith(secret, written, { about: aboutDraft(questionnaireRoundId), bytes });
    const { rows } = await sql<{ told: string }>`
      select keep_answer_draft(${questionnaireRoundId}::uuid, ${box}) as told`.execute(scope.db);
    return rows[0]?.told === 'kept' ? done : refused('round_closed');
  },
);

// All drafts of a round are of one length. Of what is longer, the answers are kept that could be handed in.
function writtenDraft(definition: Questionnaire, draft: Draft, bytes: number): string {
  const whole = JSON.stringify(draft);
  if (Buffer.byteLength(whole) <= bytes) return whole;
  return JSON.stringify({ ...draft, answers: fittingAnswers(definition, draft.answers) ?? {} });
}

/** Throws away what had been answered so far. */
export const dropDraft = command(
  { permission: 'questionnaire.answer', event: null },
  async (scope: RespondingScope, questionnaireRoundId: string) => {
    if (!(await findRound(scope, questionnaireRoundId))) return refused('no_such_round');
    await sql`select drop_answer_draft(${questionnaireRoundId}::uuid)`.execute(scope.db);
    return done;
  },
);

/** What has been answered so far; `elsewhere` when it was begun by another link, null when nothing has. */
export async function findDraft(
  { db }: RespondingScope,
  questionnaireRoundId: string,
  secret: string,
): Promise<Draft | 'elsewhere' | null> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select d.sealed from answer_draft d join own_respondents() r using (respondent_id)
    where r.questionnaire_round_id = ${questionnaireRoundId}::uuid limit 1`.execute(db);
  const sealed = rows[0]?.sealed;
  if (!sealed) return null;
  const written = unlockWith(secret, sealed, { about: aboutDraft(questionnaireRoundId) });
  return written === null ? 'elsewhere' : (JSON.parse(written) as Draft);
}

function aboutDraft(questionnaireRoundId: string): string {
  return `draft ${questionnaireRoundId}`;
}
