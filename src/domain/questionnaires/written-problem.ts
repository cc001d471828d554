import type { z } from 'zod';

/** What can be wrong with anything written as fields, as states of affairs that whoever wrote it can mend. */
export const WRITTEN_PROBLEMS = [
  'missing',
  'unknown_field',
  'not_text',
  'not_a_number',
  'not_a_list',
  'wrong_shape',
  'empty',
  'too_long',
  'several_lines',
  'too_few',
  'too_many',
  'too_small',
  'too_big',
  'not_one_of',
  'malformed_key',
  'malformed_time',
  'malformed_day',
  'html',
  'odd_characters',
  'cpr',
  'twice',
] as const;
export type WrittenKind = (typeof WRITTEN_PROBLEMS)[number];

/** One thing to mend: what, in which field (`questions.2.options`), and how many, which, or what was found. */
export type Problem<Kind extends string> = {
  readonly kind: Kind;
  readonly field: string;
  readonly of: string;
};

type Issue = z.core.$ZodIssue;

/** What a schema objects to, as things to mend. `content` is what it read. */
export function writtenProblems(issues: readonly Issue[], content: unknown): Problem<WrittenKind>[] {
  return issues.flatMap((issue) => problemsOf(issue, content));
}

function problemsOf(issue: Issue, content: unknown): Problem<WrittenKind>[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      kind: 'unknown_field',
      field: [...issue.path, name].join('.'),
      of: name,
    }));
  if (isNothing(at(content, issue.path))) return [{ kind: 'missing', field, of: '' }];
  return [{ kind: kindOf(issue), field, of: boundOf(issue) }];
}

function kindOf(issue: Issue): WrittenKind {
  if (issue.code === 'invalid_type') return WRONG_TYPE[issue.expected] ?? 'wrong_shape';
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? 'too_long' : manyOr(issue.origin, 'too_big');
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'empty' : manyOr(issue.origin, 'too_small');
  if (issue.code === 'invalid_value') return 'not_one_of';
  return WRITTEN_PROBLEMS.find((kind) => kind === issue.message) ?? 'wrong_shape';
}

const WRONG_TYPE: Readonly<Record<string, WrittenKind>> = {
  string: 'not_text',
  number: 'not_a_number',
  int: 'not_a_number',
  array: 'not_a_list',
};

function manyOr(origin: string, kind: 'too_big' | 'too_small'): WrittenKind {
  if (origin !== 'array') return kind;
  return kind === 'too_big' ? 'too_many' : 'too_few';
}

function boundOf(issue: Issue): string {
  if (issue.code === 'too_big') return String(issue.maximum);
  if (issue.code === 'too_small') return String(issue.minimum);
  return issue.code === 'invalid_value' ? issue.values.join(', ') : '';
}

function at(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[step]
        : undefined,
    content,
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** A problem for each name that was there before it, however it is capitalised: `questions.3.key`. */
export function repeatsIn(field: string, names: readonly string[], inside = ''): Problem<'twice'>[] {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    const compared = name.toLowerCase();
    if (seen.has(compared)) return [{ kind: 'twice' as const, field: `${field}.${at}${inside}`, of: '' }];
    seen.add(compared);
    return [];
  });
}
