import fc from 'fast-check';
import { expect, test } from 'vitest';
import worked from '#test/worked-values/reliability-shrinkage.json' with { type: 'json' };
import {
  arcsineReliability,
  betaBinomialReliability,
  betaMoments,
  binomialReliability,
  jamesStein,
  shrunken,
} from './reliability.ts';
import { expectAllNear, expectNear, figures, shuffledListsOf } from './worked-values.fixtures.ts';

const { cases, tolerance } = worked.beta_binomial_closed_form;

test.each(cases)(
  'true shares spread as beta($alpha, $beta), seen in $n patients',
  ({ alpha, beta, n, ...one }) => {
    const { mean, betweenVariance } = betaMoments({ alpha, beta });
    const reliability = betaBinomialReliability({ alpha, beta }, n);
    expectNear(mean, one.mean, tolerance);
    expectNear(betweenVariance, one.var_between, tolerance);
    expectNear(reliability, one.reliability_posterior, tolerance);
    // The shrunken share is the mean of what is then known of the true one.
    const counted = Math.floor(n / 3);
    expectNear(shrunken(counted / n, mean, reliability), (counted + alpha) / (n + alpha + beta), tolerance);
  },
);

test('with the mean chance of all practices, signal to noise is the beta-binomial reliability', () => {
  for (const { alpha, beta, n } of cases) {
    const { mean, betweenVariance } = betaMoments({ alpha, beta });
    const noise = mean * (1 - mean) - betweenVariance;
    const share = 0.5 - Math.sqrt(0.25 - noise);
    const actual = binomialReliability(betweenVariance, share, n);
    expectNear(actual, betaBinomialReliability({ alpha, beta }, n), tolerance);
  }
});

test('the batting averages of 1970 shrink as Efron and Morris printed', () => {
  const { hits_of_45: hits, avg45, computed, expected_published, tolerance } = worked.james_stein_published;
  const { mean, factor, estimates } = jamesStein(hits, 45);
  expectNear(factor, expected_published.c, tolerance);
  expectNear(mean, computed.ybar, 1e-12);
  expectNear(factor, computed.c, 1e-12);
  expectAllNear(estimates, computed.js, 1e-12);
  expectAllNear(
    hits.map((hit) => hit / 45),
    avg45,
    tolerance,
  );
});

// English practices in 2018/19, by τ² of the nation.
test.each([
  ['COPD', 0.000641, 1000, 0.72],
  ['COPD', 0.000641, 7589, 0.95],
  ['dementia', 0.000275, 1000, 0.52],
  ['dementia', 0.000275, 4801, 0.84],
  ['dementia', 0.000275, 7589, 0.89],
])('how reliable is a register of %s with τ² %d in %d patients', (_, tauSquared, denominator, expected) => {
  expectNear(arcsineReliability(tauSquared, denominator), expected, 0.005);
});

test('reliability lies from 0 to 1 and rises with the denominator', () => {
  const variances = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(figures, variances, ({ numerator, denominator }, between) => {
      const share = numerator / denominator;
      for (const reliabilityOf of [
        (n: number) => arcsineReliability(between, n),
        (n: number) => binomialReliability(between, share, n),
      ]) {
        const inOrder = [0, reliabilityOf(denominator), reliabilityOf(2 * denominator), 1];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }
    }),
  );
});

test('practices that do not differ have no reliable figures', () => {
  expect(arcsineReliability(0, 5000)).toBe(0);
  expect(binomialReliability(0, 0, 5000)).toBe(0);
});

test('a spread that chance explains shrinks to nothing', () => {
  expect(jamesStein([5, 5, 5, 5], 10)).toEqual({ mean: 0.5, factor: 0, estimates: [0.5, 0.5, 0.5, 0.5] });
  expect(jamesStein([4, 5, 5, 6], 10).factor).toBe(0);
});

test('the order of the units changes neither mean nor factor, to the last bit', () => {
  fc.assert(
    fc.property(shuffledListsOf(fc.integer({ min: 0, max: 70 }), 4), ([list, shuffled]) => {
      const [one, other] = [jamesStein(list, 70), jamesStein(shuffled, 70)];
      expect([other.mean, other.factor]).toEqual([one.mean, one.factor]);
    }),
  );
});

test('what cannot be is refused', () => {
  for (const denominator of [0, -1, Number.NaN]) {
    expect(() => arcsineReliability(0.1, denominator)).toThrow(RangeError);
    expect(() => binomialReliability(0.1, 0.5, denominator)).toThrow(RangeError);
    expect(() => betaBinomialReliability({ alpha: 1, beta: 1 }, denominator)).toThrow(RangeError);
    expect(() => jamesStein([0, 0, 0, 0], denominator)).toThrow(RangeError);
  }
  for (const variance of [-0.1, Number.NaN, Infinity]) {
    expect(() => arcsineReliability(variance, 10)).toThrow(RangeError);
    expect(() => binomialReliability(variance, 0.5, 10)).toThrow(RangeError);
  }
  for (const share of [-0.1, 1.1]) {
    expect(() => binomialReliability(0.1, share, 10)).toThrow(RangeError);
    expect(() => shrunken(0.3, 0.2, share)).toThrow(RangeError);
  }
  expect(() => betaMoments({ alpha: 0, beta: 1 })).toThrow(RangeError);
  expect(() => betaBinomialReliability({ alpha: 1, beta: -1 }, 10)).toThrow(RangeError);
  expect(() => jamesStein([1, 2, 3], 10)).toThrow(RangeError);
  expect(() => jamesStein([1, 2, 3, 11], 10)).toThrow(RangeError);
  expect(() => jamesStein([1, 2, 3, -1], 10)).toThrow(RangeError);
});
