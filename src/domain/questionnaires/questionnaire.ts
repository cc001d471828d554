import { z } from 'zod';
import type { Questionnaire } from './question.ts';
import { contradictionsInQuestions } from './question-contradictions.ts';
import type { QuestionProblem } from './question-problem.ts';
import { questionsSchema } from './question-schema.ts';
import { line, needed, text } from './written.ts';
import { writtenProblems } from './written-problem.ts';

const questionnaire = z
  .strictObject({
    title: needed(line(120)),
    intro: text(2000).default(''),
    isWellbeing: z.boolean().default(false),
    questions: questionsSchema,
  })
  .readonly();

/** The longest questionnaire in all, in characters as it is stored; a round holds a copy. */
const LONGEST = 150_000;

/** The questionnaire, or everything that is to be mended before it is one. */
export type QuestionnaireReading =
  | { readonly questionnaire: Questionnaire }
  | { readonly problems: readonly QuestionProblem[] };

/**
 * Reads what somebody wrote as a questionnaire, which may have no question yet. Refuses unknown and missing fields,
 * empty and overlong texts, HTML, CPR numbers, and questions that contradict themselves or each other. All is told at
 * once.
 */
export function parseQuestionnaire(content: unknown): QuestionnaireReading {
  const shape = questionnaire.safeParse(content);
  if (!shape.success) return { problems: writtenProblems(shape.error.issues, content) };
  if (JSON.stringify(shape.data).length > LONGEST)
    return { problems: [{ field: 'questions', kind: 'too_long', of: String(LONGEST) }] };
  const problems = contradictionsInQuestions(shape.data);
  return problems.length > 0 ? { problems } : { questionnaire: shape.data };
}
