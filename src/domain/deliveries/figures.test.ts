import { expect, test } from 'vitest';
import { figuresIn } from './figures.ts';
import { type Mapping, withDecimalSign } from './mapping.ts';
import { proposeMapping } from './proposal.ts';
import { INDICATORS, KNOWN, sheetFrom } from './sheet.fixtures.ts';

const read = (text: string, change: (mapping: Mapping) => Mapping = (mapping) => mapping) => {
  const sheet = sheetFrom(text);
  const { mapping } = proposeMapping(sheet, KNOWN);
  return figuresIn(sheet, change(withDecimalSign(mapping, sheet, ',')), INDICATORS);
};
const HEADER = 'ydernr;indikator;periode;tæller;nævner;andel';
const long = (...rows: string[]) => read([HEADER, ...rows].join('\n'));
const q1 = { from: '2025-01-01', until: '2025-03-31' };

test('a row becomes a figure of its practice, indicator and period', () => {
  expect(long('900101;KOL;2025K1;12;400;3,0', '900102;Atrieflimren;1. kvartal 2025;8;1.500;0,53')).toEqual({
    figures: [
      {
        line: 2,
        practiceNumber: '900101',
        indicatorKey: 'kol',
        period: q1,
        numerator: 12,
        denominator: 400,
        value: 3,
        missing: null,
      },
      expect.objectContaining({
        line: 3,
        indicatorKey: 'af',
        period: q1,
        denominator: 1500,
        value: (100 * 8) / 1500,
      }),
    ],
    objections: expect.objectContaining({ listed: [] }),
  });
});

test.each([
  ['too few to tell', '<5;400;', { numerator: null, denominator: 400, value: null, missing: 'suppressed' }],
  ['too few to tell, with a value all the same', '<5;400;1,0', { numerator: null, value: 1, missing: null }],
  ['not known', ':;:;:', { numerator: null, denominator: null, value: null, missing: 'not_available' }],
  ['not counted that year', 'z;400;z', { denominator: 400, value: null, missing: 'not_applicable' }],
  ['left blank', ';;', { numerator: null, denominator: null, value: null, missing: 'empty' }],
  ['none of none', '0;0;', { value: null, missing: 'empty' }],
  ['none of nobody knows how many', '0;:;', { numerator: 0, value: null, missing: 'not_available' }],
  ['a value alone', ';;2,5', { numerator: null, denominator: null, value: 2.5, missing: null }],
  ['nought', '0;400;0', { numerator: 0, denominator: 400, value: 0, missing: null }],
])('a figure that is %s', (_, cells, figure) => {
  const { figures, objections } = long(`900101;KOL;2025K1;${cells}`, '900102;KOL;2025K1;12;400;3,0');
  expect(figures[0]).toMatchObject(figure);
  expect((figures[0]?.value === null) === (figures[0]?.missing !== null)).toBe(true);
  expect(objections.listed).toEqual([]);
});

test.each([
  ['a name instead of a practice number', 'I alt;KOL;2025K1;12;400;3,0', 'not_a_practice_number', 1],
  ['more cells than columns', '900101;KOL;2025K1;12;400;3;0', 'cells_beyond_header', 7],
  ['no indicator', '900101;;2025K1;12;400;3,0', 'no_indicator', null],
  ['a period that does not exist', '900101;KOL;2025K5;12;400;3,0', 'unreadable_period', null],
  ['a word for a number', '900101;KOL;2025K1;mange;400;3,0', 'unreadable_number', 4],
  ['a negative count', '900101;KOL;2025K1;-12;400;', 'negative_number', 4],
  ['more counted than there are', '900101;KOL;2025K1;500;400;', 'numerator_above_denominator', 4],
  ['counts of nobody', '900101;Opioider;2025K1;5;0;', 'denominator_zero', 5],
  ['more than the whole', '900101;KOL;2025K1;;;103,68', 'above_whole', 6],
  ['a per cent that is not the ratio', '900101;KOL;2025K1;12;400;3,2', 'value_contradicts', 6],
])('%s is objected to and becomes no figure', (_, row, kind, column) => {
  const { figures, objections } = long(row, '900102;KOL;2025K1;12;400;3,0', '900103;AF;2025K1;12;400;3,0');
  expect(figures.map(({ line }) => line)).toEqual([3, 4]);
  expect(objections.listed).toEqual([{ kind, line: 2, column, otherLine: null }]);
  expect(objections.counts).toMatchObject({ [kind]: 1 });
});

test.each([['118;7389;1,6'], ['118;7389;1,597'], ['1;8;12,5'], ['1;8;12'], ['1;8;13']])(
  'a printed per cent may be rounded: %s',
  (cells) => {
    expect(long(`900101;KOL;2025K1;${cells}`, '900102;KOL;2025K1;12;400;3,0').figures).toHaveLength(2);
  },
);

test('a rate may count more than once per patient, and is given per thousand', () => {
  const { figures, objections } = long('900101;Opioider;2025K1;500;400;1250', '900102;KOL;2025K1;12;400;3,0');
  expect(figures[0]).toMatchObject({ value: 1250 });
  expect(objections.listed).toEqual([]);
});

test('values are turned into the unit of the indicator', () => {
  const text = 'ydernr;periode;Opioider\n900101;2025;31,5 %\n900102;2025;2 %';
  expect(read(text).figures.map(({ value }) => value)).toEqual([315, 20]);
  const asFraction = (mapping: Mapping): Mapping => ({
    ...mapping,
    columns: mapping.columns.map((column) => (column.role === 'value' ? { ...column, per: 1 } : column)),
  });
  const fractions = 'ydernr;periode;KOL\n900101;2025;0,25\n900102;2025;0,5';
  expect(read(fractions, asFraction).figures.map(({ value }) => value)).toEqual([25, 50]);
});

