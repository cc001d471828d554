import { expect, test } from 'vitest';
import {
  clockText,
  count,
  dateText,
  dayAndTimeText,
  dayText,
  figure,
  hoursText,
  type Locale,
  list,
  momentText,
  monthOfDayText,
  number,
  percent,
  periodText,
  plural,
  quantity,
  range,
  shortDayText,
  spanText,
  timeText,
} from './format.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', '_');

test.each<[Locale, number, number, string]>([
  ['da', 1234.56, 1, '1.234,6'],
  ['da', 17.3, 1, '17,3'],
  ['da', 18, 1, '18'],
  ['da', 17.885, 0, '18'],
  ['da', 1000000, 0, '1.000.000'],
  ['da', -0.04, 1, '0'],
  ['da', -2.5, 1, '-2,5'],
  ['en', 1234.56, 1, '1,234.6'],
])('in %s %d with at most %d decimals reads %s', (locale, n, decimals, text) => {
  expect(number(locale, n, decimals)).toBe(text);
});

test('a Danish per cent sign never leaves its number', () => {
  expect(spaced(percent('da', 18))).toBe('18_%');
  expect(spaced(percent('da', 17.34, 1))).toBe('17,3_%');
  expect(percent('en', 18)).toBe('18%');
});

test('a value carries its unit, an interval carries it once', () => {
  expect(spaced(quantity('da', 12.4, 'pr. 1.000 tilmeldte'))).toBe('12,4_pr. 1.000 tilmeldte');
  expect(quantity('da', 12.4, '')).toBe('12,4');
  expect(spaced(range('da', [12, 27], '%'))).toBe('12–27_%');
  expect(range('en', [12.31, 27], '%', 1)).toBe('12.3–27%');
});

test('figures of one column have as many decimals as each other', () => {
  expect([17.34, 18, 0].map((n) => spaced(figure('da', n, '%', 1)))).toEqual(['17,3_%', '18,0_%', '0,0_%']);
  expect(figure('en', 1234.5, '', 0)).toBe('1,235');
});

test('one practice and several practices have their own word', () => {
  const forms = { one: 'praksis', other: 'praksisser' };
  expect([0, 1, 2, 18].map((n) => plural('da', n, forms))).toEqual([
    'praksisser',
    'praksis',
    'praksisser',
    'praksisser',
  ]);
  expect(spaced(count('da', 18, forms))).toBe('18_praksisser');
  expect(spaced(count('en', 1, { one: 'practice', other: 'practices' }))).toBe('1_practice');
});

test('a list ends in "og" or "and"', () => {
  expect(list('da', ['Anna', 'Bo', 'Carl'])).toBe('Anna, Bo og Carl');
  expect(list('en', ['Anna', 'Bo', 'Carl'])).toBe('Anna, Bo and Carl');
  expect(list('da', ['Anna'])).toBe('Anna');
});

test('a day is written in full, in the order of the language', () => {
  expect(spaced(dateText('da', '2027-03-03'))).toBe('onsdag den 3._marts 2027');
  expect(spaced(dateText('en', '2027-03-03'))).toBe('Wednesday 3_March 2027');
  expect(spaced(dayText('da', '2027-12-01'))).toBe('1._december 2027');
  expect(spaced(dayText('en', '2027-12-01'))).toBe('1_December 2027');
});

test('a moment is read on the clock of Copenhagen, in winter and in summer', () => {
  expect(timeText('da', new Date('2027-03-02T16:00Z'))).toBe('17.00');
  expect(timeText('da', new Date('2027-07-01T15:05Z'))).toBe('17.05');
  expect(timeText('en', new Date('2027-03-01T23:00Z'))).toBe('00:00');
  expect(spaced(dateText('da', new Date('2027-03-02T23:30Z')))).toBe('onsdag den 3._marts 2027');
  expect(spaced(momentText('da', new Date('2027-03-02T16:00Z')))).toBe('tirsdag den 2._marts 2027 kl._17.00');
  expect(spaced(momentText('en', new Date('2027-03-02T16:00Z')))).toBe('Tuesday 2_March 2027 at 17:00');
  expect(spanText('da', new Date('2027-03-02T16:00Z'), new Date('2027-03-02T18:30Z'))).toBe('17.00–19.30');
});

test.each(['2027-02-30', '2027-3-3', '3. marts 2027', '', '2027-13-01'])('"%s" is no day', (day) => {
  expect(() => dateText('da', day)).toThrow(RangeError);
});

test.each<[Locale, string, string, string]>([
  ['da', '2025-01-01', '2025-12-31', '2025'],
  ['da', '2025-01-01', '2025-03-31', '1._kvartal 2025'],
  ['da', '2025-10-01', '2025-12-31', '4._kvartal 2025'],
  ['en', '2025-04-01', '2025-06-30', '2nd_quarter 2025'],
  ['da', '2025-03-01', '2025-03-31', 'marts 2025'],
  ['da', '2024-02-01', '2024-02-29', 'februar 2024'],
  ['da', '2025-12-01', '2025-12-31', 'december 2025'],
  ['en', '2025-03-01', '2025-03-31', 'March 2025'],
  ['da', '2025-02-01', '2025-04-30', '1._februar 2025 – 30._april 2025'],
  ['da', '2018-04-01', '2019-03-31', '1._april 2018 – 31._marts 2019'],
  ['en', '2018-04-01', '2019-03-31', '1_April 2018 – 31_March 2019'],
  ['da', '2025-01-02', '2025-12-31', '2._januar 2025 – 31._december 2025'],
  ['da', '2025-01-01', '2026-12-31', '1._januar 2025 – 31._december 2026'],
  ['da', '2025-03-03', '2025-03-03', '3._marts 2025'],
])('in %s the days %s to %s are called %4$s', (locale, from, until, name) => {
  expect(spaced(periodText(locale, { from, until }))).toBe(name);
});

test('a period that ends before it starts is refused', () => {
  expect(() => periodText('da', { from: '2025-02-01', until: '2025-01-31' })).toThrow(RangeError);
});

test('a time on the wall is written as it stands, and a span runs past midnight', () => {
  expect(clockText('da', '17:00:00')).toBe('17.00');
  expect(clockText('en', '08:05')).toBe('08:05');
  expect(hoursText('da', '17:00:00', 150)).toBe('17.00–19.30');
  expect(hoursText('en', '23:00', 90)).toBe('23:00–00:30');
  expect(spaced(dayAndTimeText('da', '2027-03-02', '17:00:00'))).toBe('tirsdag den 2._marts 2027 kl._17.00');
  expect(spaced(dayAndTimeText('en', '2027-03-02', '17:00'))).toBe('Tuesday 2_March 2027 at 17:00');
  expect(spaced(shortDayText('da', '2027-03-02'))).toBe('tirs. 2._mar. 2027');
  expect(monthOfDayText('da', '2027-03-02')).toBe('marts 2027');
});
