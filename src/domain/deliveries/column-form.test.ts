import { expect, test } from 'vitest';
import { columnFormIn } from './column-form.ts';
import type { Mapping } from './mapping.ts';
import { proposeMapping } from './proposal.ts';
import { KNOWN, sheetFrom } from './sheet.fixtures.ts';

const sheet = sheetFrom(
  'ydernr;indikator;periode;tæller;nævner;andel\n900101;KOL;2025;12;17.885;3,0\n900102;Gigt;2025;8;16.500;1,6',
);
const before: Mapping = proposeMapping(sheet, KNOWN).mapping;

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return columnFormIn(form, before, sheet);
}

test('a form that says nothing changes nothing', () => {
  expect(read({})).toEqual({ mapping: before, unreadPeriod: null });
});

test.each<[string, Record<string, string>, number, object]>([
  ['a column of figures is left out', { 'role-5': 'ignore' }, 5, { name: 'andel', role: 'ignore' }],
  [
    'a column becomes a figure',
    { 'role-1': 'value', 'of-1': 'kol' },
    1,
    { role: 'value', indicatorKeys: ['kol'] },
  ],
  [
    'a denominator of two indicators',
    { 'of-4': 'kol af' },
    4,
    { role: 'denominator', indicatorKeys: ['kol', 'af'] },
  ],
  ['a period in the name of a column', { 'period-3': '2024' }, 3, { periodLabel: '2024' }],
  ['a period taken back', { 'period-3': ' ' }, 3, { periodLabel: null }],
  ['what values are given of', { 'per-5': '1' }, 5, { per: 1 }],
  ['a role that nobody knows', { 'role-5': 'hello' }, 5, { role: 'value' }],
])('%s', (_, fields, position, expected) => {
  expect(read(fields).mapping.columns[position]).toMatchObject(expected);
});

test('the answer about a decimal sign reaches the columns that were in doubt, and no other', () => {
  const { columns } = read({ decimal: ',' }).mapping;
  expect(columns.map((column) => ('decimal' in column ? column.decimal : undefined))).toEqual([
    undefined,
    undefined,
    undefined,
    null,
    ',',
    null,
  ]);
});

test('names of indicators are answered one by one, and what was answered before stays', () => {
  const { indicatorNames } = read({
    'name-0': 'Gigt',
    'named-0': 'af',
    'name-1': 'Hoste',
    'named-1': '-',
    'name-2': 'Feber',
    'named-2': '',
  }).mapping;
  expect(indicatorNames).toEqual([
    { name: 'KOL', indicatorKey: 'kol' },
    { name: 'Gigt', indicatorKey: 'af' },
    { name: 'Hoste', indicatorKey: null },
  ]);
});

test('indicator, period and the start of split years may be given for the whole file', () => {
  expect(read({ indicator: 'kol', period: '1. kvartal 2025', 'split-year': '7' }).mapping).toMatchObject({
    fixedIndicatorKey: 'kol',
    fixedPeriod: { from: '2025-01-01', until: '2025-03-31' },
    splitYearFrom: 7,
  });
});

test('a period that cannot be read comes back as it was typed', () => {
  expect(read({ period: 'sidste år' })).toMatchObject({
    unreadPeriod: 'sidste år',
    mapping: { fixedPeriod: null },
  });
});
