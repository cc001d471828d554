import { expect, test } from 'vitest';
import { addressIn, ownPathIn } from './address.ts';

test.each(['/', '/my', '/c/0b7a/indicators?of=2025&from=a/b'])('%s is a path of this site', (path) => {
  expect(ownPathIn(path)).toBe(path);
  expect(new URL(ownPathIn(path), 'https://klyngerum.example').host).toBe('klyngerum.example');
});

test.each([
  ['/møder/æøå', '/m%C3%B8der/%C3%A6%C3%B8%C3%A5'],
  ['/a b', '/a%20b'],
  ['/€', '/%E2%82%AC'],
  ['/\u2028', '/%E2%80%A8'],
])('%j is spelt %s, which a header can hold', (typed, spelt) => {
  expect(ownPathIn(typed)).toBe(spelt);
});

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/\r\\elsewhere.example',
  '/my\r\nSet-Cookie: a=b',
  'https://elsewhere.example',
  'javascript:alert(1)',
  '',
  `/${'a'.repeat(300)}`,
  undefined,
])('%j is none, and leads to the front page', (path) => {
  expect(ownPathIn(path)).toBe('/');
});

test.each([
  [' Anna@Fjord.Example ', 'anna@fjord.example'],
  ['anna@fjord', null],
  ['anna fjord.example', null],
  ['a@b@c.example', null],
  [`${'a'.repeat(250)}@fjord.example`, null],
  [undefined, null],
])('%j is kept as %j', (typed, kept) => {
  expect(addressIn(typed)).toBe(kept);
});