test('an ambiguous column without an answer gives no figure', () => {
  const sheet = sheetFrom('ydernr;periode;KOL\n900101;2025;1.250\n900102;2025;3.500');
  const { figures, objections } = figuresIn(sheet, proposeMapping(sheet, KNOWN).mapping, INDICATORS);
  expect(figures).toEqual([]);
  expect(objections.counts.unreadable_number).toBe(2);
});

test('a column in which both conventions occur gives no figure', () => {
  const { figures, objections } = long('900101;KOL;2025K1;12;400;3,0', '900102;KOL;2025K1;12;400;3.0');
  expect(figures).toEqual([]);
  expect(objections.counts.unreadable_number).toBe(2);
});

test('the same figure twice with different numbers leaves both out and names both lines', () => {
  const { figures, objections } = long(
    '900101;KOL;2025K1;12;400;3,0',
    '900102;KOL;2025K1;8;400;2,0',
    '900101;COPD;1. kvartal 2025;20;400;5,0',
  );
  expect(figures.map(({ line }) => line)).toEqual([3]);
  expect(objections.listed).toEqual([{ kind: 'twice', line: 4, column: null, otherLine: 2 }]);
});

test('the same figure twice with the same numbers counts once', () => {
  const { figures, objections } = long('900101;KOL;2025K1;12;400;3,0', '900101;KOL;2025K1;12;400;3,0');
  expect(figures.map(({ line }) => line)).toEqual([2]);
  expect(objections.counts.twice).toBe(1);
});

test('nothing but noughts in a period is a register that was never filled', () => {
  const rows = [
    '900101;KOL;2025K1;0;400;0',
    '900101;AF;2025K1;0;500;0',
    '900101;KOL;2025K2;3;400;0,75',
    '900101;AF;2025K2;0;500;0',
    '900102;KOL;2025K1;0;400;0',
    '900102;AF;2025K1;:;:;:',
  ];
  const { figures, objections } = long(...rows);
  const seen = figures.map(({ line, numerator, denominator, missing }) => [
    line,
    numerator,
    denominator,
    missing,
  ]);
  expect(seen).toEqual([
    [2, null, 400, 'not_available'],
    [3, null, 500, 'not_available'],
    [4, 3, 400, null],
    [5, 0, 500, null],
    [6, 0, 400, null],
    [7, null, null, 'not_available'],
  ]);
  expect(objections.listed).toEqual([{ kind: 'all_zero', line: 2, column: null, otherLine: null }]);
  const real = read([HEADER, ...rows].join('\n'), (mapping) => ({ ...mapping, areZerosReal: true }));
  expect(real.figures[0]).toMatchObject({ numerator: 0, value: 0, missing: null });
  expect(real.objections.listed).toEqual([]);
});

test('a wide row becomes a figure per indicator and period, with the list size that they share', () => {
  const { figures } = read(
    'practiceCode;allAges_1718;allAges_1819;AF_N_1718;AF_p_1718;AF_N_1819;KOL_N_1819\n' +
      'E83027;7.389;7.794;118;1,6;135;75\nE83044;:;9.121;:;:;70;164',
    (mapping) => ({ ...mapping, splitYearFrom: 4 }),
  );
  expect(figures).toHaveLength(6);
  expect(figures[1]).toMatchObject({
    practiceNumber: 'E83027',
    indicatorKey: 'af',
    period: { from: '2018-04-01', until: '2019-03-31' },
    numerator: 135,
    denominator: 7794,
  });
  expect(figures[3]).toMatchObject({
    line: 3,
    indicatorKey: 'af',
    numerator: null,
    missing: 'not_available',
  });
});

test('an indicator with a denominator of its own does not take the shared one', () => {
  const { figures } = read(
    'ydernr;periode;Tilmeldte;KOL nævner;KOL tæller;AF tæller\n900101;2025;1650;400;12;31',
  );
  expect(figures.map(({ indicatorKey, denominator }) => [indicatorKey, denominator])).toEqual([
    ['kol', 400],
    ['af', 1650],
  ]);
});

test('practice numbers get their noughts back, and codes their capitals', () => {
  const { figures } = read('ydernr;periode;KOL\n12345;2025;3\n012.346;2025;4\n900103;2025;5\ne83027;2025;6');
  expect(figures.map(({ practiceNumber }) => practiceNumber)).toEqual([
    '012345',
    '012346',
    '900103',
    'E83027',
  ]);
});

test('rows named as left out, and notes below the table, are passed over in silence', () => {
  const text = [
    HEADER,
    '900101;KOL;2025K1;12;400;3,0',
    '900101;Gigt;2025K1;1;400;',
    '',
    'Kilde: Region Fjord;;;;;',
  ];
  const { figures, objections } = read(text.join('\n'), (mapping) => ({
    ...mapping,
    indicatorNames: [...mapping.indicatorNames, { name: 'Gigt', indicatorKey: null }],
  }));
  expect(figures).toHaveLength(1);
  expect(objections.listed).toEqual([]);
});

test('every objection is counted, a hundred are listed, and no kind hides another', () => {
  const rows = Array.from({ length: 300 }, (_, i) => `${900_101 + i};KOL;2025K1;500;400;`);
  const { objections } = long(...rows, '900999;KOL;2025K1;-1;400;', '900998;KOL;2025K1;12;400;3,0');
  expect(objections.counts).toMatchObject({ numerator_above_denominator: 300, negative_number: 1 });
  expect(objections.listed.length).toBeLessThanOrEqual(100);
  expect(objections.listed.at(-1)).toMatchObject({ kind: 'negative_number', line: 302 });
});
