import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectNear } from '#domain/benchmarks/worked-values.fixtures.ts';
import worked from '#test/worked-values/before-after-change.json' with { type: 'json' };
import { exactMcNemar, mcNemar, normalTails } from './chance.ts';
import {
  barnard,
  newcombeInterval,
  pairedNewcombeInterval,
  pairedShareEvidence,
  shareEvidence,
} from './share-change.ts';
import { judgeTogether } from './verdict.ts';

const { newcombe_published: published, r_documentation_examples: inR } = worked;

test.each(published.cases)('the change from $x2 of $n2 to $x1 of $n1 has the published interval', (one) => {
  const interval = newcombeInterval({ count: one.x1, of: one.n1 }, { count: one.x2, of: one.n2 });
  expectNear(interval.lower, one.lower, published.tolerance);
  expectNear(interval.upper, one.upper, published.tolerance);
});

// Newcombe RG. Stat Med 1998;17:2635-2650, table II, method 10, as public test suites carry it.
test.each([
  { both: 36, onlyLater: 12, onlyEarlier: 2, neither: 0, lower: 0.0569, upper: 0.3404 },
  { both: 18, onlyLater: 12, onlyEarlier: 2, neither: 18, lower: 0.0562, upper: 0.329 },
  { both: 53, onlyLater: 0, onlyEarlier: 0, neither: 1, lower: -0.0729, upper: 0.0729 },
  { both: 0, onlyLater: 30, onlyEarlier: 0, neither: 0, lower: 0.8395, upper: 1 },
])('of pairs $both, $onlyLater, $onlyEarlier, $neither the interval is the published one', (one) => {
  const interval = pairedNewcombeInterval(one);
  expectNear(interval.lower, one.lower, 1e-4);
  expectNear(interval.upper, one.upper, 1e-4);
});

test("McNemar's test gives what R gives, to its tolerance", () => {
  const [[, oneWay], [otherWay]] = inR.mcnemar.table as [[number, number], [number, number]];
  const { corrected, p, uncorrected } = mcNemar(oneWay, otherWay);
  expectNear(corrected, inR.mcnemar.chisq_corrected, inR.tolerance);
  expectNear(uncorrected, inR.mcnemar.chisq_uncorrected, inR.tolerance);
  expectNear(p, inR.mcnemar.p, inR.tolerance);
});

test.each([
  [0, 1],
  [1, 0.31731050786291415],
  [1.959963984540054, 0.05],
  [3, 0.0026997960632601866],
  [6, 1.9731752900753e-9],
])('beyond %f lies the share %f of the normal distribution', (distance, share) => {
  expectNear(normalTails(distance), share, 1e-12);
});

test.each([
  [0, 0, 1],
  [3, 3, 1],
  [8, 0, 2 / 256],
  [9, 1, 22 / 1024],
])('when %i changed one way and %i the other, chance does as much in %f', (oneWay, otherWay, p) => {
  expectNear(exactMcNemar(oneWay, otherWay), p, 1e-12);
});

describe('The exact test of two shares', () => {
  // Everything counted out, on a grid ten times as fine.
  function countedOut(x: number, m: number, y: number, n: number): number {
    const ways = (of: number, k: number) =>
      Array.from({ length: k }, (_, i) => (of - i) / (i + 1)).reduce((product, one) => product * one, 1);
    const chance = (k: number, of: number, p: number) => ways(of, k) * p ** k * (1 - p) ** (of - k);
    const score = (a: number, b: number) => {
      const pooled = (a + b) / (m + n);
      return pooled === 0 || pooled === 1 ? 0 : Math.abs(a / m - b / n) / Math.sqrt(pooled * (1 - pooled));
    };
    let most = 0;
    for (let p = 0.0005; p < 1; p += 0.0005) {
      let sum = 0;
      for (let a = 0; a <= m; a++)
        for (let b = 0; b <= n; b++)
          if (score(a, b) >= score(x, y) - 1e-9) sum += chance(a, m, p) * chance(b, n, p);
      most = Math.max(most, sum);
    }
    return Math.min(1, most);
  }

  test.each([
    [6, 7, 2, 7],
    [5, 5, 0, 6],
    [1, 8, 5, 9],
    [0, 5, 2, 12],
    [4, 10, 4, 10],
  ])('of %i of %i and %i of %i agrees with counting everything out', (x, m, y, n) => {
    expectNear(barnard({ count: x, of: m }, { count: y, of: n }), countedOut(x, m, y, n), 0.002);
  });
});

describe('The verdict on two shares', () => {
  const SIZES = [
    [5, 5],
    [6, 7],
    [7, 9],
    [8, 8],
    [5, 14],
    [10, 11],
    [13, 13],
    [12, 25],
  ] as const;

  test.each(SIZES)('is wrong in no more than 5 % of groups of %i and %i without a difference', (m, n) => {
    const calls: [number, number][] = [];
    for (let x = 0; x <= m; x++)
      for (let y = 0; y <= n; y++)
        if (judgeTogether([shareEvidence({ count: x, of: m }, { count: y, of: n })])[0]!.isClear)
          calls.push([x, y]);
    for (const share of [0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.62, 0.75, 0.9]) {
      const wrong = calls.reduce((sum, [x, y]) => sum + chanceOf(x, m, share) * chanceOf(y, n, share), 0);
      expect(wrong, `at ${share}`).toBeLessThanOrEqual(0.0502);
    }
  });

  test('is wrong in no more than 5 % of pairs without a difference', () => {
    for (const [pairs, changing] of [
      [8, 0.4],
      [12, 0.5],
      [15, 0.3],
    ] as const) {
      let wrong = 0;
      for (let moved = 0; moved <= pairs; moved++)
        for (let up = 0; up <= moved; up++) {
          const rest = pairs - moved;
          const counts = {
            both: Math.floor(rest / 2),
            neither: Math.ceil(rest / 2),
            onlyLater: up,
            onlyEarlier: moved - up,
          };
          if (judgeTogether([pairedShareEvidence(counts)])[0]!.isClear)
            wrong += chanceOf(moved, pairs, changing) * chanceOf(up, moved, 0.5);
        }
      expect(wrong).toBeLessThanOrEqual(0.05);
    }
  });

  test('and its interval never contradict each other', () => {
    const group = fc
      .integer({ min: 5, max: 25 })
      .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }));
    fc.assert(
      fc.property(group, group, (later, earlier) => {
        const [judged] = judgeTogether([shareEvidence(later, earlier)]);
        const { change, isClear } = judged!;
        expect(change.lower > 0 || change.upper < 0).toBe(isClear);
        expect(change.lower <= change.value && change.value <= change.upper).toBe(true);
      }),
    );
  });
});

function chanceOf(k: number, of: number, p: number): number {
  let chance = (1 - p) ** of;
  for (let i = 1; i <= k; i++) chance *= ((of - i + 1) / i) * (p / (1 - p));
  return chance;
}
