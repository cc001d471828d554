import { expect, test } from 'vitest';
import { draftKeyIn, draftKeyOf, keepDraftKey } from './draft-key.ts';

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const url = new URL(`https://klynge.example/c/one/answer/two?key=${KEY}`);

test('what an address brings locks nothing: the browser’s own secret does', () => {
  expect(draftKeyOf({ get: () => undefined })).toBeNull();
  expect(draftKeyOf({ get: () => KEY })).toBe(KEY);
  expect(draftKeyOf({ get: () => 'guess' })).toBeNull();
  expect(draftKeyIn(url)).toBe(KEY);
  expect(draftKeyIn(new URL('https://klynge.example/?key=guess'))).toBeNull();
});

test('the secret is kept from scripts and from other pages', () => {
  const kept: unknown[] = [];
  keepDraftKey({ set: (...all) => kept.push(...all) }, url, KEY);
  expect(kept).toMatchObject([
    'draft-key',
    KEY,
    { path: '/c/one/answer', httpOnly: true, secure: true, sameSite: 'lax' },
  ]);
});
