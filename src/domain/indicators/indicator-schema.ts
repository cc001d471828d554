import { z } from 'zod';
import { DIRECTIONS, type Indicator, KINDS, LEVELS, SCALES } from './indicator.ts';
import { contradictionsIn } from './indicator-contradictions.ts';

const words = z.string().trim().min(1, 'must not be empty');
const inBothLanguages = z.strictObject({ da: words, en: words }).readonly();
const sentences = z.array(words).min(1, 'needs at least one sentence').readonly();
const names = z.array(words).readonly();
const amount = z.number().nonnegative();

const axis = z.strictObject({
  min: z.number(),
  max: z.number(),
  ticks: z.array(z.number()).min(2).readonly().nullable().default(null),
});

const band = z.strictObject({
  p10: amount,
  p25: amount,
  p50: amount,
  p75: amount,
  p90: amount,
  tauSquared: amount,
});

const level = z.strictObject({
  level: z.enum(LEVELS),
  area: words.nullable().default(null),
  value: amount,
  year: z.int().min(1990).max(2100).nullable().default(null),
  source: inBothLanguages.nullable().default(null),
  isExample: z.boolean(),
  note: inBothLanguages.nullable().default(null),
  band: band.readonly().nullable().default(null),
});

const steps = z.strictObject({ da: sentences, en: sentences }).readonly();
const recipe = z.strictObject({
  months: z.int().min(1).max(60),
  period: inBothLanguages,
  denominator: steps,
  numerator: steps,
});

const indicator = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/, 'small letters, digits and hyphens, 2 to 41 of them'),
  theme: z.string().regex(/^[a-z][a-z-]*$/, 'small letters and hyphens'),
  version: z.int().positive(),
  name: inBothLanguages,
  numerator: inBothLanguages,
  denominator: inBothLanguages,
  kind: z.enum(KINDS),
  scale: z.literal(SCALES),
  unit: inBothLanguages,
  axis: axis.readonly(),
  direction: z.enum(DIRECTIONS),
  additive: z.boolean(),
  smallestDenominator: z.int().min(10).nullable(),
  isOwnCount: z.boolean(),
  recipe: recipe.readonly().nullable().default(null),
  target: z.strictObject({ value: amount, source: inBothLanguages }).readonly().nullable().default(null),
  levels: z.array(level.readonly()).readonly(),
  caveats: z.strictObject({ da: sentences, en: sentences }).readonly(),
  aliases: names,
  denominatorAliases: names.default([]),
  attribution: words.nullable().default(null),
  author: words,
  checkedBy: words.nullable(),
  nextReview: z.iso.date('must be a day as 2027-11-01'),
});

/** The indicator, or every reason why there is none, each naming file and field. */
export type Reading = { readonly indicator: Indicator } | { readonly problems: readonly string[] };

/**
 * Reads the parsed content of one indicator file. Refuses unknown and missing fields, an empty text in either
 * language, and fields that contradict each other. `file` is only named in the problems.
 */
export function parseIndicator(file: string, content: unknown): Reading {
  const shape = indicator.safeParse(content);
  const problems = shape.success
    ? contradictionsIn(shape.data)
    : shape.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  if (shape.success && problems.length === 0) return { indicator: shape.data };
  return { problems: problems.map(({ field, message }) => `${file}: ${field || 'the file'}: ${message}`) };
}
