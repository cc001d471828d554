import { expect, test } from 'vitest';
import { canonicalKey, KEY_BYTES, newKey } from './practice-key.ts';

const BYTES = Uint8Array.from([0, 68, 50, 20, 199, 66, 84, 182, 53, 207]);

test('ten bytes make four groups of four signs', () => {
  expect(newKey(BYTES)).toBe('0123-4567-89AB-CDEF');
  expect(newKey(new Uint8Array(KEY_BYTES).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
});

test('every one of the 80 bits makes another key', () => {
  const keys = Array.from({ length: KEY_BYTES * 8 }, (_, bit) => {
    const chance = new Uint8Array(KEY_BYTES);
    chance[bit >> 3] = 1 << (bit & 7);
    return newKey(chance);
  });
  expect(new Set([...keys, newKey(new Uint8Array(KEY_BYTES))]).size).toBe(81);
});

test.each([0, 9, 11])('%i bytes make no key', (length) => {
  expect(() => newKey(new Uint8Array(length))).toThrow(RangeError);
});

test.each([
  ['as printed', '0123-4567-89AB-CDEF'],
  ['in small letters, without dashes', '0123456789abcdef'],
  ['with blanks and long dashes', ' 0123 – 4567 — 89ab\tcdef\n'],
  ['with letters for digits', 'oi23-4567-89ab-cdef'],
  ['with an L for a one', 'Ol23.4567.89AB.CDEF'],
])('a key typed %s is the same key', (_, typed) => {
  expect(canonicalKey(typed)).toBe('0123-4567-89AB-CDEF');
});

test('a key that was made is already in its one spelling', () => {
  for (let byte = 0; byte < 256; byte++) {
    const key = newKey(Uint8Array.from({ length: KEY_BYTES }, (_, at) => (byte * (at + 1)) % 256));
    expect(canonicalKey(key)).toBe(key);
  }
});

test.each(['', '0123', '0123-4567-89AB-CDEF-0', 'UUUU-UUUU-UUUU-UUUU', 'ÆØÅ'])('%s is no key', (typed) => {
  expect(canonicalKey(typed)).toBeNull();
});
