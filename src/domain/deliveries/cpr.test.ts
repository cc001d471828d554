import { expect, test } from 'vitest';
import { inventedNumbers, randomFrom } from './cpr.fixtures.ts';
import { cprHits, cprScan, findCprNumbers } from './cpr.ts';

const today = '2026-11-22';
const [person] = inventedNumbers(1, false);
const { ddmmyy, serial } = person!;
const replaced = String(Number(ddmmyy.slice(0, 2)) + 60) + ddmmyy.slice(2);

test.each([
  ['with a hyphen', `${ddmmyy}-${serial}`],
  ['with a space', `${ddmmyy} ${serial}`],
  ['with a no-break space', `${ddmmyy}\u00a0${serial}`],
  ['with an en dash', `${ddmmyy}–${serial}`],
  ['with a true minus', `${ddmmyy}−${serial}`],
  ['with spaces round the hyphen', `${ddmmyy} - ${serial}`],
  ['before a comma', `${ddmmyy}-${serial}, og flere`],
  ['before a comma and a digit', `${ddmmyy}-${serial},5`],
  ['behind a comma', `Hansen,${ddmmyy}-${serial}`],
  ['in brackets', `patienten (${ddmmyy}-${serial})`],
  ['at the end of a sentence', `Se ${ddmmyy}-${serial}.`],
  ['as a replacement number with day + 60', `${replaced}-${serial}`],
  ['as a replacement number with letters', `${ddmmyy}-A1B2`],
  ['masked with x', `${ddmmyy}-xxxx`],
  ['masked with X', `${ddmmyy}-XXXX`],
  ['masked without a hyphen', `${ddmmyy}xxxx`],
  ['masked with stars', `${ddmmyy}-****`],
])('a CPR number is found %s', (_, cell) => {
  expect(
    cprHits(
      [
        ['navn', 'note'],
        ['a', cell],
      ],
      today,
    ),
  ).toEqual([{ line: 2, column: 2 }]);
});

test.each([
  ['a month that does not exist', `11${'13'}60-${serial}`],
  ['a day that does not exist', `${'30'}${'02'}60-${serial}`],
  ['a day after today', `${'23'}${'11'}26-4${serial.slice(1)}`],
  ['more digits before', `9${ddmmyy}-${serial}`],
  ['more digits behind', `${ddmmyy}-${serial}9`],
  ['a practice number and a name', '012345 Fjordklinikken'],
  ['a telephone number', '12 34 56 78'],
  ['a period', '202501-202503'],
  ['two dates', '2025-01-01/2025-03-31'],
  ['a mask of five', `${ddmmyy}-xxxxx`],
  ['a word that begins with CPR', 'Antal CPR-numre i alt'],
])('%s is no CPR number', (_, cell) => {
  expect(cprHits([['navn', cell]], today)).toEqual([]);
});

test('the day of birth may be today', () => {
  expect(cprHits([[`${'22'}${'11'}26-4${serial.slice(1)}`]], today)).toHaveLength(1);
});

test('title rows and header are scanned, and a column that is called CPR is one', () => {
  expect(
    cprHits([[`Udtræk for ${ddmmyy}-${serial}`], ['ydernr', 'CPR-nr.'], ['012345', 'x']], today),
  ).toEqual([
    { line: 1, column: 1 },
    { line: 2, column: 2 },
  ]);
});

test('ten bare digits count when most long numbers of their column have valid dates', () => {
  const numbers = inventedNumbers(20, false).map((p) => ['012345', p.ddmmyy + p.serial]);
  const hits = cprHits([['ydernr', 'id'], ...numbers], today);
  expect(hits).toHaveLength(20);
  expect(hits[0]).toEqual({ line: 2, column: 2 });
});

test('a single bare number with a valid date counts, in a comment too', () => {
  expect(cprHits([['note'], [`ring til ${ddmmyy}${serial}, tak`], ['intet']], today)).toHaveLength(1);
});

test('numbers that lost their leading nought to a spreadsheet are thought of', () => {
  const numbers = inventedNumbers(60, false, 7).map((p) => String(Number(p.ddmmyy + p.serial)));
  const [whole] = numbers.filter((number) => number.length === 10);
  const cut = numbers.filter((number) => number.length === 9);
  expect(cut.length).toBeGreaterThan(5);
  expect(cprHits([[whole!], ...cut.map((number) => [number])], today)).toHaveLength(1 + cut.length);
  expect(
    cprHits(
      cut.map((number) => [number]),
      today,
    ),
  ).toEqual([]);
});

test('a few real numbers among other long numbers count when several hold modulus 11', () => {
  const others = Array.from({ length: 60 }, (_, i) => [String(5_500_000_000 + i * 7_919)]);
  const real = inventedNumbers(3, true).map((p) => [p.ddmmyy + p.serial]);
  expect(cprHits([...others, ...real], today).map((hit) => hit.line)).toEqual([61, 62, 63]);
});

test('random numbers of ten digits are no CPR numbers, though some have valid dates', () => {
  const next = randomFrom(3);
  const numbers = Array.from({ length: 20_000 }, () => [
    String(next(100_000)).padStart(5, '0') + String(next(100_000)).padStart(5, '0'),
  ]);
  expect(cprHits(numbers, today)).toEqual([]);
});

test('a column of whole days in unix seconds is a column of dates, though each reads as a birthday', () => {
  const birthdays = Array.from({ length: 11 }, (_, i) => 1_412_035_200 + i * 86_400);
  expect(birthdays.every((seconds) => String(seconds).startsWith('1412'))).toBe(true);
  const lines = [['month', 'items'], ...birthdays.map((seconds) => [String(seconds), '5'])];
  expect(cprHits(lines, today)).toEqual([]);
  expect(cprHits([...lines, ['1412121601', '5']], today)).not.toEqual([]);
});

test('decimals of ten digits are no CPR numbers', () => {
  const cells = inventedNumbers(30, true).map((p) => [
    `0,${p.ddmmyy}${p.serial}`,
    `1.${p.ddmmyy}${p.serial}`,
  ]);
  expect(cprHits(cells, today)).toEqual([]);
});

test('raw text is scanned before anything is known of it', () => {
  const number = `${ddmmyy}-${serial}`;
  expect(findCprNumbers(`titel\r\nydernr;note\r\n012345;${number}\r\n`, today)).toEqual([
    { line: 3, column: 2 },
  ]);
  expect(findCprNumbers(`a\tb\n1\t${number}`, today)).toEqual([{ line: 2, column: 2 }]);
  expect(findCprNumbers(`1,${ddmmyy}${serial},2`, today)).toEqual([{ line: 1, column: 2 }]);
  expect(findCprNumbers('ydernr;antal\n012345;12', today)).toEqual([]);
});

test('a hit tells where, never what, and no more than a hundred are listed', () => {
  const scan = cprScan(today);
  for (const p of inventedNumbers(300, false)) scan.see([`${p.ddmmyy}-${p.serial}`]);
  const hits = scan.hits();
  expect(hits).toHaveLength(100);
  expect(hits.every((hit) => Object.keys(hit).join() === 'line,column')).toBe(true);
  expect(JSON.stringify(hits)).not.toContain(serial);
});
