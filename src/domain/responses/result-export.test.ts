import { expect, test } from 'vitest';
import { ALL_TYPES, aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { changesCsv, changesSheet } from './change-export.text.ts';
import { changesOf } from './changes.ts';
import { csvOf } from './csv.ts';
import { resultCsv, resultSheets } from './result-export.text.ts';
import { answersOf, aResult } from './results.fixtures.ts';

const SCALE = aQuestion({ key: 'tryg', type: 'scale', scale: 'confidence', question: 'Hvor tryg er du?' });
const NUMBER = aQuestion({
  key: 'antal',
  type: 'number',
  question: 'Hvor mange?',
  unit: 'gange',
  min: 0,
  max: 10,
});
const source = { countedOn: '2027-03-05', invited: 31, partner: null };
const exported = (result: ReturnType<typeof aResult>) => ({ result, source });

test('a file for a spreadsheet has a byte order mark, semicolons and decimal commas', () => {
  const result = aResult([[SCALE, answersOf({ 1: 1, 2: 2, 3: 3 })]], { title: 'Prøve; til "jer"' });
  const csv = resultCsv('da', exported(result));
  const [head, first] = csv.split('\r\n');
  expect(head).toBe(
    '\ufeffSpørgsmål;Linje;Svar;Antal;Har svaret;Fik spørgsmålet;Andel, %;Nedre grænse, %;Øvre grænse, %;Bemærkning;' +
      'Spørgeskema;Svar fra;Talt op;Spurgt i alt;Har svaret i alt;Mindste antal svar, der vises',
  );
  expect(first).toBe(
    'Hvor tryg er du?;;Slet ikke tryg;1;6;6;16,7;3;56,4;;"Prøve; til ""jer""";Klyngens medlemmer;5. marts 2027;31;6;5',
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+45 12', "'+45 12"],
  ['-nej', "'-nej"],
  ['@alle', "'@alle"],
  ['\tind', "'\tind"],
  ['＝1', "'＝1"],
  ['=a;b', '"\'=a;b"'],
  ['to\nlinjer', '"to\nlinjer"'],
  ['helt almindeligt - her', 'helt almindeligt - her'],
])('%j cannot be reckoned with: it is written %j', (words, written) => {
  expect(csvOf({ columns: [], rows: [[words]] })).toBe(`\ufeff\r\n${written}\r\n`);
});

test('a negative number stays a number', () => {
  expect(csvOf({ columns: ['A'], rows: [[-3.5, null]] })).toBe('\ufeffA\r\n-3,5;\r\n');
});

test('what too few answered stands as hidden, with no number of any kind', () => {
  const matrix = aQuestion({ key: 'm', type: 'matrix', scale: 'knowledge', rows: ['Rygestop', 'KOL-hold'] });
  const result = aResult([
    [SCALE, answersOf({ 1: 4 })],
    [matrix, [...Array(3).fill({ 0: '1', 1: '1' }), ...Array(3).fill({ 0: '2' })]],
  ]);
  const rows = resultSheets('da', exported(result))[1]!.rows;
  expect(rows[0]!.slice(3)).toEqual([null, null, null, null, null, null, 'For få svar til at vises']);
  const hidden = rows.filter(([, row]) => row === 'KOL-hold');
  expect(hidden.map((row) => row.slice(2))).toEqual([
    [null, null, null, 6, null, null, null, 'For få svar til at vises'],
  ]);
});

test('every question has its lines, and no text that somebody wrote', () => {
  const answers = { yes: 9 };
  const result = aResult(
    ALL_TYPES.map((question) => [
      question,
      question.type.endsWith('text')
        ? Array<string>(9).fill('hemmeligt')
        : answersOf(question.type === 'yes_no' ? answers : {}),
    ]),
  );
  for (const locale of ['da', 'en'] as const) {
    const sheets = resultSheets(locale, exported(result));
    const asked = new Set(sheets[1]!.rows.map(([question]) => question));
    expect([...asked]).toEqual(ALL_TYPES.map(({ question }) => question));
    expect(JSON.stringify(sheets)).not.toContain('hemmeligt');
    for (const { columns, rows, widths } of sheets) {
      expect(rows.every((row) => row.length <= columns.length)).toBe(true);
      expect(widths).toHaveLength(columns.length);
    }
  }
});

test('a number brings its middle and nothing finer', () => {
  const result = aResult([[NUMBER, answersOf({ 1: 5, 4: 6 }, true)]]);
  const rows = resultSheets('da', exported(result))[1]!.rows;
  expect(rows.slice(-3).map((row) => [row[2], row[3], row[9]])).toEqual([
    ['Midten (median)', 4, 'gange'],
    ['Nedre kvartil', 1, 'gange'],
    ['Øvre kvartil', 4, 'gange'],
  ]);
});

test('changes stand with their interval, what was measured and the verdict', () => {
  const before = aResult([
    [SCALE, answersOf({ 1: 4, 2: 8, 3: 6, 4: 2 })],
    [NUMBER, answersOf({ 1: 9 }, true)],
  ]);
  const after = aResult([
    [SCALE, answersOf({ 2: 2, 3: 5, 4: 9, 5: 4 })],
    [aQuestion({ key: 'ny' }), answersOf({ yes: 9 })],
  ]);
  const changes = changesOf({ before, after });
  const { columns, rows } = changesSheet('da', changes);
  expect(rows.map((row) => [row[0], row[6] ?? row[1], row[11] ?? null])).toEqual([
    ['Hvor tryg er du?', 'Andel, procentpoint', null],
    ['Hvor tryg er du?', 'Efter højest, % af par', 'Tydelig ændring'],
    ['Hvor mange?', 'Ikke sammenlignet: stillet anderledes eller kun den ene gang', null],
    ['Kender du nummeret?', 'Ikke sammenlignet: stillet anderledes eller kun den ene gang', null],
  ]);
  expect(rows.every((row) => row.length <= columns.length)).toBe(true);
  expect(changesCsv('en', changes).split('\r\n')[0]).toContain('\ufeffQuestion;What;');
});
