/**
 * How much units differ in truth, once the chance in each is taken away: the variance between them, called
 * τ² (tau squared), and the mean of all that takes it into account. Sums do not depend on the order of units.
 */
import { sumOf } from './quantile.ts';

/** What was measured in one unit, and the variance that chance alone gives it (same unit, squared). */
export type Effect = { value: number; variance: number };

/**
 * The mean over all units, each weighted by 1 / (its own variance + τ²), its standard error, and Q, the
 * weighted sum of squared distances from that mean. With τ² of 0 units are taken to differ by chance only.
 * Refuses fewer than two units, a variance that is not positive, and a negative τ².
 */
export function pooledMean(effects: readonly Effect[], tauSquared = 0) {
  refuseImpossibleEffects(effects);
  refuseImpossibleVariance(tauSquared);
  const weights = effects.map(({ variance }) => 1 / (variance + tauSquared));
  const total = sumOf(weights);
  const mean = sumOf(effects.map(({ value }, at) => weights[at]! * value)) / total;
  const q = sumOf(effects.map(({ value }, at) => weights[at]! * (value - mean) ** 2));
  return { mean, standardError: 1 / Math.sqrt(total), q };
}

/**
 * The variance between units that explains why `q` is larger than the number of units less one, which is
 * what chance gives on average; 0 where chance is enough. `weights` are 1 / variance, one for each unit, at
 * least two.
 *
 * Source: DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986;7:177-188.
 */
export function excessVariance(q: number, weights: readonly number[]): number {
  if (weights.length < 2) throw new RangeError(`The spread of ${weights.length} units cannot be told`);
  const total = sumOf(weights);
  const scale = total - sumOf(weights.map((weight) => weight * weight)) / total;
  return Math.max(0, (q - (weights.length - 1)) / scale);
}

/** τ² after DerSimonian and Laird. Refuses fewer than two units, and a variance that is not positive. */
export function derSimonianLaird(effects: readonly Effect[]): number {
  const { q } = pooledMean(effects);
  return excessVariance(
    q,
    effects.map(({ variance }) => 1 / variance),
  );
}

/**
 * τ² by restricted maximum likelihood, the estimate that makes the measured values the most likely; stepped
 * up from DerSimonian and Laird's until a step changes nothing that can be printed. Refuses as that one does.
 *
 * Source: Viechtbauer W. Bias and efficiency of meta-analytic variance estimators. J Educ Behav Stat
 * 2005;30:261-293.
 */
export function restrictedMaximumLikelihood(effects: readonly Effect[]): number {
  let tauSquared = derSimonianLaird(effects);
  for (let step = 0; step < 1000; step++) {
    const next = likelierVariance(effects, tauSquared);
    if (Math.abs(next - tauSquared) <= 1e-12 * (1 + tauSquared)) return next;
    tauSquared = next;
  }
  return tauSquared;
}

function likelierVariance(effects: readonly Effect[], tauSquared: number): number {
  const { mean } = pooledMean(effects, tauSquared);
  const weights = effects.map(({ variance }) => 1 / (variance + tauSquared));
  const squares = sumOf(weights.map((weight) => weight * weight));
  const excess = effects.map(
    ({ value, variance }, at) => weights[at]! ** 2 * ((value - mean) ** 2 - variance),
  );
  return Math.max(0, sumOf(excess) / squares + 1 / sumOf(weights));
}

/**
 * I²: the share, 0 to 1, of the variation between measured values that is true difference and not chance.
 * Refuses as `pooledMean` does.
 *
 * Source: Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med 2002;21:1539-1558.
 */
export function iSquared(effects: readonly Effect[], tauSquared: number): number {
  refuseImpossibleEffects(effects);
  refuseImpossibleVariance(tauSquared);
  const weights = effects.map(({ variance }) => 1 / variance);
  const total = sumOf(weights);
  const squares = sumOf(weights.map((weight) => weight * weight));
  const typicalVariance = ((effects.length - 1) * total) / (total * total - squares);
  return tauSquared / (tauSquared + typicalVariance);
}

/** Throws a RangeError that names a variance which is negative or no number. */
export function refuseImpossibleVariance(variance: number): void {
  if (!(variance >= 0 && variance < Infinity))
    throw new RangeError(`A variance is 0 or more, not ${variance}`);
}

function refuseImpossibleEffects(effects: readonly Effect[]): void {
  if (effects.length < 2) throw new RangeError(`The spread of ${effects.length} units cannot be told`);
  const odd = effects.find(({ variance }) => !Number.isFinite(variance) || variance <= 0);
  if (odd) throw new RangeError(`A variance is a positive number, not ${odd.variance}`);
}
