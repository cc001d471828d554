import { type Indicator, valueAt } from '#domain/indicators/indicator.ts';
import type { Picture } from './disclosure.ts';
import { type Interval, poissonInterval, wilsonInterval } from './interval.ts';
import { arcsineReliability } from './reliability.ts';

/** A practice's own figure, exact, as its source delivered it. `value` is in the indicator's unit. */
export type OwnFigure = {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly missing: string | null;
};

/** How a nation or region lies, in the indicator's unit, and how much its practices differ beyond chance. */
export type Reference = {
  readonly level: 'nation' | 'region';
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly tauSquared: number;
  readonly isExample: boolean;
  readonly practices: number | null;
};

/** The interval of 95 % around an own figure, in the indicator's unit; null where nothing was counted. */
export function intervalOf(indicator: Indicator, { numerator, denominator }: OwnFigure): Interval | null {
  if (numerator === null) return null;
  if (indicator.kind === 'count') return poissonInterval(numerator);
  if (denominator === null || denominator <= 0) return null;
  const isShare = indicator.kind === 'proportion' && numerator <= denominator;
  const { lower, upper } = isShare ? wilsonInterval(numerator, denominator) : poissonInterval(numerator);
  const scale = isShare ? indicator.scale : indicator.scale / denominator;
  return { lower: lower * scale, upper: upper * scale };
}

/**
 * What may be said of the difference between a practice and its comparator. `lower` and `higher` only where
 * chance is an unlikely reason; `unknown` where there is no level to tell chance from.
 */
export type Verdict = 'lower' | 'higher' | 'may_be_chance' | 'too_few' | 'unknown';

/** Comparison words need so many patients, and so much of the spread that is more than chance (Adams 2009). */
export const LEAST_PATIENTS = 30;
export const LEAST_RELIABILITY = 0.7;

/** The value that a practice is held beside: the cluster's median, else the reference's; null where neither is known. */
export function comparatorOf(indicator: Indicator, picture: Picture | null, reference: Reference | null) {
  const median = picture?.median ?? null;
  if (median !== null && median > 0 && median < 100)
    return { of: 'cluster' as const, value: valueAt(indicator, median) };
  if (median !== null) return null;
  return reference ? { of: reference.level, value: reference.p50 } : null;
}

/** The verdict on a figure beside a comparator, as careful as `Verdict` says. */
export function verdictOf(
  indicator: Indicator,
  own: OwnFigure,
  comparator: number,
  reference: Reference | null,
): Verdict {
  const interval = intervalOf(indicator, own);
  const patients = own.denominator ?? (indicator.kind === 'count' ? own.numerator : null);
  if (own.value === null || interval === null || patients === null || patients < LEAST_PATIENTS)
    return 'too_few';
  if (reference === null) return 'unknown';
  if (arcsineReliability(reference.tauSquared, patients) < LEAST_RELIABILITY) return 'too_few';
  if (comparator >= interval.lower && comparator <= interval.upper) return 'may_be_chance';
  return own.value < comparator ? 'lower' : 'higher';
}

/** The difference in whole patients (or events): how many more or fewer would stand level; null without a denominator. */
export function patientsBetween(indicator: Indicator, own: OwnFigure, comparator: number): number | null {
  if (own.value === null) return null;
  if (indicator.kind === 'count') return Math.round(Math.abs(own.value - comparator));
  if (own.denominator === null) return null;
  return Math.round((Math.abs(own.value - comparator) * own.denominator) / indicator.scale);
}
