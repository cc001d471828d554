import { normalQuantile } from '#domain/benchmarks/distribution.ts';
import type { Interval } from '#domain/benchmarks/interval.ts';
import { choose, normalTails } from './chance.ts';
import type { Evidence } from './verdict.ts';

/** How many gave each step, from the least step to the most. */
export type Steps = readonly number[];

/** Up to so many answers in the smaller of two groups the chances are counted out; beyond, they are normal enough. */
const MOST_COUNTED = 30;

/**
 * What speaks for a change along ordered steps: the probability that one of the later answers lies higher than one of
 * the earlier, ties counting half. Chance is counted out over all ways in which the answers could have fallen to the
 * two groups, so that a level holds however few they are and however many ties there are. Refuses an empty group.
 *
 * Sources: Mann HB, Whitney DR. Ann Math Stat 1947;18:50-60. The interval is Newcombe's method 5 (Stat Med
 * 2006;25:559-573), with the reach that the counted chances give in place of the normal one.
 */
export function rankEvidence(later: Steps, earlier: Steps): Evidence {
  const [m, n] = [totalOf(later), totalOf(earlier)];
  if (m === 0 || n === 0) throw new RangeError('Ranks need answers on both sides');
  const value = 0.5 + (2 * rankSum(later, earlier) - m * (m + n + 1)) / (2 * m * n);
  const tails =
    Math.min(m, n) <= MOST_COUNTED ? countedTails(later, earlier) : normalRankTails(later, earlier);
  return {
    value,
    neutral: 0.5,
    p: tails.beyond(Math.abs(value - 0.5)),
    intervalAt: (level) => intervalOf(value, tails.reach(level), (m + n) / 2),
  };
}

/** How often the probability lies at least so far from one half by chance, and how far it must, to do so no oftener. */
type Tails = { beyond: (distance: number) => number; reach: (level: number) => number };

function totalOf(steps: Steps): number {
  return steps.reduce((sum, count) => sum + count, 0);
}

// Twice the middle rank of each step, which is whole.
function doubledRanks(later: Steps, earlier: Steps): number[] {
  let before = 0;
  return later.map((count, step) => {
    const here = count + (earlier[step] ?? 0);
    before += here;
    return 2 * before - here + 1;
  });
}

function rankSum(later: Steps, earlier: Steps): number {
  return doubledRanks(later, earlier).reduce((sum, rank, step) => sum + (rank * later[step]!) / 2, 0);
}

function countedTails(later: Steps, earlier: Steps): Tails {
  const [m, n] = [totalOf(later), totalOf(earlier)];
  const [small, large] = m <= n ? [later, earlier] : [earlier, later];
  const size = Math.min(m, n);
  const ways = waysBySum(small, large, size);
  const middle = size * (m + n + 1);
  const all = choose(m + n, size);
  const byDistance = new Map<number, number>();
  for (const [sum, count] of ways) {
    const distance = Math.abs(sum - middle);
    byDistance.set(distance, (byDistance.get(distance) ?? 0) + count / all);
  }
  const falling = [...byDistance].sort(([one], [other]) => other - one);
  const unit = 2 * m * n;
  const tails: { distance: number; chance: number }[] = [];
  for (const [distance, chance] of falling)
    tails.push({ distance: distance / unit, chance: (tails.at(-1)?.chance ?? 0) + chance });
  return {
    beyond: (distance) =>
      Math.min(1, tails.findLast((tail) => tail.distance >= distance - 1e-9)?.chance ?? 0),
    reach: (level) => reachIn(tails, level),
  };
}

// Halfway between the least distance that is rare enough and the next, so that no answer can stand on the edge.
function reachIn(tails: readonly { distance: number; chance: number }[], level: number): number {
  const last = tails.findLastIndex(({ chance }) => chance <= level + 1e-12);
  if (last < 0) return Number.POSITIVE_INFINITY;
  return (tails[last]!.distance + (tails[last + 1]?.distance ?? 0)) / 2;
}

/** In how many ways `size` of all the answers can have each sum of doubled ranks. */
function waysBySum(small: Steps, large: Steps, size: number): Map<number, number> {
  const ranks = doubledRanks(small, large);
  let byTaken: Map<number, number>[] = Array.from({ length: size + 1 }, () => new Map());
  byTaken[0]!.set(0, 1);
  for (const [step, rank] of ranks.entries()) {
    const here = small[step]! + large[step]!;
    if (here > 0) byTaken = withStep(byTaken, { here, rank });
  }
  return byTaken[size]!;
}

function withStep(byTaken: readonly Map<number, number>[], { here, rank }: { here: number; rank: number }) {
  const next = byTaken.map(() => new Map<number, number>());
  for (const [taken, sums] of byTaken.entries()) {
    for (let more = 0; more <= Math.min(here, byTaken.length - 1 - taken); more++) {
      const [into, ways] = [next[taken + more]!, choose(here, more)];
      for (const [sum, count] of sums) {
        const key = sum + more * rank;
        into.set(key, (into.get(key) ?? 0) + count * ways);
      }
    }
  }
  return next;
}

function normalRankTails(later: Steps, earlier: Steps): Tails {
  const [m, n] = [totalOf(later), totalOf(earlier)];
  const all = m + n;
  const ties = later.reduce(
    (sum, count, step) => sum + (count + earlier[step]!) ** 3 - (count + earlier[step]!),
    0,
  );
  const deviation = Math.sqrt((all + 1 - ties / (all * (all - 1))) / (12 * m * n));
  const half = stepOf(later, earlier) / (4 * m * n);
  return {
    beyond: (distance) => (deviation === 0 ? 1 : normalTails(Math.max(0, distance - half) / deviation)),
    reach: (level) =>
      deviation === 0 ? Number.POSITIVE_INFINITY : half - normalQuantile(level / 2) * deviation,
  };
}

// The sums of doubled ranks lie so far apart: ties make the steps coarse, and half a step is what a continuous curve misses.
function stepOf(later: Steps, earlier: Steps): number {
  const used = doubledRanks(later, earlier).filter((_, step) => later[step]! + earlier[step]! > 0);
  const greatest = (one: number, other: number): number => (other === 0 ? one : greatest(other, one % other));
  return used.slice(1).reduce((step, rank) => greatest(step, rank - used[0]!), 0);
}

function intervalOf(value: number, reach: number, groups: number): Interval {
  if (reach === Number.POSITIVE_INFINITY) return { lower: 0, upper: 1 };
  const isWithin = (truth: number) =>
    Math.abs(value - truth) <= reach * Math.sqrt(spreadAt(truth, groups) / spreadAt(0.5, groups));
  return { lower: edgeOf(isWithin, [0, value]), upper: edgeOf(isWithin, [1, value]) };
}

// The variance of the probability when it is truly `truth`, but for a factor.
function spreadAt(truth: number, groups: number): number {
  return truth * (1 - truth) * (1 + (groups - 1) * ((1 - truth) / (2 - truth) + truth / (1 + truth)));
}

function edgeOf(isWithin: (truth: number) => boolean, [outside, inside]: readonly [number, number]): number {
  if (isWithin(outside)) return outside;
  let [out, within] = [outside, inside];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (out + within) / 2;
    if (isWithin(middle)) within = middle;
    else out = middle;
  }
  return (out + within) / 2;
}
