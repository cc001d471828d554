/** What keeps a file from being understood until the deliverer answers it. */
export type ProblemKind =
  | 'other_columns'
  | 'no_practice_number'
  | 'practices_in_columns'
  | 'two_columns'
  | 'half_period'
  | 'no_measure'
  | 'no_denominator'
  | 'same_measure_twice'
  | 'no_indicator'
  | 'unknown_indicator'
  | 'indicator_gone'
  | 'no_period'
  | 'split_year'
  | 'unreadable_period'
  | 'ambiguous_number'
  | 'mixed_numbers'
  | 'not_numbers'
  | 'value_scale';

/**
 * One thing to answer. `column` and `line` count from 1 and say where it shows first; `otherColumn` is the
 * second of two; `name` is the name in the file that nobody knows, or the key of an indicator that is gone.
 */
export type Problem = {
  kind: ProblemKind;
  column: number | null;
  line: number | null;
  otherColumn: number | null;
  name: string | null;
};

/** A problem with only what is known of its place. */
export function problem(kind: ProblemKind, place: Partial<Omit<Problem, 'kind'>> = {}): Problem {
  return { column: null, line: null, otherColumn: null, name: null, ...place, kind };
}
