import { expect, test } from 'vitest';
import { dayAt, mayWait } from './delivery.ts';

test.each([
  ['2026-03-02T22:59:00Z', '2026-03-02'],
  ['2026-03-02T23:01:00Z', '2026-03-03'],
  ['2026-07-01T21:59:00Z', '2026-07-01'],
  ['2026-07-01T22:01:00Z', '2026-07-02'],
])('%s is the day %s in Denmark', (moment, day) => {
  expect(dayAt(new Date(moment))).toBe(day);
});

test('a draft waits for a day', () => {
  const started = new Date('2026-03-02T10:00:00Z');
  expect(mayWait(started, new Date('2026-03-03T09:59:00Z'))).toBe(true);
  expect(mayWait(started, new Date('2026-03-03T10:00:00Z'))).toBe(false);
});
