import fc from 'fast-check';
import { expect, test } from 'vitest';
import worked from '#test/worked-values/random-effects-tau2-dl.json' with { type: 'json' };
import {
  derSimonianLaird,
  type Effect,
  excessVariance,
  iSquared,
  pooledMean,
  restrictedMaximumLikelihood,
} from './random-effects.ts';
import { expectNear, shuffledListsOf } from './worked-values.fixtures.ts';

const trials: Effect[] = worked.inputs.map(({ yi, vi }) => ({ value: yi, variance: vi }));
const { expected, published_rounded: published, tolerance } = worked;

test('the BCG trials differ as published after DerSimonian and Laird', () => {
  const { q } = pooledMean(trials);
  const tauSquared = derSimonianLaird(trials);
  const { mean, standardError } = pooledMean(trials, tauSquared);
  expectNear(q, expected.Q, tolerance.DL);
  expectNear(tauSquared, expected.tau2_DL, tolerance.DL);
  expectNear(mean, expected.mu_DL, tolerance.DL);
  expectNear(standardError, expected.se_DL, tolerance.DL);
  expectNear(100 * iSquared(trials, tauSquared), expected.I2_DL, tolerance.DL);
  expectNear(q, published.Q, tolerance.published);
  expectNear(tauSquared, published.tau2_DL, tolerance.published);
});

test('the BCG trials differ as published by restricted maximum likelihood', () => {
  const tauSquared = restrictedMaximumLikelihood(trials);
  expectNear(tauSquared, expected.tau2_REML, tolerance.REML);
  expectNear(pooledMean(trials, tauSquared).mean, expected.mu_REML, tolerance.REML);
  expectNear(tauSquared, published.tau2_REML, tolerance.published);
  // Printed as a percentage with two decimals: the tolerance holds for the share.
  expectNear(iSquared(trials, tauSquared), published.I2_REML / 100, tolerance.published);
});

test('units that differ by less than chance leave no variance between them', () => {
  const alike = [1, 1.1, 0.9].map((value) => ({ value, variance: 1 }));
  expect(derSimonianLaird(alike)).toBe(0);
  expect(restrictedMaximumLikelihood(alike)).toBe(0);
  expect(iSquared(alike, 0)).toBe(0);
});

test('the order of the units changes nothing, to the last bit', () => {
  const effects = fc.record({
    value: fc.double({ min: -5, max: 5, noNaN: true }),
    variance: fc.double({ min: 0.01, max: 2, noNaN: true }),
  });
  fc.assert(
    fc.property(shuffledListsOf(effects, 2), ([list, shuffled]) => {
      expect(pooledMean(shuffled)).toEqual(pooledMean(list));
      expect(derSimonianLaird(shuffled)).toBe(derSimonianLaird(list));
      expect(restrictedMaximumLikelihood(shuffled)).toBe(restrictedMaximumLikelihood(list));
    }),
  );
});

test('a single unit, and a variance that cannot be, are refused', () => {
  expect(() => derSimonianLaird(trials.slice(0, 1))).toThrow(RangeError);
  expect(() => excessVariance(3, [1])).toThrow(RangeError);
  for (const variance of [0, -1, Number.NaN]) {
    const effects = [...trials, { value: 0, variance }];
    expect(() => pooledMean(effects)).toThrow(RangeError);
    expect(() => restrictedMaximumLikelihood(effects)).toThrow(RangeError);
    expect(() => iSquared(effects, 0.1)).toThrow(RangeError);
  }
  expect(() => pooledMean(trials, -0.1)).toThrow(RangeError);
  expect(() => iSquared(trials, -0.1)).toThrow(RangeError);
});
