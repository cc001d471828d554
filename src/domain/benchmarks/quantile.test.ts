import fc from 'fast-check';
import { expect, test } from 'vitest';
import worked from '#test/worked-values/quantile-assignment.json' with { type: 'json' };
import { assignQuantiles, median, quantile, sumOf } from './quantile.ts';
import { shuffledListsOf } from './worked-values.fixtures.ts';

const values = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

test.each(worked.cases)('the areas of $group fall into $nquantiles groups as published', (one) => {
  expect(assignQuantiles(one.values, one.nquantiles, one.invert)).toEqual(one.expected_quantile);
});

test.each([
  ['a single value is every quantile', [7], 0.9, 7],
  ['the lowest', [3, 1, 2], 0, 1],
  ['the highest', [3, 1, 2], 1, 3],
  [
    'the first quarter of four stands a quarter of the way from the first to the last',
    [1, 2, 3, 4],
    0.25,
    1.75,
  ],
  ['the tenth of eleven is the second', [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.1, 10],
  ['between equal neighbours there is no way to go', [2, 5, 5, 9], 0.5, 5],
])('%s', (_, list, p, expected) => {
  expect(quantile(list, p)).toBe(expected);
});

test('the median of an even number lies halfway between the middle two', () => {
  expect(median([10, 1, 4, 3])).toBe(3.5);
});

test('a quantile lies between the lowest and the highest, and rises with its share', () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1 }), shares, shares, (list, one, other) => {
      const [lower, higher] = [Math.min(one, other), Math.max(one, other)].map((p) => quantile(list, p));
      const inOrder = [Math.min(...list), lower!, higher!, Math.max(...list)];
      expect(inOrder.every((value, at) => at === 0 || value >= inOrder[at - 1]!)).toBe(true);
    }),
  );
});

test('the order of the values changes no quantile and no sum, to the last bit', () => {
  fc.assert(
    fc.property(shuffledListsOf(values, 1), shares, ([list, shuffled], p) => {
      expect(quantile(shuffled, p)).toBe(quantile(list, p));
      expect(sumOf(shuffled)).toBe(sumOf(list));
    }),
  );
});

test('a value keeps its group in whatever order the values stand', () => {
  fc.assert(
    fc.property(shuffledListsOf(values, 10), fc.boolean(), ([list, shuffled], invert) => {
      const groupOf = new Map(list.map((value, at) => [value, assignQuantiles(list, 5, invert)[at]]));
      expect(assignQuantiles(shuffled, 5, invert)).toEqual(shuffled.map((value) => groupOf.get(value)));
    }),
  );
});

test('what has no quantile is refused', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  for (const p of [-0.1, 1.1, Number.NaN]) expect(() => quantile([1, 2], p)).toThrow(RangeError);
  for (const odd of [Number.NaN, Infinity]) {
    expect(() => median([1, odd])).toThrow(RangeError);
    expect(() => assignQuantiles([1, odd], 2)).toThrow(RangeError);
    expect(() => sumOf([1, odd])).toThrow(RangeError);
  }
  for (const groups of [0, 2.5, -1]) expect(() => assignQuantiles([1, 2, 3], groups)).toThrow(RangeError);
});
