import { type Problem, WRITTEN_PROBLEMS } from './written-problem.ts';

/** What questions can say against each other or themselves. */
export const CONTRADICTIONS = [
  'scale_needed',
  'scale_not_asked',
  'ends_needed',
  'ends_not_asked',
  'reversed_not_asked',
  'options_needed',
  'options_not_asked',
  'rows_needed',
  'rows_not_asked',
  'unit_not_asked',
  'bounds_crossed',
  'condition_not_earlier',
  'condition_not_choice',
  'condition_unknown_answer',
  'condition_not_for_partner',
  'text_in_wellbeing',
] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

export const QUESTION_PROBLEMS = [...WRITTEN_PROBLEMS, ...CONTRADICTIONS] as const;
export type QuestionProblemKind = (typeof QUESTION_PROBLEMS)[number];

/** One thing to mend in a questionnaire. */
export type QuestionProblem = Problem<QuestionProblemKind>;
