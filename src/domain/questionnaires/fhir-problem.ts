import type { QuestionProblemKind } from './question-problem.ts';

/** What a FHIR questionnaire can say that a questionnaire here has no room for. */
export const FHIR_PROBLEMS = [
  'not_json',
  'too_large',
  'not_a_questionnaire',
  'nothing_asked',
  'malformed',
  'other_type',
  'other_field',
  'other_extension',
  'other_operator',
  'several_conditions',
  'condition_of_section',
  'section_in_section',
  'after_section',
  'question_in_question',
  'loose_text',
  'other_answers',
  'same_link',
] as const;
export type FhirProblemKind = (typeof FHIR_PROBLEMS)[number];

/** One thing that cannot be taken in: at which item, by its text or id, and what was found. */
export type FhirProblem = {
  readonly kind: FhirProblemKind | QuestionProblemKind;
  readonly at: string;
  readonly of: string;
};
