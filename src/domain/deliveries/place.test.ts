import { expect, test } from 'vitest';
import { cellName, columnLetters } from './place.ts';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %i is headed %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test('a cell is named as the spreadsheet names it', () => {
  expect(cellName(3, 7)).toBe('C7');
});
