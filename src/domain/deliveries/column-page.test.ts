import { expect, test } from 'vitest';
import {
  type ColumnView,
  columnPageOf,
  readingsOf,
  type SaidBeside,
  withoutIndicator,
} from './column-page.ts';
import { withDecimalSign } from './mapping.ts';
import { problemsOf } from './problems.ts';
import { proposeMapping } from './proposal.ts';
import { INDICATORS, KNOWN, sheetFrom } from './sheet.fixtures.ts';

function pageOf(text: string, answer = (mapping: ReturnType<typeof proposeMapping>['mapping']) => mapping) {
  const sheet = sheetFrom(text);
  const proposal = proposeMapping(sheet, KNOWN);
  const mapping = answer(proposal.mapping);
  return columnPageOf(sheet, mapping, proposal, problemsOf(mapping, sheet, INDICATORS));
}

test('a column is shown with some of its cells and why it is taken for what it is', () => {
  const { columns } = pageOf('ydernr;KOL pct;andet\n900101;3,5;x\n900102;:;x\n900103;4,5;y\n900101;5,5;z');
  expect(columns.slice(0, 2)).toEqual([
    {
      position: 0,
      name: 'ydernr',
      sample: ['900101', '900102', '900103'],
      role: 'practice_number',
      keys: '',
      periodLabel: '',
      per: '',
      reason: 'known_practice_numbers',
      confidence: 'certain',
    },
    expect.objectContaining({ sample: ['3,5', '4,5', '5,5'], role: 'value', keys: 'kol' }),
  ]);
});

test('a changed column has no reason of ours any more', () => {
  const { columns } = pageOf('ydernr;KOL pct\n900101;3,5\n900102;4,5', (mapping) => ({
    ...mapping,
    columns: mapping.columns.map((column) => ({ name: column.name, role: 'ignore' as const })),
  }));
  expect(columns.map(({ reason }) => reason)).toEqual([null, null]);
});

const doubtful = 'ydernr;KOL nævner;KOL pct\n900101;7.389;3,25\n900102;8.627;2,5';

test('a number that can be read in two ways is asked about, once, and the answer stays to be seen', () => {
  const asked = { cell: '7.389', column: 2, suggested: ',', answer: null };
  expect(pageOf(doubtful).decimal).toEqual(asked);
  const sheet = sheetFrom(doubtful);
  expect(pageOf(doubtful, (mapping) => withDecimalSign(mapping, sheet, ',')).decimal).toEqual({
    ...asked,
    answer: ',',
  });
});

test.each([
  ['17.885', { whole: '17', part: '885', asThousands: ',', asDecimals: '.' }],
  ['17,885', { whole: '17', part: '885', asThousands: '.', asDecimals: ',' }],
  ['1.234 %', { whole: '1', part: '234', asThousands: ',', asDecimals: '.' }],
])('%s can be read in two ways', (cell, readings) => {
  expect(readingsOf(cell)).toEqual(readings);
});

test('what the file does not say is asked for', () => {
  const page = pageOf('ydernr;andel\n900101;3,5\n900102;4,5');
  expect([page.asksIndicator, page.asksPeriod]).toEqual([true, true]);
  const said = pageOf('ydernr;indikator;periode;andel\n900101;KOL;2025;3,5\n900102;KOL;2025;4,5');
  expect([said.asksIndicator, said.asksPeriod]).toEqual([false, false]);
});

const silent: [string, ColumnView['role'], string, SaidBeside, ReturnType<typeof withoutIndicator>][] = [
  ['each row says it', 'value', '', 'row', 'of_row'],
  ['each row says it, and this column has its own', 'value', 'kol', 'row', 'of_row'],
  ['no column holds indicators, and this one has its own', 'numerator', 'kol', null, null],
  ['nothing says it', 'value', '', null, 'choose'],
  ['the whole file is asked about', 'value', '', 'answer', 'as_answered'],
  ['a denominator may be every numerator’s', 'denominator', '', 'answer', 'shared'],
];
test.each(silent)('a column without an indicator of its own, where %s', (_, role, keys, said, offered) => {
  expect(withoutIndicator({ role, keys }, said)).toBe(offered);
});

test('names of indicators that nobody knows are asked about first, and known ones may be changed', () => {
  const { names } = pageOf('ydernr;indikator;periode;andel\n900101;KOL;2025;3,5\n900102;Gigt;2025;4,5');
  expect(names).toEqual([
    { name: 'Gigt', line: 3, answer: null, isAnswered: false },
    { name: 'KOL', line: null, answer: 'kol', isAnswered: true },
  ]);
});

test('years that begin in an untold month are shown as the file writes them', () => {
  expect(pageOf('ydernr;KOL_p_1718\n900101;3,5\n900102;4,5').splitYear).toEqual({
    label: '1718',
    answer: null,
  });
  expect(pageOf('ydernr;periode;KOL pct\n900101;2018/19;3,5\n900102;2018/19;4,5').splitYear).toEqual({
    label: '2018/19',
    answer: null,
  });
});

test('values that may be fractions are asked about one by one', () => {
  expect(pageOf('ydernr;periode;KOL pct\n900101;2025;0,35\n900102;2025;0,45').scales).toEqual([
    { position: 2, name: 'KOL pct', cell: '0,35' },
  ]);
});

test('what can only be mended in the columns, or in the file, is told of', () => {
  const kinds = (text: string) => pageOf(text).mends.map(({ kind }) => kind);
  expect(kinds('praksis;KOL pct\nFjord;3,5\nÅ;4,5')).toEqual(['no_practice_number']);
  expect(kinds('ydernr;KOL pct\n900101;12,5\n900102;12.5')).toContain('mixed_numbers');
});
