import { expect, test } from 'vitest';
import { inventedNumbers } from './cpr.fixtures.ts';
import { holdsCprNumber } from './file-name.ts';

const [person] = inventedNumbers(1, true);
const { ddmmyy, serial } = person!;

test.each([
  ['a number written as one', `${ddmmyy}-${serial}.csv`, true],
  ['ten digits', `${ddmmyy}${serial}.csv`, true],
  ['a number among words', `Svar til ${ddmmyy}-${serial} (kopi).csv`, true],
  ['the word alone', 'cpr.csv', false],
  ['a day', 'tal 2026-01-31.csv', false],
  ['nothing of it', 'qofGP_1819_respiratory.csv', false],
])('a file name with %s', (_, name, expected) => {
  expect(holdsCprNumber(name, '2026-03-02')).toBe(expected);
});
