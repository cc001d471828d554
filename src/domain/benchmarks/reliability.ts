/**
 * How much of what sets a practice apart is the practice and how much is chance. Reliability runs from 0, all
 * chance, to 1, no chance. The rule of thumb: 0.7 to compare at all, 0.9 to judge one unit (Adams JL. The
 * reliability of provider profiling: a tutorial. RAND 2009). No result depends on the order of units.
 */
import { refuseImpossibleDenominator, refuseImpossibleShare } from './interval.ts';
import { sumOf } from './quantile.ts';
import { refuseImpossibleVariance } from './random-effects.ts';

/**
 * Signal to noise for a share: the variance between practices (shares, squared) over that variance plus the
 * practice's own chance, p(1 - p)/n. Refuses a share outside 0 to 1, a denominator that is not positive and
 * a negative variance. Where there is neither signal nor noise it is 0, since nothing sets practices apart.
 */
export function binomialReliability(betweenVariance: number, share: number, denominator: number): number {
  refuseImpossibleShare(share, 1);
  refuseImpossibleDenominator(denominator);
  return signalToNoise(betweenVariance, (share * (1 - share)) / denominator);
}

/**
 * Signal to noise on the arcsine scale, where chance is 1/(4n) at every share: with a reference's τ² it says
 * how reliable a figure out of `denominator` is before the figure is seen. Refuses as `binomialReliability`.
 */
export function arcsineReliability(tauSquared: number, denominator: number): number {
  refuseImpossibleDenominator(denominator);
  return signalToNoise(tauSquared, 1 / (4 * denominator));
}

function signalToNoise(signal: number, noise: number): number {
  refuseImpossibleVariance(signal);
  return signal === 0 ? 0 : signal / (signal + noise);
}

/** The true shares of all practices, spread as a beta distribution with these two shapes, both positive. */
export type BetaSpread = { alpha: number; beta: number };

/** The mean of the true shares and the variance between them. Refuses a shape that is not positive. */
export function betaMoments({ alpha, beta }: BetaSpread): { mean: number; betweenVariance: number } {
  refuseImpossibleShapes({ alpha, beta });
  const total = alpha + beta;
  return { mean: alpha / total, betweenVariance: (alpha * beta) / (total * total * (total + 1)) };
}

/** The reliability of a share out of `denominator` when true shares are spread so: n / (n + α + β). */
export function betaBinomialReliability({ alpha, beta }: BetaSpread, denominator: number): number {
  refuseImpossibleShapes({ alpha, beta });
  refuseImpossibleDenominator(denominator);
  return denominator / (denominator + alpha + beta);
}

/**
 * The best guess at the truth behind a measured value: drawn towards the mean of all by what is not reliable
 * in it. Refuses a reliability outside 0 to 1.
 */
export function shrunken(value: number, mean: number, reliability: number): number {
  if (!(reliability >= 0 && reliability <= 1)) {
    throw new RangeError(`A reliability lies between 0 and 1, not at ${reliability}`);
  }
  return mean + reliability * (value - mean);
}

/**
 * James and Stein's estimates of at least four shares that have the same denominator, in the order given:
 * all drawn towards their mean by one factor, 0 where chance explains the whole spread. Refuses fewer, and
 * what is no share.
 *
 * Source: Efron B, Morris C. Stein's paradox in statistics. Sci Am 1977;236(5):119-127.
 */
export function jamesStein(
  numerators: readonly number[],
  denominator: number,
): { mean: number; factor: number; estimates: number[] } {
  for (const numerator of numerators) refuseImpossibleShare(numerator, denominator);
  if (numerators.length < 4)
    throw new RangeError(`Four shares or more can be shrunken, not ${numerators.length}`);
  const shares = numerators.map((numerator) => numerator / denominator);
  const mean = sumOf(shares) / shares.length;
  const chance = (mean * (1 - mean)) / denominator;
  const spread = sumOf(shares.map((share) => (share - mean) ** 2));
  const factor = spread === 0 ? 0 : Math.max(0, 1 - ((shares.length - 3) * chance) / spread);
  return { mean, factor, estimates: shares.map((share) => shrunken(share, mean, factor)) };
}

function refuseImpossibleShapes({ alpha, beta }: BetaSpread): void {
  if (!(alpha > 0 && beta > 0 && alpha + beta < Infinity)) {
    throw new RangeError(`The shapes of a beta distribution are positive, not ${alpha} and ${beta}`);
  }
}
