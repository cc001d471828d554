import { expect, test } from 'vitest';
import { missingReason } from './missing.ts';

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['\u00a0', 'empty'],
  ['<5', 'suppressed'],
  ['< 5', 'suppressed'],
  ['<10', 'suppressed'],
  ['≤4', 'suppressed'],
  ['under 5', 'suppressed'],
  ['*', 'suppressed'],
  ['Skjult', 'suppressed'],
  [':', 'not_available'],
  ['-', 'not_available'],
  ['–', 'not_available'],
  ['−', 'not_available'],
  ['..', 'not_available'],
  ['i.o.', 'not_available'],
  ['Ikke oplyst', 'not_available'],
  ['NA', 'not_available'],
  ['NaN', 'not_available'],
  ['#I/T', 'not_available'],
  ['#VÆRDI!', 'not_available'],
  ['.', 'not_applicable'],
  ['z', 'not_applicable'],
])('the mark "%s" says that the figure is missing: %s', (cell, reason) => {
  expect(missingReason(cell)).toBe(reason);
});

test.each(['0', '5', '-5', '0,0', '.5', '5-9', 'zoster', 'Nansensgade', '<mange', 'oplyst'])(
  '"%s" is something to be read, not a mark of what is missing',
  (cell) => {
    expect(missingReason(cell)).toBeNull();
  },
);
