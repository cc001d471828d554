import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decimalsOf,
  edgeValue,
  isPlausible,
  isSufficient,
  positionOf,
  valueAt,
  valueFrom,
} from './indicator.ts';
import { anIndicator } from './indicators.fixtures.ts';

const on = (min: number, max: number) => anIndicator({ axis: { min, max, ticks: null } });
const perThousand = anIndicator({ kind: 'rate', scale: 1000 });
const referrals = anIndicator({ kind: 'count', scale: 1, smallestDenominator: null });

test.each([
  ['a share in per cent', anIndicator(), 9, 50, 18],
  ['a rate per 1000', perThousand, 21, 1000, 21],
  ['a count', referrals, 16, null, 16],
  ['a count, whatever stands as its denominator', referrals, 16, 1, 16],
  ['nobody of nobody', anIndicator(), 0, 0, null],
  ['a share without a denominator', anIndicator(), 3, null, null],
])('the value of %s', (_, indicator, numerator, denominator, value) => {
  expect(valueFrom(indicator, numerator, denominator)).toBe(value);
});

test.each([
  ['nothing at all', 0, 0, 'low'],
  ['just inside the low edge', 4.99, 0, 'low'],
  ['where the low edge begins', 5, 5, null],
  ['rounded down', 17.49, 17, null],
  ['rounded up', 17.5, 18, null],
  ['where the high edge begins', 95, 95, null],
  ['just inside the high edge', 95.01, 100, 'high'],
  ['everybody', 100, 100, 'high'],
  ['below the axis', -3, 0, 'low'],
  ['above the axis', 140, 100, 'high'],
])('on an axis from 0 to 100: %s', (_, value, position, edge) => {
  expect(positionOf(on(0, 100), value)).toEqual({ position, edge });
});

test.each([
  ['an axis that does not begin at 0', on(40, 100), 43, { position: 5, edge: null }],
  ['under the edge of such an axis', on(40, 100), 42.9, { position: 0, edge: 'low' }],
  ['the middle of a short axis', on(0, 1.2), 0.6, { position: 50, edge: null }],
  [
    'the edge of a short axis, though it has no exact binary fraction',
    on(0, 1.2),
    0.06,
    { position: 5, edge: null },
  ],
  ['the other edge of it', on(0, 1.2), 1.14, { position: 95, edge: null }],
])('%s', (_, indicator, value, place) => {
  expect(positionOf(indicator, value)).toEqual(place);
});

test('what is no number has no place', () => {
  expect(() => positionOf(on(0, 100), Number.NaN)).toThrow(RangeError);
});

const anAxis = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 10, max: 50_000 }))
  .map(([min, length]) => on(min / 100, (min + length) / 100));
const aValue = fc.double({ min: -1000, max: 2000, noNaN: true });

test('a place is a whole per cent of the axis, at an edge or between the two edges', () => {
  fc.assert(
    fc.property(anAxis, aValue, (indicator, value) => {
      const { position, edge } = positionOf(indicator, value);
      expect(Number.isInteger(position)).toBe(true);
      if (edge !== null) expect(position).toBe(edge === 'low' ? 0 : 100);
      else expect(position >= 5 && position <= 95).toBe(true);
    }),
  );
});

test('rounding what is rounded changes nothing', () => {
  fc.assert(
    fc.property(anAxis, aValue, (indicator, value) => {
      const place = positionOf(indicator, value);
      expect(positionOf(indicator, valueAt(indicator, place.position))).toEqual(place);
    }),
  );
});

test('a larger value never lies to the left of a smaller one', () => {
  fc.assert(
    fc.property(anAxis, aValue, aValue, (indicator, one, other) => {
      const [left, right] = [Math.min(one, other), Math.max(one, other)];
      expect(positionOf(indicator, left).position).toBeLessThanOrEqual(positionOf(indicator, right).position);
    }),
  );
});

test('what is drawn between the edges lies within half a per cent of the axis from its value', () => {
  fc.assert(
    fc.property(anAxis, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (indicator, share) => {
      const length = indicator.axis.max - indicator.axis.min;
      const value = indicator.axis.min + share * length;
      const drawn = valueAt(indicator, positionOf(indicator, value).position);
      expect(Math.abs(drawn - value)).toBeLessThanOrEqual(length / 200 + 1e-6);
    }),
  );
});

test.each([
  [0, 100, 5, 95, 0],
  [40, 100, 43, 97, 0],
  [0, 80, 4, 76, 0],
  [0, 24, 1.2, 22.8, 1],
  [0, 20, 1, 19, 1],
  [0, 30, 1.5, 28.5, 1],
  [0, 4, 0.2, 3.8, 1],
  [0, 3, 0.15, 2.85, 2],
  [0, 1.2, 0.06, 1.14, 2],
])(
  'an axis from %d to %d says "under %d" and "over %d" and prints %d decimals',
  (min, max, under, over, decimals) => {
    const indicator = on(min, max);
    expect([edgeValue(indicator, 'low'), edgeValue(indicator, 'high')]).toEqual([under, over]);
    expect(decimalsOf(indicator)).toBe(decimals);
  },
);

test.each([
  ['a share of none', anIndicator(), 0, true],
  ['a share of all', anIndicator(), 100, true],
  ['more than all', anIndicator(), 100.1, false],
  ['fewer than none', anIndicator(), -0.1, false],
  ['no number', anIndicator(), Number.NaN, false],
  ['a rate beyond its axis', perThousand, 900, true],
  ['a rate ten axes away', perThousand, 1001, false],
])('%s is plausible or not', (_, indicator, value, plausible) => {
  expect(isPlausible(indicator, value)).toBe(plausible);
});

test.each([
  [19, false],
  [20, true],
  [null, false],
])('of a share with at least 20 patients, %s suffice: %s', (denominator, sufficient) => {
  expect(isSufficient(anIndicator(), denominator)).toBe(sufficient);
});

test('a count has no denominator that could be too small', () => {
  expect(isSufficient(referrals, null)).toBe(true);
});
