import { expect, test } from 'vitest';
import {
  dayOf,
  dayRead,
  daysAfter,
  daysBetween,
  dayWritten,
  firstOfMonth,
  monthsAfter,
} from './calendar-day.ts';
import { minutesAfter, timeIn } from './wall-time.ts';

test.each([
  ['2027-03-28', 1, '2027-03-29'],
  ['2027-03-27', 2, '2027-03-29'],
  ['2027-10-31', 1, '2027-11-01'],
  ['2027-10-30', 2, '2027-11-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-01-01', -60, '2026-11-02'],
  ['2027-04-13', 365, '2028-04-12'],
])('%s and %i days is %s, over every change of the clock', (day, days, then) => {
  expect(daysAfter(day, days)).toBe(then);
  expect(daysBetween(day, then)).toBe(days);
});

test.each([
  ['2027-01-31', 1, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2027-03-15', -12, '2026-03-15'],
  ['2027-01-15', -1, '2026-12-15'],
])('%s and %i months is %s', (day, months, then) => {
  expect(monthsAfter(day, months)).toBe(then);
});

test.each([
  ['9/3', '2027-03-09'],
  ['9.3.', '2027-03-09'],
  ['22-11', '2026-11-22'],
  ['21. november', '2027-11-21'],
  ['11. mar', '2027-03-11'],
  ['29.2', '2028-02-29'],
  ['9/3-27', '2027-03-09'],
  ['14.4.2028', '2028-04-14'],
  ['31.4', null],
  ['tirsdag', null],
  ['', null],
])('on 22 November 2026 %s is read as %s', (written, day) => {
  expect(dayRead(written, '2026-11-22')).toBe(day);
});

test('a day is written as people write it', () => {
  expect(dayWritten('2027-03-03')).toBe('3.3.2027');
  expect(dayWritten(null)).toBe('');
});

test('a day is one in Copenhagen', () => {
  expect(dayOf(new Date('2027-03-27T23:30:00Z'))).toBe('2027-03-28');
  expect(dayOf(new Date('2027-07-01T21:59:00Z'))).toBe('2027-07-01');
  expect(firstOfMonth('2027-07-19')).toBe('2027-07-01');
});

test.each([
  ['17', '17:00'],
  ['17.00', '17:00'],
  ['17:30', '17:30'],
  ['1730', '17:30'],
  ['kl. 8.15', '08:15'],
  ['7', '07:00'],
  ['24.00', null],
  ['17.60', null],
  ['', null],
  ['fem', null],
])('"%s" is the time %s', (written, time) => {
  expect(timeIn(written)).toBe(time);
});

test.each([
  ['17:00:00', 10, '17:10'],
  ['17:55', 10, '18:05'],
  ['23:50', 20, '00:10'],
  ['02:00', 60, '03:00'],
])('%s and %i minutes is %s on the wall', (time, minutes, then) => {
  expect(minutesAfter(time, minutes)).toBe(then);
});
