/** Places in a spread of values. Nothing here depends on the order in which the values arrive. */

/**
 * The value below which the share `p` of the values lies, by definition 7 of Hyndman and Fan (Am Stat
 * 1996;50:361-365), the default of R, NumPy and Excel's PERCENTILE.INC: the values stand evenly from 0 to 1,
 * and between two neighbours the line is straight. Refuses no values, a value that is no finite number, and
 * a `p` outside 0 to 1.
 */
export function quantile(values: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile lies between 0 and 1, not at ${p}`);
  if (values.length === 0) throw new RangeError('No values have no quantile');
  const sorted = ascending(values);
  const place = (sorted.length - 1) * p;
  const before = sorted[Math.floor(place)]!;
  const after = sorted[Math.ceil(place)]!;
  return Math.min(after, before + (place - Math.floor(place)) * (after - before));
}

/** The middle value; of an even number of values, halfway between the middle two. Refuses as `quantile`. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * The group of each value, in the order of the values, when all are ranked into `groups` of like size: 1
 * holds the lowest, or the highest when `invert`. Equal values share the group of the first of them. Null is
 * a missing value and gets no group; fewer values than groups get none at all. Refuses a number of groups
 * that is not whole and positive, and a value that is no finite number.
 *
 * Source: the quantiles of the English public health profiles (PHEindicatormethods, phe_quantile).
 */
export function assignQuantiles(
  values: readonly (number | null)[],
  groups: number,
  invert = false,
): (number | null)[] {
  if (!Number.isInteger(groups) || groups < 1) {
    throw new RangeError(`A number of groups is a whole number from 1, not ${groups}`);
  }
  const signed = values.map((value) => (value === null ? null : invert ? -value : value));
  const present = ascending(signed.filter((value) => value !== null));
  const count = present.length;
  if (count < groups) return values.map(() => null);
  const lowerOf = new Map<number, number>();
  present.forEach((value, lower) => {
    if (!lowerOf.has(value)) lowerOf.set(value, lower);
  });
  const groupOf = (lower: number) => groups + 1 - Math.ceil(((count - lower) * groups) / count);
  return signed.map((value) => (value === null ? null : groupOf(lowerOf.get(value)!)));
}

/**
 * The sum of the values, to the last bit the same in whatever order they arrive: rounding follows the order
 * of adding, so they are sorted first. Refuses a value that is no finite number.
 */
export function sumOf(values: readonly number[]): number {
  return ascending(values).reduce((sum, value) => sum + value, 0);
}

/** The values from the lowest to the highest. Refuses a value that is no finite number. */
export function ascending(values: readonly number[]): Float64Array {
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`A value is a finite number, not ${value}`);
  }
  return Float64Array.from(values).sort();
}
