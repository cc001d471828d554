import { expect, test } from 'vitest';
import { leadDaysOf, startsOf, titleApart } from './package.ts';
import { aPart } from './packages.fixtures.ts';

test.each([
  [[-70, -60, 2], 70],
  [[2, 180], 0],
  [[], 0],
])('with deadlines at %j days one begins %i days before', (days, lead) => {
  expect(leadDaysOf(days.map((day) => ({ days: day })))).toBe(lead);
});

test('each part of the programme begins where the one before it ends, also past midnight', () => {
  const programme = [10, 65, 20].map((minutes) => aPart({ minutes }));
  expect(startsOf({ startsAt: '17:00', programme })).toEqual(['17:00', '17:10', '18:15']);
  expect(startsOf({ startsAt: '23:50', programme })).toEqual(['23:50', '00:00', '01:05']);
});

test.each([
  ['alone of its title', [], 'KOL'],
  ['the second', ['KOL'], 'KOL (2)'],
  ['the third', ['KOL', 'KOL (2)'], 'KOL (3)'],
])('of several packages, one that is %s can be told from the others', (_, taken, title) => {
  expect(titleApart({ da: 'KOL', en: 'COPD' }, new Set(taken)).da).toBe(title);
  const long = 'x'.repeat(120);
  expect(titleApart({ da: long, en: long }, new Set([long])).da).toHaveLength(120);
});
