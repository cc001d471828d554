import type { Answer, Party, Question, Questionnaire } from '#domain/questionnaires/question.ts';
import { aQuestionnaire } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { type RoundResult, resultOf } from './result.ts';

/** So many of each answer: `{ yes: 4, no: 3 }`; numbers stay numbers where `isNumber`. */
export function answersOf(counts: Readonly<Record<string, number>>, isNumber = false): Answer[] {
  return Object.entries(counts).flatMap(([answer, count]) =>
    Array<Answer>(count).fill(isNumber ? Number(answer) : answer),
  );
}

/** The result of a round of these questions, with these answers to each, of as many as answered the first at most. */
export function aResult(
  asked: readonly (readonly [Question, readonly Answer[]])[],
  stated: Partial<Omit<Questionnaire, 'questions'>> & { respondents?: number; party?: Party } = {},
): RoundResult {
  const { party = 'member', respondents, ...questionnaire } = stated;
  return resultOf({
    questionnaire: aQuestionnaire({ ...questionnaire, questions: asked.map(([question]) => question) }),
    party,
    answers: new Map(asked.map(([{ key }, answers]) => [key, answers])),
    respondents: respondents ?? Math.max(0, ...asked.map(([, answers]) => answers.length)),
  });
}
