import { expect, test } from 'vitest';
import { KEY_BYTES, practiceKeyFrom } from './practice-key.ts';

const bytes = (...given: number[]) => Uint8Array.from({ length: KEY_BYTES }, (_, i) => given[i] ?? 0);

test('a key is four groups of four signs that nobody mistakes on paper', () => {
  expect(practiceKeyFrom(bytes())).toBe('2222-2222-2222-2222');
  expect(practiceKeyFrom(Uint8Array.from({ length: KEY_BYTES }, () => 255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  for (let i = 0; i < 256; i++)
    expect(practiceKeyFrom(bytes(i, 255 - i, i * 7))).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
});

test('every one of its 80 bits makes another key', () => {
  const keys = Array.from({ length: KEY_BYTES * 8 }, (_, bit) => {
    const chance = bytes();
    chance[bit >> 3] = 1 << (bit & 7);
    return practiceKeyFrom(chance);
  });
  expect(new Set([...keys, practiceKeyFrom(bytes())]).size).toBe(81);
});

test('a key is not made of too little chance', () => {
  expect(() => practiceKeyFrom(new Uint8Array(9))).toThrow(RangeError);
});
