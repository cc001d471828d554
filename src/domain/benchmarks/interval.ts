/**
 * How far a counted figure may lie from the truth by chance alone. An interval of 95 % confidence is built
 * so that, of many such intervals, 95 of 100 hold the value that endless patients would have shown.
 */
import { chiSquareQuantile, reachOf, tailOf } from './distribution.ts';

/** Both ends of a range, in the unit of the value it surrounds; `lower` is never above `upper`. */
export type Interval = { lower: number; upper: number };

/**
 * Wilson's interval for the share `numerator / denominator`, as shares from 0 to 1. It always holds the
 * share itself and behaves at 0 and at all. Refuses a negative count, a denominator that is not positive, a
 * numerator above the denominator, and a confidence outside 0.9 to 1.
 *
 * Source: Newcombe RG. Two-sided confidence intervals for the single proportion. Stat Med 1998;17:857-872,
 * method 3.
 */
export function wilsonInterval(numerator: number, denominator: number, confidence = 0.95): Interval {
  refuseImpossibleShare(numerator, denominator);
  const z = reachOf(confidence);
  // The most that can be true of those counted is the least that can be true of those not counted.
  const lower = wilsonLower(numerator, denominator, z);
  return { lower, upper: 1 - wilsonLower(denominator - numerator, denominator, z) };
}

function wilsonLower(numerator: number, denominator: number, z: number): number {
  const uncounted = 1 - numerator / denominator;
  const reach = z * Math.sqrt(z * z + 4 * numerator * uncounted);
  return Math.max(0, (2 * numerator + z * z - reach) / (2 * (denominator + z * z)));
}

/**
 * The interval for a count of events without a ceiling (prescriptions, contacts), in events: exact below 10,
 * Byar's from 10, the rule of the English public health profiles. Refuses a negative count and a confidence
 * outside 0.9 to 1.
 */
export function poissonInterval(count: number, confidence = 0.95): Interval {
  if (count < 10) return exactPoissonLimits(count, confidence);
  const { lower, upper } = byarLimits(count, confidence);
  return { lower: lower ?? 0, upper };
}

/**
 * Byar's limits for a count of events, in events. `lower` is null where the formula has none: for so small
 * a count that it would fall below 0. Refuses as `poissonInterval` does.
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, volume II. IARC 1987, page 69.
 */
export function byarLimits(count: number, confidence = 0.95): { lower: number | null; upper: number } {
  refuseImpossibleCount(count);
  const z = reachOf(confidence);
  const lower = byarLimit(count, -z);
  return { lower: lower >= 0 ? lower : null, upper: byarLimit(count + 1, z) };
}

function byarLimit(count: number, z: number): number {
  return count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
}

/**
 * The exact limits for a count of events, in events: `lower` is the true mean from which so many, `upper`
 * the one from which so few, come just as seldom as the tail allows (1 in 40 for 95 %). The count may be an
 * expected one and need not be whole. Refuses as `poissonInterval` does.
 *
 * Source: Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437-442.
 */
export function exactPoissonLimits(count: number, confidence = 0.95): Interval {
  refuseImpossibleCount(count);
  const tail = tailOf(confidence);
  const lower = count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2;
  return { lower, upper: chiSquareQuantile(1 - tail, 2 * count + 2) / 2 };
}

/**
 * Events per `multiplier` (1000 for "per 1000 patients") with the interval of the count, in the same unit.
 * The numerator may exceed the denominator. Refuses a negative count, a denominator or multiplier that is
 * not positive, and a confidence outside 0.9 to 1.
 */
export function crudeRate(
  numerator: number,
  denominator: number,
  multiplier: number,
  confidence = 0.95,
): Interval & { value: number } {
  refuseImpossibleDenominator(denominator);
  if (!(multiplier > 0 && multiplier < Infinity)) {
    throw new RangeError(`A multiplier is a positive number, not ${multiplier}`);
  }
  const { lower, upper } = poissonInterval(numerator, confidence);
  const rateOf = (count: number) => (multiplier * count) / denominator;
  return { value: rateOf(numerator), lower: rateOf(lower), upper: rateOf(upper) };
}

/** Throws a RangeError that names a count which is not a number of events from 0 upwards. */
export function refuseImpossibleCount(count: number): void {
  if (!Number.isFinite(count) || count < 0) throw new RangeError(`A count is 0 or more, not ${count}`);
}

/** Throws a RangeError that names a denominator which counts nobody, or is no number. */
export function refuseImpossibleDenominator(denominator: number): void {
  if (!Number.isFinite(denominator) || denominator <= 0) {
    throw new RangeError(`A denominator is a positive number, not ${denominator}`);
  }
}

/** Throws a RangeError that names what cannot be a share: some of the counted, out of all. */
export function refuseImpossibleShare(numerator: number, denominator: number): void {
  refuseImpossibleCount(numerator);
  refuseImpossibleDenominator(denominator);
  if (numerator > denominator) {
    throw new RangeError(`A share cannot count ${numerator} out of ${denominator}`);
  }
}
