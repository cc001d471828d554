import { expect, test } from 'vitest';
import { clashesAmong, nameKey, namesOf } from './indicator-names.ts';
import { anIndicator } from './indicators.fixtures.ts';

const one = anIndicator({ key: 'ex1', name: { da: 'Årskontrol', en: 'Review' }, aliases: ['N02A'] });
const other = anIndicator({ key: 'ex2', name: { da: 'Fodstatus', en: 'Foot' }, aliases: ['Fod'] });

test.each([
  ['EP18p', 'ep18p'],
  ['  Tilmeldte  18+ ', 'tilmeldte 18'],
  ['HbA1c <59', 'hba1c 59'],
  ['KOL_årskontrol', 'kol årskontrol'],
  ['A\u030arskontrol', 'årskontrol'],
])('a column named %j is compared as %j', (name, key) => {
  expect(nameKey(name)).toBe(key);
});

test('an indicator answers to its key, both its names and its aliases', () => {
  expect([...namesOf(one)]).toEqual(['ex1', 'årskontrol', 'review', 'n02a']);
});

test('indicators without a name in common do not clash', () => {
  expect(clashesAmong([one, other])).toEqual([]);
});

test.each([
  ['a key given twice', { key: 'ex1' }, '"ex1" names both ex1 and ex1'],
  ['an alias of both', { aliases: ['n02a'] }, '"n02a" names both ex1 and ex2'],
  ["an alias that is the other's name", { aliases: ['ÅRSKONTROL'] }, '"årskontrol" names both ex1 and ex2'],
  [
    "a denominator that is the other's alias",
    { denominatorAliases: ['N02A'] },
    '"n02a" names ex1 and a denominator of ex2',
  ],
])('%s is a clash', (_, stated, clash) => {
  expect(clashesAmong([one, { ...other, ...stated }])).toContain(clash);
});

test('indicators may share a denominator', () => {
  const denominatorAliases = ['allAges'];
  expect(clashesAmong([one, other].map((each) => ({ ...each, denominatorAliases })))).toEqual([]);
});
