import { expect, test } from 'vitest';
import { formatWith, numberFormatOf, parseNumber, printedDecimals, surveyNumbers } from './number-format.ts';

const danish = { decimal: ',', thousands: '.', isAmbiguous: false };
const english = { decimal: '.', thousands: ',', isAmbiguous: false };

test.each([
  ['a comma with other than three digits', ['1.234,5', '20,5'], danish],
  ['a point with other than three digits', ['1,234.5', '20.5'], english],
  ['one certain cell among doubtful ones', ['17.885', '12.758', '20,5'], danish],
  ['one certain English cell among doubtful ones', ['17.885', '12.5'], english],
  ['a leading nought', ['0,125', '0,300'], danish],
  ['a leading nought before a point', ['0.125', '17.885'], english],
  ['two groups of thousands', ['1.234.567', '950'], danish],
  ['two English groups of thousands', ['1,234,567'], english],
  ['more than three digits before the sign', ['1234.567'], english],
  ['groups parted by spaces', ['1 234,567', '5'], { ...danish, thousands: ' ' }],
  [
    'groups parted by narrow spaces',
    ['1\u202f234', '5'],
    { decimal: null, thousands: ' ', isAmbiguous: false },
  ],
  ['whole numbers', ['12', '0', '950'], { decimal: null, thousands: null, isAmbiguous: false }],
  [
    'codes with leading noughts',
    ['012345', '000001'],
    { decimal: null, thousands: null, isAmbiguous: false },
  ],
  ['signs of per cent', ['12,5 %', '3%'], danish],
  ['a true minus', ['−0,5', '−1,25'], danish],
  ['what is missing beside it', ['12,5', '<5', ':', '..', ''], danish],
  ['floats as programs print them', ['0.43071659', '5e-05', '1.2E-3'], english],
])('%s decides how the column is written', (_, cells, format) => {
  expect(numberFormatOf(cells)).toEqual(format);
});

test.each([
  ['list sizes', ['17.885', '12.758']],
  ['list sizes with smaller ones among them', ['950', '12.758']],
  ['list sizes with a mark of what is missing', [':', '7.389', '8.627']],
  ['English list sizes', ['17,885', '950']],
])('%s could be thousands or decimals, so the column is asked about', (_, cells) => {
  expect(numberFormatOf(cells)?.isAmbiguous).toBe(true);
});

test.each([
  ['both conventions', ['12.5', '12,5']],
  ['both conventions with thousands', ['1.234,5', '1,234.5']],
  ['words', ['Ærøklinikken', '12']],
  ['dates', ['01-01-2025', '31-03-2025']],
  ['nothing', []],
  ['only marks of what is missing', ['z', 'z', ':']],
])('a column of %s has no number format', (_, cells) => {
  expect(numberFormatOf(cells)).toBeNull();
});

test('the survey tells where the first doubtful and the first unreadable cell stand', () => {
  const survey = surveyNumbers(['5', '', 'mange', '7.389', '12', '8.000']);
  expect(survey).toMatchObject({ numbers: 4, others: 1, firstOther: 2, firstAmbiguous: 3, isMixed: false });
  expect(surveyNumbers(['12,5', '12.5'])).toMatchObject({ isMixed: true, format: null });
  expect(surveyNumbers(['12,5 %']).hasPercentSigns).toBe(true);
});

test.each([
  ['17.885', ',', 17885],
  ['17.885', '.', 17.885],
  ['1.234,5', ',', 1234.5],
  ['1.234.567', ',', 1234567],
  ['1,234.5', '.', 1234.5],
  ['1 234,5', ',', 1234.5],
  ['1\u00a0234', ',', 1234],
  ['12,5 %', ',', 12.5],
  ['−0,14', ',', -0.14],
  ['–3', ',', -3],
  ['+7', ',', 7],
  ['-0', ',', 0],
  [',5', ',', 0.5],
  ['012', ',', 12],
  ['5e-05', '.', 0.00005],
  ['1.2E-3', '.', 0.0012],
] as const)('"%s" with the decimal sign "%s" is %d', (cell, decimal, number) => {
  expect(parseNumber(cell, formatWith(decimal))).toBe(number);
});

test.each([
  ['12.5', ','],
  ['12,5', '.'],
  ['1.23.456', ','],
  ['1,234,5', ','],
  ['12,', ','],
  ['12x', ','],
  ['1 23', ','],
  ['', ','],
  ['--5', ','],
  ['01-01-2025', ','],
] as const)('"%s" is not a number in a column with the decimal sign "%s"', (cell, decimal) => {
  expect(parseNumber(cell, formatWith(decimal))).toBeNull();
});

test('a column of whole numbers takes no decimals', () => {
  expect(parseNumber('12,5', { decimal: null, thousands: null, isAmbiguous: false })).toBeNull();
  expect(parseNumber('1 250', { decimal: null, thousands: ' ', isAmbiguous: false })).toBe(1250);
});

test.each([
  ['1,90', 2],
  ['12', 0],
  ['1.250', 0],
  ['12,5 %', 1],
  ['1,2e-3', 4],
])('"%s" is printed with %d decimals', (cell, decimals) => {
  expect(printedDecimals(cell, formatWith(','))).toBe(decimals);
});
