import { expect, test } from 'vitest';
import { minutesUntilMorning } from './morning.ts';

test.each([
  ['2026-03-01T23:00:20Z', 420],
  ['2026-03-02T05:30:00Z', 30],
  ['2026-03-02T06:00:00Z', 0],
  ['2026-03-02T20:00:00Z', 0],
  ['2026-07-01T04:59:00Z', 1],
])('what is written at %s lies %i minutes until morning', (now, minutes) => {
  expect(minutesUntilMorning(new Date(now))).toBe(minutes);
});
