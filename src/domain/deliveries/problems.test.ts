import { expect, test } from 'vitest';
import { type Mapping, withDecimalSign } from './mapping.ts';
import { mappingSchema } from './mapping-schema.ts';
import { problemsOf } from './problems.ts';
import { proposeMapping } from './proposal.ts';
import { INDICATORS, KNOWN, sheetFrom } from './sheet.fixtures.ts';

const problemsIn = (text: string, change: (mapping: Mapping) => Mapping = (mapping) => mapping) => {
  const sheet = sheetFrom(text);
  return problemsOf(change(proposeMapping(sheet, KNOWN).mapping), sheet, INDICATORS);
};
const LONG = 'ydernr;indikator;periode;tæller;nævner\n900101;KOL;2025K1;12;400\n900102;AF;2025K1;8;500';

test('a file that says everything leaves nothing to answer', () => {
  expect(problemsIn(LONG)).toEqual([]);
});

test.each([
  ['no practice numbers', 'navn;periode;KOL\nFjord;2025;3,1', 'no_practice_number', null, null],
  [
    'a practice per column',
    'month;rate.E87745;rate.E87746;rate.E87750\n2025-01;0,5;0,6;0,7\n2025-02;0,4;0,3;0,7',
    'practices_in_columns',
    null,
    null,
  ],
  ['no figures', 'ydernr;periode;navn\n900101;2025;Fjord', 'no_measure', null, null],
  ['counts of nothing', 'ydernr;periode;KOL tæller\n900101;2025;12', 'no_denominator', 3, null],
  ['no period', 'ydernr;KOL\n900101;3,1', 'no_period', null, null],
  ['no indicator', 'ydernr;periode;værdi\n900101;2025;3,1', 'no_indicator', null, null],
  [
    'the name of an indicator that nobody knows',
    `${LONG}\n900101;Gigt;2025K1;3;400\n900102;Gigt;2025K1;3;400`,
    'unknown_indicator',
    2,
    4,
  ],
  [
    'a period that cannot be read',
    'ydernr;periode;KOL\n900101;forår;3,1\n900102;efterår;2',
    'unreadable_period',
    2,
    2,
  ],
  [
    'a lone date as period',
    'ydernr;periode;KOL\n900101;01-01-2025;3,1\n900102;01-01-2025;2',
    'unreadable_period',
    2,
    2,
  ],
  ['half a period', 'ydernr;fra;KOL\n900101;01-01-2025;3,1', 'half_period', 2, null],
  ['a split year in the rows', 'ydernr;år;KOL\n900101;2024/25;3,1', 'split_year', 2, 2],
  ['a split year in the header', 'ydernr;AF_p_1718;AF_p_1819\n900101;3,1;2,25', 'split_year', 2, null],
  [
    'a name damaged by dragging',
    'ydernr;AF_p_2023;AF_p_2024;AF_N_2023;AF_N_1719\n900101;3,1;2,25;4;5',
    'unreadable_period',
    5,
    null,
  ],
  [
    'thousands that may be decimals',
    'ydernr;periode;KOL;KOL nævner\n900101;2025;5;950\n900102;2025;5;7.389',
    'ambiguous_number',
    4,
    3,
  ],
  [
    'both conventions in one column',
    'ydernr;periode;KOL\n900101;2025;3,1\n900102;2025;3.2',
    'mixed_numbers',
    3,
    null,
  ],
  [
    'the same measure twice',
    'ydernr;periode;KOL pct;KOL andel\n900101;2025;3,1;3,2',
    'same_measure_twice',
    3,
    null,
  ],
  [
    'values that may be fractions',
    'ydernr;periode;KOL\n900101;2025;0,31\n900102;2025;0,08',
    'value_scale',
    3,
    null,
  ],
])('%s must be answered', (_, text, kind, column, line) => {
  expect(problemsIn(text)).toContainEqual(expect.objectContaining({ kind, column, line }));
});

