import type { Interval } from '#domain/benchmarks/interval.ts';
import { median } from '#domain/benchmarks/quantile.ts';
import type { Evidence } from './verdict.ts';

/**
 * What speaks for a change in what the same people answered, from their differences: Hodges and Lehmann's middle of
 * the differences with its interval, and Wilcoxon's signed ranks with every pattern of signs counted out. Differences
 * of nothing are left out of the test and kept in the middle; ties share their rank. The interval may end at 0 where
 * the change is clear; it reaches to `furthest` where the test could not tell even that. Refuses no differences.
 *
 * Sources: Wilcoxon F. Biometrics Bull 1945;1:80-83. Hodges JL, Lehmann EL. Ann Math Stat 1963;34:598-611.
 */
export function signedRankEvidence(differences: readonly number[], furthest: number): Evidence {
  const middles = walshAverages(differences);
  return {
    value: median(middles),
    neutral: 0,
    p: signedRankTest(differences).p,
    intervalAt: (level) => {
      const { lower, upper } = shiftsAllowed(differences, middles, level);
      return { lower: Math.max(-furthest, lower), upper: Math.min(furthest, upper) };
    },
  };
}

/** The sum of the ranks of the rises, and how often chance gives one as far from the middle, exactly. */
export function signedRankTest(differences: readonly number[]): { rises: number; p: number } {
  const moved = differences.filter((difference) => difference !== 0);
  const ranks = doubledRanks(moved.map(Math.abs));
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const rises = ranks.reduce((sum, rank, at) => sum + (moved[at]! > 0 ? rank : 0), 0);
  const ways = waysBySum(ranks, total);
  const distance = Math.abs(2 * rises - total);
  const p = ways.reduce((sum, count, at) => (Math.abs(2 * at - total) >= distance ? sum + count : sum), 0);
  return { rises: rises / 2, p: Math.min(1, p) };
}

// Twice the middle rank of each value, which is whole.
function doubledRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value - 1e-9).length;
    const equal = values.filter((other) => Math.abs(other - value) <= 1e-9).length;
    return 2 * below + equal + 1;
  });
}

// The chance of each sum of doubled ranks, when each is as likely to count as not.
function waysBySum(ranks: readonly number[], total: number): Float64Array {
  let ways = new Float64Array(total + 1);
  ways[0] = 1;
  for (const rank of ranks) {
    const next = new Float64Array(total + 1);
    for (let sum = 0; sum <= total; sum++)
      next[sum] = (ways[sum]! + (sum >= rank ? ways[sum - rank]! : 0)) / 2;
    ways = next;
  }
  return ways;
}

/** The average of every two differences, each with itself too, from the least. */
function walshAverages(differences: readonly number[]): number[] {
  const averages = differences.flatMap((one, at) => differences.slice(at).map((other) => (one + other) / 2));
  return averages.sort((one, other) => one - other);
}

// All shifts that the test would let pass. Between two neighbouring averages the test gives the same.
function shiftsAllowed(differences: readonly number[], averages: readonly number[], level: number): Interval {
  const stops = averages.filter((average, at) => at === 0 || average - averages[at - 1]! > 1e-9);
  const isAllowed = (shift: number) =>
    signedRankTest(differences.map((difference) => difference - shift)).p > level;
  const gaps = stops.slice(1).map((stop, at) => ({ from: stops[at]!, until: stop }));
  const lowest = gaps.find(({ from, until }) => isAllowed((from + until) / 2));
  const highest = gaps.findLast(({ from, until }) => isAllowed((from + until) / 2));
  return {
    lower: isAllowed(stops[0]! - 1) ? Number.NEGATIVE_INFINITY : (lowest?.from ?? stops[0]!),
    upper: isAllowed(stops.at(-1)! + 1) ? Number.POSITIVE_INFINITY : (highest?.until ?? stops.at(-1)!),
  };
}
