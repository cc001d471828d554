import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquareQuantile, normalQuantile, reachOf, tailOf } from './distribution.ts';
import { expectNear } from './worked-values.fixtures.ts';

// Computed with 40 digits (mpmath); the first of each also stand in every table of the distributions.
test.each([
  [0.975, 1.959963984540054],
  [0.999, 3.090232306167813],
  [0.5, 0],
  [0.025, -1.959963984540054],
  [0.6, 0.2533471031357997],
  [1e-5, -4.264890793922825],
  [1e-20, -9.262340089798409],
])('below the %d quantile of the normal distribution lies that share', (p, value) => {
  expectNear(normalQuantile(p), value, 1e-14 * Math.max(1, Math.abs(value)));
});

test.each([
  [0.95, 1, 3.8414588206941245],
  [0.95, 5, 11.070497693516351],
  [0.025, 2, 0.05063561596857975],
  [0.975, 4, 11.143286781877794],
  [0.001, 18, 4.90484880872755],
  [0.999, 20, 45.31474661812586],
  [0.5, 7, 6.3458111955215175],
  [0.025, 0.5, 5.273202591259994e-7],
  [0.999, 61, 100.8878853068583],
  [0.975, 2000, 2125.8423024497756],
  [0.001, 1, 1.57079714926249e-6],
])('below the %d quantile of chi-square with %d degrees lies that share', (p, degrees, value) => {
  expectNear(chiSquareQuantile(p, degrees), value, 2e-14 * value);
});

test('with two degrees of freedom the chi-square quantile is a plain logarithm', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
      const plain = -2 * Math.log1p(-p);
      expectNear(chiSquareQuantile(p, 2), plain, 1e-13 * plain + 1e-10 * Math.max(0, p - 0.999));
    }),
  );
});

test('with one degree of freedom chi-square is the square of a normal value', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.9, max: 0.9999, noNaN: true }), (confidence) => {
      expectNear(Math.sqrt(chiSquareQuantile(1 - 2 * tailOf(confidence), 1)), reachOf(confidence), 1e-10);
    }),
  );
});

test('shares and degrees of freedom that no distribution has are refused', () => {
  for (const p of [0, 1, -0.1, 1.1, Number.NaN]) {
    expect(() => normalQuantile(p)).toThrow(RangeError);
    expect(() => chiSquareQuantile(p, 3)).toThrow(RangeError);
  }
  for (const degrees of [0, -2, Number.NaN, Infinity]) {
    expect(() => chiSquareQuantile(0.5, degrees)).toThrow(RangeError);
  }
  for (const confidence of [0.05, 0.89, 1, 95, Number.NaN])
    expect(() => reachOf(confidence)).toThrow(RangeError);
});