test('the name that nobody knows is told once, and answering it or leaving it out settles it', () => {
  const text = `${LONG}\n900101;Gigt;2025K1;3;400\n900102;Gigt;2025K1;3;400`;
  expect(problemsIn(text)).toEqual([
    { kind: 'unknown_indicator', name: 'Gigt', line: 4, column: 2, otherColumn: null },
  ]);
  for (const indicatorKey of ['kol', null]) {
    const answered = (mapping: Mapping) => ({
      ...mapping,
      indicatorNames: [...mapping.indicatorNames, { name: 'Gigt', indicatorKey }],
    });
    expect(problemsIn(text, answered)).toEqual([]);
  }
});

test('one answer settles every column that can be read in two ways', () => {
  const text = 'ydernr;periode;KOL tæller;KOL nævner\n900101;2025;1.012;7.389\n900102;2025;950;8.627';
  expect(problemsIn(text).map(({ column }) => column)).toEqual([3, 4]);
  expect(problemsIn(text, (mapping) => withDecimalSign(mapping, sheetFrom(text), ','))).toEqual([]);
});

test('what the file does not say can be said for the whole of it', () => {
  expect(
    problemsIn('ydernr;værdi\n900101;3,1', (mapping) => ({
      ...mapping,
      fixedIndicatorKey: 'kol',
      fixedPeriod: { from: '2025-01-01', until: '2025-12-31' },
    })),
  ).toEqual([]);
});

test('split years are asked about once, and the month of their beginning settles all', () => {
  const text = 'ydernr;AF_p_1718;AF_p_1819;KOL_p_1819\n900101;3,1;2,25;4,5';
  expect(problemsIn(text)).toHaveLength(1);
  expect(problemsIn(text, (mapping) => ({ ...mapping, splitYearFrom: 4 }))).toEqual([]);
});

test('fractions are settled by saying what they are given per, and a per cent sign says it itself', () => {
  const text = 'ydernr;periode;KOL\n900101;2025;0,31\n900102;2025;0,08';
  const asFraction = (mapping: Mapping): Mapping => ({
    ...mapping,
    columns: mapping.columns.map((column) => (column.role === 'value' ? { ...column, per: 1 } : column)),
  });
  expect(problemsIn(text, asFraction)).toEqual([]);
  expect(problemsIn(text.replaceAll('0,31', '0,31 %').replaceAll('0,08', '0,08 %'))).toEqual([]);
});

test('two columns of practice numbers are one too many', () => {
  const twice = (mapping: Mapping): Mapping => ({
    ...mapping,
    columns: mapping.columns.map((column, i) =>
      i === 1 ? { name: column.name, role: 'practice_number' } : column,
    ),
  });
  expect(problemsIn(LONG, twice)).toContainEqual(
    expect.objectContaining({ kind: 'two_columns', column: 1, otherColumn: 2 }),
  );
});

test('the mapping of another file is not read into this one', () => {
  const { mapping } = proposeMapping(sheetFrom(LONG), KNOWN);
  const other = sheetFrom(LONG.replace('tæller', 'antal'));
  expect(problemsOf(mapping, other, INDICATORS)).toEqual([
    expect.objectContaining({ kind: 'other_columns' }),
  ]);
});

test('an indicator that is no longer there is told', () => {
  const { mapping } = proposeMapping(sheetFrom(LONG), KNOWN);
  expect(problemsOf(mapping, sheetFrom(LONG), INDICATORS.slice(1))).toEqual([
    expect.objectContaining({ kind: 'indicator_gone', name: 'kol' }),
  ]);
});

test('a mapping comes back from JSON as it was, and anything else is refused', () => {
  const { mapping } = proposeMapping(sheetFrom(LONG), KNOWN);
  expect(mappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  expect(mappingSchema.safeParse({ ...mapping, splitYearFrom: 13 }).success).toBe(false);
  expect(mappingSchema.safeParse({ ...mapping, columns: [{ name: 'a', role: 'owner' }] }).success).toBe(
    false,
  );
  const backwards = { from: '2025-12-31', until: '2025-01-01' };
  expect(mappingSchema.safeParse({ ...mapping, fixedPeriod: backwards }).success).toBe(false);
});
