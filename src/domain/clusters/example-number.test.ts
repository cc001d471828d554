import { expect, test } from 'vitest';
import { isExampleNumber } from './example-number.ts';

test.each([
  ['900101', true],
  ['900999', true],
  ['A81001', true],
  ['900000', false],
  ['900099', false],
  ['901101', false],
  ['057584', false],
  ['a81001', false],
  ['90010', false],
  ['9001012', false],
  ['AB1001', false],
  [' 900101', false],
])('the number %s is an example: %s', (number, isExample) => {
  expect(isExampleNumber(number)).toBe(isExample);
});
