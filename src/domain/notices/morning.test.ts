import { expect, test } from 'vitest';
import { minutesUntilMorning } from './morning.ts';

test.each([
  ['2026-03-01T23:00:20Z', 420],
  ['2026-03-02T05:30:00Z', 30],
  ['2026-03-02T06:00:00Z', 0],
  ['2026-03-02T20:00:00Z', 0],
  ['2026-07-01T04:59:00Z', 1],
  // The clock goes from two to three, and from three to two.
  ['2027-03-27T23:01:00Z', 359],
  ['2027-03-28T01:30:00Z', 210],
  ['2027-10-30T22:01:00Z', 479],
  ['2027-10-31T00:30:00Z', 330],
])('what is written at %s lies %i minutes until morning', (now, minutes) => {
  expect(minutesUntilMorning(new Date(now))).toBe(minutes);
});
