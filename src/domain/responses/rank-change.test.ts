import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectNear } from '#domain/benchmarks/worked-values.fixtures.ts';
import worked from '#test/worked-values/before-after-change.json' with { type: 'json' };
import { rankEvidence } from './rank-change.ts';
import { signedRankEvidence, signedRankTest } from './signed-rank.ts';

const oracle = worked.r_documentation_examples;

/** All ways to take `size` of the values for the later group, and how far each lies from the middle. */
function distancesOf(values: readonly number[], size: number): number[] {
  const distances: number[] = [];
  const take = (at: number, taken: number[], left: number[]) => {
    if (taken.length === size && at === values.length) distances.push(distanceOf(taken, left));
    if (at === values.length) return;
    if (taken.length < size) take(at + 1, [...taken, values[at]!], left);
    if (left.length < values.length - size) take(at + 1, taken, [...left, values[at]!]);
  };
  take(0, [], []);
  return distances;
}

function distanceOf(later: readonly number[], earlier: readonly number[]): number {
  const wins = later.flatMap((one) => earlier.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
  return Math.abs(wins.reduce((sum: number, win) => sum + win, 0) / wins.length - 0.5);
}

const answersOf = (steps: readonly number[]) =>
  steps.flatMap((count, step) => Array<number>(count).fill(step));

describe('The change along a scale', () => {
  test.each([
    [
      [0, 1, 1, 2, 2],
      [2, 2, 1, 0, 0],
    ],
    [
      [0, 0, 0, 0, 5],
      [5, 0, 0, 0, 0],
    ],
    [
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1],
    ],
    [
      [0, 0, 5, 0, 0],
      [0, 1, 4, 1, 0],
    ],
    [
      [0, 2, 0, 3, 1],
      [3, 0, 2, 1, 0],
    ],
    [
      [3, 2],
      [1, 6],
    ],
  ])('from %j to %j is as likely as counting out every way to share the answers says', (later, earlier) => {
    const [ones, others] = [answersOf(later), answersOf(earlier)];
    const seen = distanceOf(ones, others);
    const all = distancesOf([...ones, ...others], ones.length);
    const p = all.filter((distance) => distance >= seen - 1e-9).length / all.length;
    expectNear(rankEvidence(later, earlier).p, p, 1e-9);
    expectNear(Math.abs(rankEvidence(later, earlier).value - 0.5), seen, 1e-12);
  });

  const steps = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 });
  const some = steps.filter((counts) => counts.reduce((sum, count) => sum + count, 0) >= 5);

  test('leaves one half outside its interval just when chance does so little', () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom(0.05, 0.01, 0.0125), (later, earlier, level) => {
        const { intervalAt, p, value } = rankEvidence(later, earlier);
        const { lower, upper } = intervalAt(level);
        expect(lower > 0.5 || upper < 0.5).toBe(p <= level + 1e-12);
        expect(0 <= lower && lower <= value && value <= upper && upper <= 1).toBe(true);
      }),
    );
  });

  test('is the same seen from the other side, and from the other end', () => {
    fc.assert(
      fc.property(some, some, (later, earlier) => {
        const seen = rankEvidence(later, earlier);
        for (const mirrored of [
          rankEvidence(earlier, later),
          rankEvidence(later.toReversed(), earlier.toReversed()),
        ]) {
          expectNear(mirrored.p, seen.p, 1e-9);
          expectNear(mirrored.value, 1 - seen.value, 1e-9);
          expectNear(mirrored.intervalAt(0.05).lower, 1 - seen.intervalAt(0.05).upper, 1e-9);
        }
      }),
    );
  });

  test('of many answers is nearly what counting out gives for somewhat fewer', () => {
    const [later, earlier] = [
      [2, 4, 6, 10, 8],
      [4, 6, 8, 7, 5],
    ];
    const counted = rankEvidence(later, earlier);
    const nearly = rankEvidence([2, 4, 6, 10, 9], [4, 6, 8, 8, 5]);
    expectNear(nearly.p, counted.p, 0.03);
    expectNear(nearly.intervalAt(0.05).upper, counted.intervalAt(0.05).upper, 0.02);
  });

  test('of nobody is refused', () => {
    expect(() => rankEvidence([0, 0], [1, 4])).toThrow(RangeError);
  });
});

describe('The change of the same people along a scale', () => {
  const differences = oracle.wilcoxon.x.map((x, at) => x - oracle.wilcoxon.y[at]!);

  test('gives what R gives, to its tolerance', () => {
    const { p, rises } = signedRankTest(differences);
    const { intervalAt, value } = signedRankEvidence(differences, 10);
    expect(rises).toBe(oracle.wilcoxon.V);
    expectNear(p, oracle.wilcoxon.p_two_sided, oracle.tolerance);
    expectNear(value, oracle.wilcoxon.pseudomedian, oracle.tolerance);
    const { lower, upper } = intervalAt(0.05);
    expectNear(lower, oracle.wilcoxon.ci95[0]!, oracle.tolerance);
    expectNear(upper, oracle.wilcoxon.ci95[1]!, oracle.tolerance);
  });

  test.each([[[1, 1, 1, 2, -1, 0, 0, 1]], [[1, 1, 1, 1, 1, 1]], [[2, -2, 1, -1, 3]], [[0, 0, 0, 0, 0]]])(
    'of %j is as likely as counting out every pattern of signs says',
    (moves) => {
      const moved = moves.filter((move) => move !== 0);
      const rank = (move: number) =>
        moved.filter((other) => Math.abs(other) < Math.abs(move)).length +
        (moved.filter((other) => Math.abs(other) === Math.abs(move)).length + 1) / 2;
      const ranks = moved.map(rank);
      const sums = Array.from({ length: 2 ** moved.length }, (_, signs) =>
        ranks.reduce((sum, one, at) => sum + ((signs >> at) & 1 ? one : -one), 0),
      );
      const seen = Math.abs(ranks.reduce((sum, one, at) => sum + Math.sign(moved[at]!) * one, 0));
      const p = sums.filter((sum) => Math.abs(sum) >= seen - 1e-9).length / sums.length;
      expectNear(signedRankTest(moves).p, p, 1e-12);
    },
  );

  test('that too few pairs can ever show reaches to the end of the scale', () => {
    expect(signedRankEvidence([1, 1, 1, 1, 1], 4).intervalAt(0.05)).toEqual({ lower: -4, upper: 4 });
  });
});
