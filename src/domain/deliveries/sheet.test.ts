import { expect, test } from 'vitest';
import { type Sheet, sheetOf } from './sheet.ts';

const lines = (text: string) => text.split('\n').map((line) => line.split(';'));
const sheet = (text: string) => sheetOf(lines(text), ';') as Sheet;

test('a table keeps the lines of the file', () => {
  expect(sheet('ydernr;antal\n012345; 12 \n\n012346;9')).toEqual({
    delimiter: ';',
    header: ['ydernr', 'antal'],
    headerLine: 1,
    rows: [
      { line: 2, cells: ['012345', '12'] },
      { line: 4, cells: ['012346', '9'] },
    ],
  });
});

test.each([
  ['a title', 'Opioider i almen praksis\n'],
  ['a title padded by the spreadsheet', 'Opioider;;;\n;;;\n'],
  ['a source and a date', 'Kilde:;Region Fjord\nUdtrukket;22-11-2026\n\n'],
  ['the number of a year', 'Udtræk\n2025\n'],
  ['a long title cut at the delimiter', 'Opioider; recepter; brugere; pr. 1000; i 2025\n'],
  ['a hint to the spreadsheet', 'sep=;\n'],
  ['a group row above the header', ';;2024;\n'],
])('%s above the header is left out', (_, above) => {
  const found = sheet(`${above}ydernr;indikator;tæller;nævner\n012345;KOL;3;40\n012346;KOL;5;60`);
  expect(found.header).toEqual(['ydernr', 'indikator', 'tæller', 'nævner']);
  expect(found.headerLine).toBe(above.split('\n').length);
  expect(found.rows[0]?.line).toBe(found.headerLine + 1);
});

test('years and quarters may be names of columns', () => {
  expect(sheet('ydernr;2023;2024\n012345;1;2').header).toEqual(['ydernr', '2023', '2024']);
  expect(sheet('ydernr;2024K1;2024K2\n012345;1;2').headerLine).toBe(1);
});

test('empty columns at the end are left out, an unnamed column with something in it is not', () => {
  expect(sheet('a;b;;\n1;2;;\n3;4;;').header).toEqual(['a', 'b']);
  expect(sheet(';a;b\n0;x;2\n1;y;3').header).toEqual(['', 'a', 'b']);
  expect(sheet('a;b;c;\n1;2;3;note\n1;2;3;').header).toEqual(['a', 'b', 'c', '']);
});

test('a row longer than the header keeps what is too much, to be told of', () => {
  expect(sheet('a;b\n1;2;;\n1;2;5').rows.map((row) => row.cells)).toEqual([
    ['1', '2'],
    ['1', '2', '5'],
  ]);
});

test('a column of sparse figures does not hide the header', () => {
  expect(sheet('ydernr;KOL;AF;DM\n012345;;;\n012346;1;;\n012347;;;3').headerLine).toBe(1);
});

test.each([
  ['nothing', '', 'empty'],
  ['empty rows', ';;\n;;', 'empty'],
  ['a single column', 'ydernr\n012345\n012346', 'one_column'],
  ['figures without a header', '012345;12;300\n012346;9;280', 'no_header'],
  ['a header alone', 'ydernr;antal', 'no_rows'],
])('%s is no table', (_, text, refusal) => {
  expect(sheetOf(lines(text), ';')).toBe(refusal);
});
