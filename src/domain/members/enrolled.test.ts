import { expect, test } from 'vitest';
import { enrolledIn, queryOfEnrolled } from './enrolled.ts';

const ids = Array.from({ length: 30 }, (_, at) => `0b0e7a4e-51a3-4d3c-9a0b-0d5b7a3c1f${String(at + 10)}`);

test('what came of a list is told on the next page, with whom it named a role for', () => {
  const enrolled = { practices: 3, people: 12, numbers: 1, marked: ids.slice(0, 2) };
  expect(enrolledIn(new URLSearchParams(queryOfEnrolled(enrolled)))).toEqual(enrolled);
});

test('an address holds no more than twenty of them', () => {
  const query = queryOfEnrolled({ practices: 1, people: 30, numbers: 0, marked: ids });
  expect(enrolledIn(new URLSearchParams(query))?.marked).toEqual(ids.slice(0, 20));
  expect(query.length).toBeLessThan(1000);
});

test.each(['', 'ended', 'practices=3'])('"%s" tells of no list', (query) => {
  expect(enrolledIn(new URLSearchParams(query))).toBeNull();
});

test('what is no count and no id is left out', () => {
  const told = enrolledIn(new URLSearchParams('people=-1&practices=x&numbers=1e9&marked=<b>&marked='));
  expect(told).toEqual({ practices: 0, people: 0, numbers: 0, marked: [] });
});
