import { expect, test } from 'vitest';
import { binAt, binsOf, middleOf } from './number-bins.ts';

const edges = (question: { min: number | null; max: number | null; unit?: string }) =>
  binsOf({ unit: '', ...question }).map(({ from }) => from);

test.each([
  ['whole numbers to ten, each by itself', { min: 0, max: 10 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ['per cent, by tens', { min: null, max: null, unit: '%' }, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90]],
  ['up to two hundred', { min: 0, max: 200 }, [0, 20, 40, 60, 80, 100, 120, 140, 160, 180]],
  ['an odd range', { min: 18, max: 75 }, [18, 28, 38, 48, 58, 68]],
  ['a small one', { min: 0, max: 2 }, [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8]],
  ['without end', { min: 0, max: null }, [0, 1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]],
  ['without bounds', { min: null, max: null }, [0, 1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]],
  ['bounds that are one', { min: 3, max: 3 }, [3, 4, 8, 13, 23, 53, 103, 203, 503, 1003, 2003, 5003]],
])('the bins of %s follow the question', (_, question, expected) => {
  expect(edges(question)).toEqual(expected);
});

test.each([
  [-5, 0],
  [0, 0],
  [9.9, 0],
  [10, 1],
  [100, 9],
  [5000, 9],
])('%d per cent counts in the bin at %i', (value, place) => {
  expect(binAt(binsOf({ min: 0, max: 100, unit: '%' }), value)).toBe(place);
});

test.each([
  ['between bounds to 1 % of the way', { min: 0, max: 1000, unit: '' }, [137, 137, 137, 900, 4], 140],
  ['without bounds to two digits', { min: 0, max: null, unit: '' }, [137, 137, 137, 900, 4], 140],
  ['of small numbers as it is', { min: 0, max: 20, unit: '' }, [1, 2, 4, 7, 9], 4],
])('the middle %s', (_, question, values, median) => {
  expect(middleOf(question, values)).toEqual({ median, quartiles: null });
});

test('quartiles come with ten answers', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(middleOf({ min: 0, max: 20, unit: '' }, values)).toEqual({ median: 5.6, quartiles: [3.2, 7.8] });
});
