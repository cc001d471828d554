import { expect, test } from 'vitest';
import { columnNameOf, foldName, shapeOfName } from './column-name.ts';

test.each([
  ['AF_N_1718', 'af', 'numerator', '1718'],
  ['AF_p_1819', 'af', 'value', '1819'],
  ['allAges_1718', '', 'denominator', '1718'],
  ['ages18plus_1819', 'ages18plus', null, '1819'],
  ['KOL tæller 2024', 'kol', 'numerator', '2024'],
  ['KOL_nævner_2024K1', 'kol', 'denominator', '2024k1'],
  ['Opioider (%)', 'opioider', 'value', null],
  ['Andel KOL med ICS, 1. kvartal 2025', 'kolmedics', 'value', '1. kvartal 2025'],
  ['Recepter pr. 1.000', 'recepter', 'value', null],
  ['antal', '', 'numerator', null],
  ['Antal patienter', '', 'numerator', null],
  ['Antal KOL-patienter', 'kol', 'numerator', null],
  ['Antal tilmeldte', '', 'denominator', null],
  ['tilmeldte patienter marts 2025', '', 'denominator', 'marts 2025'],
  ['2018/19', '', null, '2018/19'],
  ['2025K1', '', null, '2025k1'],
  ['værdi', '', 'value', null],
  ['DM17p_p_1719', 'dm17p1719', 'value', null],
  ['ydelse 0121', 'ydelse0121', null, null],
  ['low_med_dose_items', 'lowmeddoseitems', null, null],
  ['', '', null, null],
])('the name "%s" has the stem "%s", is a %s of "%s"', (name, stem, part, periodLabel) => {
  expect(columnNameOf(name)).toMatchObject({ stem, part, periodLabel, isChange: false });
});

test.each([
  ['ICS hos KOL-patienter 2026 (%)', 'icshoskolpatienter', 'icshoskol'],
  ['Andel patienter', 'patienter', ''],
])('"%s" is about "%s"', (name, subject, stem) => {
  expect(columnNameOf(name)).toMatchObject({ subject, stem, part: 'value' });
});

test.each(['AST_change_p', 'Ændring i procentpoint', 'forskel 2023-2024'])('"%s" is a change', (name) => {
  expect(columnNameOf(name).isChange).toBe(true);
});

test('the same column has the same shape in every year', () => {
  expect(shapeOfName('AF_N_1718')).toBe(shapeOfName('AF_N_1920'));
  expect(shapeOfName('KOL tæller 2024')).toBe(shapeOfName('KOL Tæller 2025'));
  expect(shapeOfName('AF_N_1718')).not.toBe(shapeOfName('AF_p_1718'));
  expect(shapeOfName('ydelse 0121')).not.toBe(shapeOfName('ydelse 0124'));
});

test('names are the same however they are typed', () => {
  expect(foldName('Ydernr.')).toBe(foldName('YDER_NR'));
  expect(foldName('Tæller')).toBe(foldName('taeller'));
  expect(foldName('a\u030ar')).toBe(foldName('År'));
});
