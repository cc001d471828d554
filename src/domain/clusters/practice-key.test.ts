import { expect, test } from 'vitest';
import { canBeAKey, keyAsTyped, practiceKeyFrom, printedKey } from './practice-key.ts';

const BYTES = Uint8Array.from([0, 68, 50, 20, 199, 66, 84, 182, 53, 207]);

test('ten bytes make sixteen signs, and other bytes another key', () => {
  expect(practiceKeyFrom(BYTES)).toBe('0123456789ABCDEF');
  expect(practiceKeyFrom(new Uint8Array(10).fill(255))).toBe('ZZZZZZZZZZZZZZZZ');
  expect(() => practiceKeyFrom(new Uint8Array(9))).toThrow(RangeError);
});

test('a key is printed in fours', () => {
  expect(printedKey('0123456789ABCDEF')).toBe('0123-4567-89AB-CDEF');
});

test.each([
  ['as printed', '0123-4567-89AB-CDEF'],
  ['in small letters, without dashes', '0123456789abcdef'],
  ['with spaces and long dashes', ' 0123 – 4567 — 89ab cdef '],
  ['with letters for digits', 'o123-4567-89ab-cdef'],
  ['with an l for a one', 'Ol23.4567.89AB.CDEF'],
])('a key typed %s is the same key', (_, typed) => {
  expect(keyAsTyped(typed)).toBe('0123456789ABCDEF');
  expect(canBeAKey(keyAsTyped(typed))).toBe(true);
});

test.each(['', '0123', '0123-4567-89AB-CDEF-0', 'UUUU-UUUU-UUUU-UUUU'])('%s is no key', (typed) => {
  expect(canBeAKey(keyAsTyped(typed))).toBe(false);
});
