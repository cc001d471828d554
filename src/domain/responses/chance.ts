/** How often chance alone does so much. All probabilities are two-sided and lie from 0 to 1. */

/** The probability that a standard normal value lies at least so far from 0, to about twelve digits. */
export function normalTails(distance: number): number {
  const z = Math.abs(distance);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z < 3 ? 1 - 2 * density * seriesAt(z) : 2 * density * fractionAt(z);
}

// z + z³/3 + z⁵/15 + …: Abramowitz and Stegun 26.2.11.
function seriesAt(z: number): number {
  let [sum, term] = [z, z];
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}

// 1/(z + 1/(z + 2/(z + 3/…))): Abramowitz and Stegun 26.2.14.
function fractionAt(z: number): number {
  let below = z;
  for (let k = 150; k > 0; k--) below = z + k / below;
  return 1 / below;
}

/** The chances of 0 to `n` successes in `n` trials, for a probability up to one half and some hundred trials. */
export function binomialWeights(n: number, probability: number): Float64Array {
  const weights = new Float64Array(n + 1);
  const odds = probability / (1 - probability);
  weights[0] = (1 - probability) ** n;
  for (let x = 0; x < n; x++) weights[x + 1] = (weights[x]! * odds * (n - x)) / (x + 1);
  return weights;
}

/** In how many ways `k` can be chosen of `n`; exact as far as a number can hold it. */
export function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - i + 1)) / i;
  return ways;
}

/**
 * The exact test of McNemar: of those who changed, so many one way and so many the other, when each way were as likely.
 *
 * Source: McNemar Q. Psychometrika 1947;12:153-157, with the binomial distribution in place of its approximation.
 */
export function exactMcNemar(oneWay: number, otherWay: number): number {
  const changed = oneWay + otherWay;
  if (changed === 0) return 1;
  const least = Math.min(oneWay, otherWay);
  let ways = 0;
  for (let x = 0; x <= least; x++) ways += choose(changed, x);
  return Math.min(1, (2 * ways) / 2 ** changed);
}

/** McNemar's chi-square with one degree of freedom, with and without the correction for continuity, and its p. */
export function mcNemar(oneWay: number, otherWay: number) {
  const [gap, changed] = [Math.abs(oneWay - otherWay), oneWay + otherWay];
  if (changed === 0) return { corrected: 0, uncorrected: 0, p: 1 };
  const corrected = Math.max(0, gap - 1) ** 2 / changed;
  return { corrected, uncorrected: gap ** 2 / changed, p: normalTails(Math.sqrt(corrected)) };
}
