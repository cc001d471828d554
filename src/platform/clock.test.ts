import { describe, expect, test } from 'vitest';
import { clockFrom, fixedClock, shiftedClock, systemClock } from './clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('a fixed clock stands still and cannot be moved by who reads it', () => {
  const clock = fixedClock(new Date('2027-03-01T09:00Z'));
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2027-03-01T09:00:00.000Z');
});

test('a shifted clock runs beside another', () => {
  const clock = shiftedClock(-2 * DAY, fixedClock(new Date('2027-03-01T09:00Z')));
  expect(clock.now().toISOString()).toBe('2027-02-27T09:00:00.000Z');
});

test.each([
  ['2027-03-01T09:00Z', '2027-03-01T09:00:00.000Z'],
  ['2027-03-01T09:00:30Z', '2027-03-01T09:00:30.000Z'],
  ['2028-02-29T00:00:00.250Z', '2028-02-29T00:00:00.250Z'],
])('the moment %s stands still', (text, expected) => {
  expect(clockFrom(text)?.now().toISOString()).toBe(expected);
});

test.each([
  ['+365d', 365 * DAY],
  ['-6h', -6 * HOUR],
])('the shift %s is counted from the machine', (text, shift) => {
  const before = systemClock.now().getTime();
  const told = clockFrom(text)?.now().getTime() ?? 0;
  const after = systemClock.now().getTime();
  expect(told - shift).toBeGreaterThanOrEqual(before);
  expect(told - shift).toBeLessThanOrEqual(after);
});

describe('what is no time is refused', () => {
  const cases = ['tomorrow', '2027-02-30T09:00Z', '2027-03-01', '2027-03-01T09:00+02:00', '365d', '+1y'];
  test.each(cases)('%s', (text) => expect(clockFrom(text)).toBeNull());
});

test.each([undefined, ''])('without a wish (%o) it is the machine’s time', (text) => {
  expect(clockFrom(text)).toBe(systemClock);
});
