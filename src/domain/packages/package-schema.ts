import { z } from 'zod';
import { DEADLINE_ACTS, MEETING_KINDS, type MeetingPackage, PROGRAMME_KINDS, SCALES } from './package.ts';
import { contradictionsIn } from './package-contradictions.ts';
import { type PackageProblem, PROBLEM_KINDS, type ProblemKind, problemOf } from './package-problem.ts';

const HTML = /<[a-z/!?]/i;
// Control characters but for line breaks and tabs, and those that turn the direction of writing.
const ODD = /[^\P{Cc}\n\t]|[\u2028\u2029\ufeff]|\p{Bidi_Control}|\p{Noncharacter_Code_Point}/u;
const CPR = /(?<!\d)\d{6}[- ]?\d{4}(?!\d)/;

const safe = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n'))
  .pipe(
    z
      .string()
      .trim()
      .refine((text) => text.isWellFormed() && !ODD.test(text), 'odd_characters')
      .refine((text) => !HTML.test(text), 'html')
      .refine((text) => !CPR.test(text), 'cpr'),
  );
const text = (most: number) => safe.pipe(z.string().max(most));
const line = (most: number) => text(most).refine((words) => !words.includes('\n'), 'several_lines');
const needed = (words: z.ZodType<string>) => words.refine((said) => said !== '', 'empty');
const lines = (most: number, { least = 0, length = 300 } = {}) =>
  z
    .array(needed(line(length)))
    .min(least)
    .max(most)
    .readonly();
const inBothLanguages = (most: number) =>
  z.strictObject({ da: needed(line(most)), en: needed(line(most)) }).readonly();
const key = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'malformed_key');

const part = z.strictObject({
  title: needed(line(200)),
  minutes: z.int().min(1).max(480),
  kind: z.enum(PROGRAMME_KINDS),
  owner: line(120).default(''),
  material: line(500).default(''),
  isForGuest: z.boolean().default(false),
  guide: text(4000).default(''),
});

const deadline = z.strictObject({
  act: z.enum(DEADLINE_ACTS),
  days: z.int().min(-400).max(800),
  title: needed(line(200)),
});

const question = z.strictObject({
  key,
  question: needed(line(300)),
  scale: z.enum(SCALES),
  options: lines(20).default([]),
  about: lines(20).default([]),
  isReversed: z.boolean().default(false),
});

const agreement = z.strictObject({
  what: needed(line(600)),
  measure: needed(line(300)),
  indicator: z.string().nullable().default(null),
  months: z.array(z.int().min(1).max(24)).min(1).max(2).readonly(),
});

const preMeeting = z.strictObject({ minutes: z.int().min(10).max(180), points: lines(12, { least: 1 }) });

const texts = z.strictObject({
  invitation: needed(text(2000)),
  venue: text(2000).default(''),
  guest: text(2000).default(''),
  followUp: needed(text(2000)),
});

const meetingPackage = z.strictObject({
  key,
  version: z.int().positive().max(100_000),
  title: inBothLanguages(120),
  summary: inBothLanguages(400),
  meetingKind: z.enum(MEETING_KINDS),
  minutes: z.int().min(15).max(720),
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'malformed_time'),
  purpose: needed(text(2000)),
  background: text(6000).default(''),
  remarks: lines(12, { length: 500 }).default([]),
  preparation: lines(12, { length: 500 }).default([]),
  guests: lines(6).default([]),
  preMeeting: preMeeting.readonly().nullable().default(null),
  programme: z.array(part.readonly()).min(1).max(40).readonly(),
  deadlines: z.array(deadline.readonly()).min(1).max(40).readonly(),
  indicators: z.array(z.string()).max(20).readonly().default([]),
  questions: z.array(question.readonly()).max(30).readonly().default([]),
  discussion: lines(20, { least: 1 }),
  agreements: z.array(agreement.readonly()).min(1).max(12).readonly(),
  speakerBrief: text(4000).default(''),
  texts: texts.readonly(),
  author: needed(line(160)),
  checkedBy: needed(line(160)).nullable().default(null),
  nextReview: z.iso.date('malformed_day').nullable().default(null),
});

/** The package, or everything that is to be mended before it is one. */
export type Reading = { readonly package: MeetingPackage } | { readonly problems: readonly PackageProblem[] };

/**
 * Reads what somebody wrote as a package. Refuses unknown and missing fields, empty and overlong texts, HTML, CPR
 * numbers, and what contradicts itself or names an indicator that is not among those known. All is told at once.
 */
export function parsePackage(content: unknown, knownIndicators: ReadonlySet<string>): Reading {
  const shape = meetingPackage.safeParse(content);
  if (!shape.success) return { problems: shape.error.issues.flatMap((issue) => problemsOf(issue, content)) };
  const problems = contradictionsIn(shape.data, knownIndicators);
  return problems.length > 0 ? { problems } : { package: shape.data };
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, content: unknown): PackageProblem[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => problemOf('unknown_field', [...issue.path, name].join('.'), name));
  if (field === '' && isNothing(content)) return [problemOf('empty_file', '')];
  if (isNothing(at(content, issue.path))) return [problemOf('missing', field)];
  return [problemOf(kindOf(issue), field, boundOf(issue))];
}

function kindOf(issue: Issue): ProblemKind {
  if (issue.code === 'invalid_type') return WRONG_TYPE[issue.expected] ?? 'wrong_shape';
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? 'too_long' : manyOr(issue.origin, 'too_big');
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'empty' : manyOr(issue.origin, 'too_small');
  if (issue.code === 'invalid_value') return 'not_one_of';
  return PROBLEM_KINDS.find((kind) => kind === issue.message) ?? 'wrong_shape';
}

const WRONG_TYPE: Readonly<Record<string, ProblemKind>> = {
  string: 'not_text',
  number: 'not_a_number',
  int: 'not_a_number',
  array: 'not_a_list',
};

function manyOr(origin: string, kind: 'too_big' | 'too_small'): ProblemKind {
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
