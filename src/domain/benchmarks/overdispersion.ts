/**
 * Practices differ by more than chance, for reasons that no indicator knows (age, town, poverty).
 * Overdispersion says by how much: φ (phi) is 1 when chance explains all, and τ² (tau squared) is the
 * variance between practices that chance leaves over. Both belong to a nation or a region: within one
 * cluster they cannot be told. No result depends on the order of the figures.
 *
 * Source: Spiegelhalter DJ. Handling over-dispersion of performance indicators. Qual Saf Health Care
 * 2005;14:347-351; worked values from FunnelPlotR 0.6.0.
 */
import { reachOf } from './distribution.ts';
import {
  exactPoissonLimits,
  type Interval,
  refuseImpossibleCount,
  refuseImpossibleDenominator,
  refuseImpossibleShare,
} from './interval.ts';
import { ascending, quantile, sumOf } from './quantile.ts';
import { excessVariance, refuseImpossibleVariance } from './random-effects.ts';

/** What one practice counted, and out of how many (or against how many expected). */
export type Figure = { numerator: number; denominator: number };

/** How many standard errors a practice lies from the target, and that error on the scale of comparing. */
export type Score = { z: number; standardError: number };

/**
 * All that was counted divided by all that it was counted in: the target that practices are held against.
 * Refuses no figures, and denominators that add up to nobody.
 */
export function pooledShare(figures: readonly Figure[]): number {
  const counted = sumOf(figures.map(({ numerator }) => numerator));
  const outOf = sumOf(figures.map(({ denominator }) => denominator));
  refuseImpossibleDenominator(outOf);
  return counted / outOf;
}

/**
 * Scores of shares against the pooled share, on the scale of the arcsine of the square root, where chance
 * has the same size, 1/(4n), at every share. Refuses a figure that is no share.
 */
export function arcsineScores(figures: readonly Figure[]): Score[] {
  for (const { numerator, denominator } of figures) refuseImpossibleShare(numerator, denominator);
  const target = arcsine(pooledShare(figures));
  return figures.map(({ numerator, denominator }) => {
    const standardError = 1 / (2 * Math.sqrt(denominator));
    return { z: (arcsine(numerator / denominator) - target) / standardError, standardError };
  });
}

/**
 * Scores of observed against expected counts on the logarithmic scale, as in the English hospital mortality
 * indicator (SHMI). Refuses a numerator of 0, which has no logarithm, and what is no count.
 */
export function logRatioScores(figures: readonly Figure[]): Score[] {
  return figures.map(({ numerator, denominator }) => {
    refuseImpossibleRatio(numerator, denominator);
    if (numerator === 0) throw new RangeError('A ratio of 0 has no logarithm');
    const z = Math.sqrt(denominator) * Math.log(numerator / denominator);
    return { z, standardError: 1 / Math.sqrt(denominator) };
  });
}

/**
 * Scores of observed against expected counts on the scale of the square root, as the English Care Quality
 * Commission makes them. Refuses what is no count.
 */
export function rootRatioScores(figures: readonly Figure[]): Score[] {
  return figures.map(({ numerator, denominator }) => {
    refuseImpossibleRatio(numerator, denominator);
    const standardError = 1 / (2 * Math.sqrt(denominator));
    return { z: (Math.sqrt(numerator / denominator) - 1) / standardError, standardError };
  });
}

/**
 * The scores with the outer ones drawn in to the quantiles (type 7) at `share` and 1 - `share`, so that a few
 * odd practices do not decide the spread of all.
 */
export function winsorised(scores: readonly Score[], share = 0.1): Score[] {
  refuseImpossibleTrim(share);
  const zs = scores.map(({ z }) => z);
  const [lowest, highest] = [quantile(zs, share), quantile(zs, 1 - share)];
  return scores.map((score) => ({ ...score, z: Math.min(Math.max(score.z, lowest), highest) }));
}

/**
 * The scores without the lowest and the highest `share` of them. They are put into 1 / `share` groups by
 * floor(rank · groups / (number + 1)), equal scores at their middle rank, and the outer groups are left out:
 * of 6 scores none, of 10 one at each end.
 */
export function truncated(scores: readonly Score[], share = 0.1): Score[] {
  refuseImpossibleTrim(share);
  const groups = 1 / share;
  const sorted = ascending(scores.map(({ z }) => z));
  return scores.filter(({ z }) => {
    const middleRank = (sorted.indexOf(z) + sorted.lastIndexOf(z)) / 2 + 1;
    const group = Math.floor((middleRank * groups) / (sorted.length + 1));
    return group > 0 && group < groups - 1;
  });
}

/** φ: the mean of the squared scores; about 1 when chance alone sets practices apart. Refuses no scores. */
export function phi(scores: readonly Score[]): number {
  if (scores.length === 0) throw new RangeError('No scores have no spread');
  return sumOf(scores.map(({ z }) => z * z)) / scores.length;
}

/**
 * τ²: the variance between practices on the scale of the scores, 0 where φ does not exceed what chance
 * gives, (k - 1) / k of k scores. Refuses fewer than two scores.
 */
export function tauSquared(scores: readonly Score[]): number {
  const squares = sumOf(scores.map(({ z }) => z * z));
  return excessVariance(
    squares,
    scores.map(({ standardError }) => standardError ** -2),
  );
}

/**
 * Between which shares, 0 to 1, a practice of this denominator is expected around the target, when practices
 * differ by `betweenVariance` (τ², arcsine scale) beside chance; with 0, by chance alone. Never a proof: even
 * so about one in seven English practices lies outside 95 %. Refuses a target outside 0 to 1, a denominator
 * that is not positive, a negative variance and a confidence outside 0.9 to 1.
 */
export function expectedRange(
  target: number,
  denominator: number,
  betweenVariance: number,
  confidence = 0.95,
): Interval {
  refuseImpossibleShare(target, 1);
  refuseImpossibleDenominator(denominator);
  refuseImpossibleVariance(betweenVariance);
  // Printed ranges are made with z in six decimals, 1.959964; with all digits they differ in the eighth.
  const z = Math.round(reachOf(confidence) * 1e6) / 1e6;
  const reach = z * Math.sqrt(1 / (4 * denominator) + betweenVariance);
  const shareAt = (angle: number) => Math.sin(Math.min(Math.max(angle, 0), Math.PI / 2)) ** 2;
  return { lower: shareAt(arcsine(target) - reach), upper: shareAt(arcsine(target) + reach) };
}

/**
 * Between which ratios of observed to expected a unit lies by chance alone when `expected` events are
 * expected (exact Poisson). Refuses an expected count that is not positive and a confidence outside 0.9 to 1.
 */
export function expectedRatioRange(expected: number, confidence = 0.95): Interval {
  refuseImpossibleDenominator(expected);
  const { lower, upper } = exactPoissonLimits(expected, confidence);
  return { lower: lower / expected, upper: upper / expected };
}

/** Whether a value lies below or above the range; on its edge it lies within. */
export function isOutside(value: number, range: Interval): boolean {
  return value < range.lower || value > range.upper;
}

function arcsine(share: number): number {
  return Math.asin(Math.sqrt(share));
}

function refuseImpossibleRatio(numerator: number, denominator: number): void {
  refuseImpossibleCount(numerator);
  refuseImpossibleDenominator(denominator);
}

function refuseImpossibleTrim(share: number): void {
  if (!(share > 0 && share < 0.5))
    throw new RangeError(`Each end gives up a share below a half, not ${share}`);
}
