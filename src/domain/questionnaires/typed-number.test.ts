import { expect, test } from 'vitest';
import { numberIn, typedNumber } from './typed-number.ts';

test.each([
  ['12', 12],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1.234', 1234],
  ['1.234,5', 1234.5],
  ['0.125', 0.125],
  ['1 234', 1234],
  ['12 234', 12234],
  ['-3', -3],
  ['–3', -3],
  ['-0', 0],
  ['12 gange', 12],
  ['12 Gange', 12],
])('%s is read as a number', (text, number) => {
  expect(numberIn(text, 'gange')).toBe(number);
});

test.each(['', 'mange', '1,2,3', '1.23.4', '12-13', '1e5', '0x10', 'Infinity', '12 kr.', '9'.repeat(14)])(
  '%s is no number',
  (text) => {
    expect(numberIn(text, 'gange')).toBeNull();
  },
);

test.each([12, 12.5, 1234.5, -3, 0, 1.234])('%s is read back as it was shown', (number) => {
  expect(numberIn(typedNumber(number))).toBe(number);
});
