import { expect, test } from 'vitest';
import { parseDate } from './calendar-date.ts';
import { parsePeriod, periodOfDates } from './period.ts';
import { isSplitYear, periodReadingOf } from './period-column.ts';

const told = { splitYearFrom: 4, areMonthStarts: false };
const months = { splitYearFrom: null, areMonthStarts: true };

test.each([
  ['2025-03', '2025-03-01', '2025-03-31'],
  ['2025-3', '2025-03-01', '2025-03-31'],
  ['03-2025', '2025-03-01', '2025-03-31'],
  ['03/2025', '2025-03-01', '2025-03-31'],
  ['2025M02', '2025-02-01', '2025-02-28'],
  ['marts 2025', '2025-03-01', '2025-03-31'],
  ['mar 2025', '2025-03-01', '2025-03-31'],
  ['Mar. 2025', '2025-03-01', '2025-03-31'],
  ['maj-25', '2025-05-01', '2025-05-31'],
  ['sept 2025', '2025-09-01', '2025-09-30'],
  ['October 2025', '2025-10-01', '2025-10-31'],
  ['februar 2024', '2024-02-01', '2024-02-29'],
  ['2025K1', '2025-01-01', '2025-03-31'],
  ['2025 K4', '2025-10-01', '2025-12-31'],
  ['K1 2025', '2025-01-01', '2025-03-31'],
  ['Q1 2025', '2025-01-01', '2025-03-31'],
  ['2025-Q2', '2025-04-01', '2025-06-30'],
  ['1. kvartal 2025', '2025-01-01', '2025-03-31'],
  ['3 kvartal 2025', '2025-07-01', '2025-09-30'],
  ['2. kvt. 2025', '2025-04-01', '2025-06-30'],
  ['2025 1. kvartal', '2025-01-01', '2025-03-31'],
  ['2. halvår 2025', '2025-07-01', '2025-12-31'],
  ['2025H1', '2025-01-01', '2025-06-30'],
  ['2025', '2025-01-01', '2025-12-31'],
  ['2025.0', '2025-01-01', '2025-12-31'],
  [' 2025 ', '2025-01-01', '2025-12-31'],
  ['01-01-2025 - 31-03-2025', '2025-01-01', '2025-03-31'],
  ['1/1 2025–31/3 2025', '2025-01-01', '2025-03-31'],
  ['1.1.2025 til 31.3.2025', '2025-01-01', '2025-03-31'],
  ['2025-01-01/2025-03-31', '2025-01-01', '2025-03-31'],
])('"%s" is the period from %s until %s', (cell, from, until) => {
  expect(parsePeriod(cell)).toEqual({ from, until });
});

test.each([
  ['a month that does not exist', '2025-13'],
  ['a fifth quarter', '2025K5'],
  ['a day that does not exist', '29-02-2025 - 31-03-2025'],
  ['an end before its beginning', '31-03-2025 - 01-01-2025'],
  ['a year far away', '1850'],
  ['a number', '12345'],
  ['a thousand', '1000'],
  ['a lone date', '01-01-2025'],
  ['a split year of which nobody said where it begins', '2018/19'],
  ['a short split year of which nobody said where it begins', '1819'],
  ['seconds in a column of other things', '1412121600'],
  ['nothing', ''],
  ['a name', 'Marthaklinikken 2025'],
])('%s is no period: "%s"', (_, cell) => {
  expect(parsePeriod(cell)).toBeNull();
});

test.each([
  ['2018/19', '2018-04-01', '2019-03-31'],
  ['2018-19', '2018-04-01', '2019-03-31'],
  ['2018/2019', '2018-04-01', '2019-03-31'],
  ['1819', '2018-04-01', '2019-03-31'],
  ['18/19', '2018-04-01', '2019-03-31'],
  ['2021', '2020-04-01', '2021-03-31'],
  ['2019', '2019-01-01', '2019-12-31'],
])('when years are told to begin in April, "%s" runs from %s until %s', (cell, from, until) => {
  expect(parsePeriod(cell, told)).toEqual({ from, until });
});

test('a split year begins in the month that was told', () => {
  const reading = { splitYearFrom: 8, areMonthStarts: false };
  expect(parsePeriod('2023/24', reading)).toEqual({ from: '2023-08-01', until: '2024-07-31' });
});

test.each(['1719', '1820', '2018/20', '9921'])('"%s" is no split year: the years do not follow', (cell) => {
  expect(parsePeriod(cell, told)).toBeNull();
  expect(isSplitYear(cell)).toBe(false);
});

test('a split year is known from other periods', () => {
  expect(['1819', '2018/19', '2018', '2025K1', 'x'].map(isSplitYear)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each([
  ['unix seconds', ['1414800000', '1417392000', ':'], true],
  ['dates', ['2025-01-01', '2025-02-01'], true],
  ['Danish dates', ['01-02-2025'], true],
  ['dates that may begin quarters too', ['2025-01-01', '2025-04-01'], false],
  ['seconds of a day within a month', ['1414800000', '1414886400'], false],
  ['counts', ['900', '1417392000'], false],
  ['nothing', [], false],
])('a column of %s names months by their first day: %s → %s', (_, cells, areMonthStarts) => {
  expect(periodReadingOf(cells, null).areMonthStarts).toBe(areMonthStarts);
});

test('in a column of first days a cell names its month', () => {
  expect(parsePeriod('1414800000', months)).toEqual({ from: '2014-11-01', until: '2014-11-30' });
  expect(parsePeriod('2025-02-01', months)).toEqual({ from: '2025-02-01', until: '2025-02-28' });
  expect(parsePeriod('1414886400', months)).toBeNull();
});

test.each([
  ['2025-01-31', '2025-01-31'],
  ['2025-01-31T00:00:00Z', '2025-01-31'],
  ['2025-01-31 00:00:00', '2025-01-31'],
  ['31-01-2025', '2025-01-31'],
  ['31.1.2025', '2025-01-31'],
  ['31/01/2025', '2025-01-31'],
  ['31/1 2025', '2025-01-31'],
  ['31-01-25', '2025-01-31'],
  ['31-01-2025 00:00', '2025-01-31'],
  ['31. januar 2025', '2025-01-31'],
  ['20250131', '2025-01-31'],
  ['29-02-2024', '2024-02-29'],
  ['29-02-2025', null],
  ['31-04-2025', null],
  ['01/13/2025', null],
  ['0-1-2025', null],
  ['2025', null],
  ['klokken 10', null],
])('the date "%s" is %s', (cell, date) => {
  expect(parseDate(cell)).toBe(date);
});

test('two cells of dates make a period, unless one is impossible or they are the wrong way round', () => {
  expect(periodOfDates('01-01-2025', '2025-03-31')).toEqual({ from: '2025-01-01', until: '2025-03-31' });
  expect(periodOfDates('1/1 2025', '1/1 2025')).toEqual({ from: '2025-01-01', until: '2025-01-01' });
  expect(periodOfDates('31-02-2025', '31-03-2025')).toBeNull();
  expect(periodOfDates('31-03-2025', '01-01-2025')).toBeNull();
});
