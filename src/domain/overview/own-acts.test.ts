import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OWN_ACTS } from '#domain/journal/own-act.ts';
import { overviewText } from './overview.text.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.server.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .filter((text) => text.includes("insertInto('ownDoing')") || text.includes('tellOwnDoing('));

// Named where it is told: as `act`, or as the third of what a noun's own `tell` is given.
const told = sources.flatMap((text) =>
  [...text.matchAll(/\bact: '(\w+)'|\btell\(\w+, \w+, '(\w+)'/g)].map(([, act, word]) => act ?? word),
);

test('whatever the system tells to have done by itself is known, and nothing is known that it never does', () => {
  expect([...new Set(told)].toSorted()).toEqual([...OWN_ACTS].toSorted());
});

test.each(OWN_ACTS)('%s has words of its own in both languages', (act) => {
  const facts = { people: '2' };
  const words = [overviewText.da, overviewText.en].map(({ doings }) => doings.acts[act](facts));
  expect(new Set(words).size).toBe(2);
  for (const text of words) expect(text).not.toMatch(/undefined|NaN/);
});
