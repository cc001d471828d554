import { expect, test } from 'vitest';
import { compareNames } from './name-order.ts';

test('names stand in the Danish order, and numbers in them count as numbers', () => {
  const names = ['Ådal', 'Lægehuset 10', 'Ærø', 'Lægehuset 2', 'Ørsted', 'Lægehuset 1', 'Zenia', 'Bakken'];
  expect(names.toSorted(compareNames)).toEqual([
    'Bakken',
    'Lægehuset 1',
    'Lægehuset 2',
    'Lægehuset 10',
    'Zenia',
    'Ærø',
    'Ørsted',
    'Ådal',
  ]);
});
