import { type Interval, wilsonInterval } from '#domain/benchmarks/interval.ts';
import { binomialWeights, exactMcNemar } from './chance.ts';
import type { Evidence } from './verdict.ts';

/** So many of so many. */
export type Count = { readonly count: number; readonly of: number };

/**
 * Newcombe's interval for the difference `later - earlier` of two shares of different people, method 10: the distances
 * of both shares from the ends of their Wilson intervals, squared and added.
 *
 * Source: Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med
 * 1998;17:873-890.
 */
export function newcombeInterval(later: Count, earlier: Count, confidence = 0.95): Interval {
  return hybrid([reachOf(later, confidence), reachOf(earlier, confidence)], 0);
}

/** What two people answered, or two times the same: both, only the later, only the earlier, neither. */
export type PairedCount = {
  readonly both: number;
  readonly onlyLater: number;
  readonly onlyEarlier: number;
  readonly neither: number;
};

/**
 * Newcombe's interval for the difference `later - earlier` of two shares of the same people, method 10: as above, less
 * what both shares have in common.
 *
 * Source: Newcombe RG. Improved confidence intervals for the difference between binomial proportions based on paired
 * data. Stat Med 1998;17:2635-2650.
 */
export function pairedNewcombeInterval(pairs: PairedCount, confidence = 0.95): Interval {
  const { both, onlyLater, onlyEarlier } = pairs;
  const of = pairsIn(pairs);
  const later = reachOf({ count: both + onlyLater, of }, confidence);
  const earlier = reachOf({ count: both + onlyEarlier, of }, confidence);
  return hybrid([later, earlier], correlationOf(pairs));
}

type Reach = { share: number; down: number; up: number };

function reachOf({ count, of }: Count, confidence: number): Reach {
  const share = count / of;
  const { lower, upper } = wilsonInterval(count, of, confidence);
  return { share, down: share - lower, up: upper - share };
}

function hybrid([later, earlier]: readonly [Reach, Reach], shared: number): Interval {
  const difference = later.share - earlier.share;
  const joined = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one * one - 2 * shared * one * other + other * other));
  return {
    lower: difference - joined(later.down, earlier.up),
    upper: difference + joined(later.up, earlier.down),
  };
}

function pairsIn({ both, onlyLater, onlyEarlier, neither }: PairedCount): number {
  return both + onlyLater + onlyEarlier + neither;
}

// The correlation of the fourfold table, with the correction for continuity that method 10 prescribes.
function correlationOf({ both, onlyLater, onlyEarlier, neither }: PairedCount): number {
  const margins = (both + onlyLater) * (onlyEarlier + neither) * (both + onlyEarlier) * (onlyLater + neither);
  if (margins === 0) return 0;
  const agreement = both * neither - onlyLater * onlyEarlier;
  const half = pairsIn({ both, onlyLater, onlyEarlier, neither }) / 2;
  return (agreement > 0 ? Math.max(0, agreement - half) : agreement) / Math.sqrt(margins);
}

const GRID = Array.from({ length: 100 }, (_, at) => (at + 0.5) / 200);

/**
 * The probability of so great a difference between two shares of different people who share one true share, whichever
 * it is: Barnard's exact test, differences ordered by the score statistic. Newcombe's interval alone leaves 0 out in up
 * to 9 % of small samples without a difference; both together never do in more than they should.
 *
 * Source: Barnard GA. Significance tests for 2 × 2 tables. Biometrika 1947;34:123-138.
 */
export function barnard(later: Count, earlier: Count): number {
  const seen = scoreOf(later, earlier);
  if (seen === 0) return 1;
  const isExtreme = (x: number, y: number) =>
    scoreOf({ ...later, count: x }, { ...earlier, count: y }) >= seen - 1e-9;
  // For each count of the later, the counts of the earlier that lie as far off: up to one, and from another.
  const tails = Array.from({ length: later.of + 1 }, (_, x): [number, number] => {
    let [upTo, from] = [-1, earlier.of + 1];
    while (upTo < earlier.of && isExtreme(x, upTo + 1)) upTo += 1;
    while (from > upTo + 1 && isExtreme(x, from - 1)) from -= 1;
    return [upTo, from];
  });
  return Math.min(1, Math.max(...GRID.map((share) => chanceOf(tails, earlier.of, share))));
}

function scoreOf(later: Count, earlier: Count): number {
  const pooled = (later.count + earlier.count) / (later.of + earlier.of);
  const variance = pooled * (1 - pooled) * (1 / later.of + 1 / earlier.of);
  return variance === 0
    ? 0
    : Math.abs(later.count / later.of - earlier.count / earlier.of) / Math.sqrt(variance);
}

// A share and its opposite give the same, since the extreme tables come in mirrored pairs: half of the grid will do.
function chanceOf(tails: readonly (readonly [number, number])[], n: number, share: number): number {
  const ofLater = binomialWeights(tails.length - 1, share);
  const upTo = binomialWeights(n, share);
  for (let y = 1; y <= n; y++) upTo[y]! += upTo[y - 1]!;
  const total = (y: number) => (y < 0 ? 0 : upTo[y]!);
  return tails.reduce(
    (sum, [low, high], x) => sum + ofLater[x]! * (total(low) + total(n) - total(high - 1)),
    0,
  );
}

/** What speaks for a change between the shares of different people. */
export function shareEvidence(later: Count, earlier: Count): Evidence {
  return {
    value: later.count / later.of - earlier.count / earlier.of,
    neutral: 0,
    p: barnard(later, earlier),
    intervalAt: (level) => newcombeInterval(later, earlier, 1 - level),
  };
}

/** What speaks for a change between the shares of the same people: McNemar's exact test and Newcombe's interval. */
export function pairedShareEvidence(pairs: PairedCount): Evidence {
  const { onlyLater, onlyEarlier } = pairs;
  return {
    value: (onlyLater - onlyEarlier) / pairsIn(pairs),
    neutral: 0,
    p: exactMcNemar(onlyLater, onlyEarlier),
    intervalAt: (level) => pairedNewcombeInterval(pairs, 1 - level),
  };
}
