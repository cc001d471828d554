import { QUESTION_PROBLEMS } from '#domain/questionnaires/question-problem.ts';

/** What can be wrong with a package, as states of affairs that whoever wrote it can mend. */
export const PROBLEM_KINDS = [
  'not_readable',
  'too_large',
  'empty_file',
  ...QUESTION_PROBLEMS,
  'unknown_indicator',
  'indicator_not_listed',
  'minutes_differ',
  'before_the_meeting',
  'after_the_meeting',
  'months_out_of_order',
  'closes_before_it_opens',
  'no_guide',
  'no_speaker_brief',
  'no_guest_text',
  'no_guests',
  'no_figure_order',
  'no_pre_meeting',
  'no_pre_meeting_deadline',
  'no_agreements_part',
  'no_measure_again',
  'other_folder',
  'no_package',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/**
 * One thing to mend. `field` is a path as `programme.2.minutes`, or empty for the file as a whole; `line` counts from 1
 * and is null where there is no file; `of` says how many, which, or what was found.
 */
export type PackageProblem = {
  readonly kind: ProblemKind;
  readonly field: string;
  readonly line: number | null;
  readonly of: string;
};

/** A problem of a field; the line is found later, where there is a file. */
export function problemOf(kind: ProblemKind, field: string, of: string | number = ''): PackageProblem {
  return { kind, field, line: null, of: String(of) };
}
