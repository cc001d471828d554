import { expect, test } from 'vitest';
import { indicatorOf } from '#test/indicator.ts';
import { comparatorOf, intervalOf, patientsBetween, type Reference, verdictOf } from './own-place.ts';

const share = indicatorOf();
const reference: Reference = {
  level: 'nation',
  p10: 8,
  p25: 12,
  p50: 17,
  p75: 22,
  p90: 28,
  tauSquared: 0.006,
  isExample: true,
  practices: null,
};
const own = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: (100 * numerator) / denominator,
  missing: null,
});

test.each([
  ['far above, of many', own(120, 400), 17, reference, 'higher'],
  ['far below, of many', own(20, 400), 17, reference, 'lower'],
  ['near, of many', own(70, 400), 17, reference, 'may_be_chance'],
  ['far above, of 29', own(20, 29), 17, reference, 'too_few'],
  [
    'far above, of 29 where practices differ much',
    own(20, 29),
    17,
    { ...reference, tauSquared: 1 },
    'too_few',
  ],
  [
    'far above, of 30 where practices differ much',
    own(20, 30),
    17,
    { ...reference, tauSquared: 1 },
    'higher',
  ],
  [
    'far above, of 60 where practices hardly differ',
    own(40, 60),
    17,
    { ...reference, tauSquared: 0.001 },
    'too_few',
  ],
  ['far above, without a level', own(120, 400), 17, null, 'unknown'],
  [
    'missing',
    { numerator: null, denominator: null, value: null, missing: 'suppressed' },
    17,
    reference,
    'too_few',
  ],
] as const)('%s', (_, figure, comparator, level, verdict) => {
  expect(verdictOf(share, figure, comparator, level)).toBe(verdict);
});

test('a share has Wilson’s interval in its unit, a rate and a count have Poisson’s', () => {
  expect(intervalOf(share, own(81, 263))!.lower).toBeCloseTo(25.53, 2);
  expect(intervalOf(indicatorOf({ kind: 'rate', scale: 1000 }), own(65, 100))!.lower).toBeCloseTo(501.632, 3);
  expect(
    intervalOf(indicatorOf({ kind: 'count', scale: 1 }), { ...own(65, 1), denominator: null })!.upper,
  ).toBeCloseTo(82.849, 3);
  expect(intervalOf(share, { numerator: null, denominator: 10, value: 12, missing: null })).toBeNull();
});

test('the difference is told in patients', () => {
  expect(patientsBetween(share, own(72, 400), 14.5)).toBe(14);
  expect(patientsBetween(indicatorOf({ scale: 1000 }), { ...own(60, 1000), value: 60 }, 50)).toBe(10);
});

test('the comparator is the cluster’s median; a median at the edge has no value to hold anything beside', () => {
  const picture = { dots: null, quartiles: null, median: 17 };
  expect(comparatorOf(share, picture, reference)).toEqual({ of: 'cluster', value: 17 });
  expect(comparatorOf(share, { ...picture, median: 0 }, reference)).toBeNull();
  expect(comparatorOf(share, { ...picture, median: null }, reference)).toEqual({ of: 'nation', value: 17 });
  expect(comparatorOf(share, null, null)).toBeNull();
});
