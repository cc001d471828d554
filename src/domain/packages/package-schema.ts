import { z } from 'zod';
import { questionsSchema } from '#domain/questionnaires/question-schema.ts';
import { key, line, lines, needed, text } from '#domain/questionnaires/written.ts';
import { writtenProblems } from '#domain/questionnaires/written-problem.ts';
import { DEADLINE_ACTS, MEETING_KINDS, type MeetingPackage, PROGRAMME_KINDS } from './package.ts';
import { contradictionsIn } from './package-contradictions.ts';
import { type PackageProblem, problemOf } from './package-problem.ts';

const inBothLanguages = (most: number) =>
  z.strictObject({ da: needed(line(most)), en: needed(line(most)) }).readonly();

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

const dayBefore = z.int().min(-400).max(0);
const questionnaireDays = z.strictObject({ opens: dayBefore, closes: dayBefore });

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
  questions: questionsSchema.default([]),
  isWellbeing: z.boolean().default(false),
  questionnaireDays: questionnaireDays.readonly().default({ opens: -28, closes: -5 }),
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
  if (!shape.success) return { problems: asProblems(shape.error.issues, content) };
  const problems = contradictionsIn(shape.data, knownIndicators);
  return problems.length > 0 ? { problems } : { package: shape.data };
}

function asProblems(issues: readonly z.core.$ZodIssue[], content: unknown): PackageProblem[] {
  const nothing = content === undefined || content === null;
  if (nothing) return [problemOf('empty_file', '')];
  return writtenProblems(issues, content).map(({ field, kind, of }) => problemOf(kind, field, of));
}
