import { expect, test } from 'vitest';
import { type FileRefusal, queryOf, refusalIn } from './file-refusal.ts';

test.each<FileRefusal>([
  { reason: 'cpr', line: 3, column: 2, places: 14 },
  { reason: 'delivered_before', delivery: '0b0e7a4e-51a3-4d3c-9a0b-0d5b7a3c1f11' },
  { reason: 'empty' },
])('what is told on the next page is $reason', (refusal) => {
  expect(refusalIn(new URLSearchParams(queryOf(refusal)))).toEqual(refusal);
});

test.each(['', 'refused=', 'refused=hello', 'refused=__proto__'])('"%s" tells of nothing', (query) => {
  expect(refusalIn(new URLSearchParams(query))).toBeNull();
});

test('a place that is no count, and an id that is none, are left out', () => {
  const query = 'refused=cpr&line=-1&column=x&places=1.5&delivery=<b>';
  expect(refusalIn(new URLSearchParams(query))).toEqual({ reason: 'cpr' });
});
