import { expect, test } from 'vitest';
import { type Mapping, withDecimalSign } from './mapping.ts';
import { proposeMapping, shapeOfSheet } from './proposal.ts';
import { KNOWN, rolesFor, sheetFrom } from './sheet.fixtures.ts';

const proposed = (text: string, remembered?: Mapping) => proposeMapping(sheetFrom(text), KNOWN, remembered);

test.each([
  [
    'a row per practice, indicator and period',
    'ydernr;indikator;periode;tæller;nævner;andel\n900101;KOL;2025K1;12;400;3,0\n900102;AF;2025K1;8;500;1,6',
    ['practice_number', 'indicator', 'period', 'numerator', 'denominator', 'value'],
  ],
  [
    'the same in English',
    'PRACTICE_CODE,measure,year,numerator,denominator,rate\nE83027,COPD,2024,12,400,3.0\nE83044,AF,2024,8,500,1.6'.replaceAll(
      ',',
      ';',
    ),
    ['practice_number', 'indicator', 'period', 'numerator', 'denominator', 'value'],
  ],
  [
    'a period between two dates',
    'Yder nr.;Indikator;Periode fra;Periode til;Antal;Population\n900101;KOL;01-01-2025;31-03-2025;12;400',
    ['practice_number', 'indicator', 'period_from', 'period_until', 'numerator', 'denominator'],
  ],
  [
    'a quarter beside its year',
    'ydernummer;år;kvartal;indikator;værdi\n900101;2025;1;KOL;3,1\n900102;2025;2;KOL;2,9',
    ['practice_number', 'period', 'quarter', 'indicator', 'value'],
  ],
  [
    'a whole quarter in one column',
    'ydernummer;kvartal;indikator;værdi\n900101;1. kvartal 2025;KOL;3,1\n900102;2. kvartal 2025;KOL;2,9',
    ['practice_number', 'period', 'indicator', 'value'],
  ],
  [
    'a period without a name, beside the day when the figures were drawn',
    'ydernr;udtræksdato;tid;KOL\n900101;2025-11-01;2025-02;3,1\n900102;2025-11-01;2025-03;2,9',
    ['practice_number', 'ignore', 'period', 'value kol'],
  ],
  [
    'a column per indicator',
    'ydernr;praksis;KOL;AF (%)\n900101;Fjordklinikken;12,5;3,1\n900102;Åklinikken;11,0;2,4',
    ['practice_number', 'ignore', 'value kol', 'value af'],
  ],
  [
    'columns per indicator and part',
    'ydernr;KOL tæller;KOL nævner;Opioider antal;Tilmeldte\n900101;12;400;31;1650\n900102;9;380;28;1720',
    ['practice_number', 'numerator kol', 'denominator kol', 'numerator opioid', 'denominator'],
  ],
  [
    'an indicator without a word for its part, beside its per cent',
    'ydernr;KOL;KOL pct\n900101;12;3,0\n900102;9;2,4',
    ['practice_number', 'numerator kol', 'value kol'],
  ],
  [
    'a column per period',
    'ydernr;indikator;2023;2024\n900101;KOL;3,1;2,9\n900102;KOL;4,1;3,8',
    ['practice_number', 'indicator', 'value  2023', 'value  2024'],
  ],
  [
    'pairs per indicator and year, with a list size that they share',
    'practiceCode;allAges_1718;allAges_1819;AF_N_1718;AF_p_1718;AF_N_1819;AF_p_1819;AF_change_p\n' +
      'E83027;7.389;7.794;118;1,6;135;1,73;0,14\nE83044;8.627;9.121;73;0,85;70;0,77;-0,08',
    [
      'practice_number',
      'denominator  1718',
      'denominator  1819',
      'numerator af 1718',
      'value af 1718',
      'numerator af 1819',
      'value af 1819',
      'ignore',
    ],
  ],
  [
    'the name of an indicator that differs between the years',
    'practiceCode;allAges_1718;allAges_1819;AF17p_N_1718;AF_N_1819\nE83027;7389;7794;118;135',
    ['practice_number', 'denominator  1718', 'denominator  1819', 'numerator af 1718', 'numerator af 1819'],
  ],
  [
    'an indicator that nobody knows',
    'ydernr;KOL tæller;KOL nævner;Gigt tæller\n900101;12;400;7\n900102;9;380;3',
    ['practice_number', 'numerator kol', 'denominator kol', 'ignore'],
  ],
  [
    'one figure per row, told by its numbers alone',
    ';practice;year;items;low_dose_items;proportion_low\n0;A81001;2018;5261;2266;0.4307\n1;A81002;2018;30575;12199;0.3990\n2;A81004;2018;13974;5234;0.3746',
    ['ignore', 'practice_number', 'period', 'denominator', 'numerator', 'value'],
  ],
  [
    'two counts, one of which is never the smaller',
    'ydernr;Antal;Antal patienter\n900101;12;400\n900102;9;380',
    ['practice_number', 'numerator', 'denominator'],
  ],
])('%s is understood', (_, text, roles) => {
  expect(rolesFor(text)).toEqual(roles);
});

test('an indicator with patients in its name is known beside a word for the part', () => {
  const known = { ...KNOWN, indicators: [{ key: 'kol1', names: ['ICS hos KOL-patienter'] }] };
  const sheet = sheetFrom('ydernr;ICS hos KOL-patienter 2026 (%)\n900101;52,5\n900102;61,0');
  expect(proposeMapping(sheet, known).mapping.columns[1]).toMatchObject({
    role: 'value',
    indicatorKeys: ['kol1'],
    periodLabel: '2026',
  });
});

test('practice numbers are known again though a spreadsheet took their leading noughts', () => {
  const known = { ...KNOWN, practiceNumbers: new Set(['012345', '054321']) };
  const sheet = sheetFrom('kode;nr;KOL\n7;12345;3,0\n8;54321;4,0');
  const { mapping, columns } = proposeMapping(sheet, known);
  expect(mapping.columns[1]).toEqual({ name: 'nr', role: 'practice_number' });
  expect(columns[1]).toMatchObject({ confidence: 'certain', reason: 'known_practice_numbers' });
});

test('of two list sizes each indicator gets the one that its printed per cent is reckoned from', () => {
  const text =
    'practiceCode;allAges_2024;ages18plus_2024;AF_N_2024;AF_p_2024;KOL_N_2024;KOL_p_2024\n' +
    'E83027;7389;6092;118;1,6;479;7,86\nE83044;8627;6779;73;0,85;413;6,09\nE83600;5606;4400;50;0,89;300;6,82';
  expect(rolesFor(text).slice(1, 3)).toEqual(['denominator  2024', 'denominator kol 2024']);
});

test('a fraction is told from a per cent by the counts beside it', () => {
  const text = (value: string) =>
    `ydernr;tæller;nævner;andel\n900101;12;400;${value}\n900102;9;450;0,02\n900103;20;500;0,04`;
  const perOf = (value: string) => proposed(text(value)).mapping.columns[3];
  expect(perOf('0,03')).toMatchObject({ role: 'value', per: 1 });
  expect(
    proposed('ydernr;tæller;nævner;andel\n900101;12;400;3\n900102;9;450;2\n900103;20;500;4').mapping
      .columns[3],
  ).toMatchObject({ per: 100 });
});

test('each column says how sure the proposal is and why', () => {
  const { columns } = proposed(
    'ydernr;indikator;periode;praksis;KOL;Gigt;tom\n900101;KOL;2025;Fjord;3;4;\n900102;KOL;2025;Å;2;1;',
  );
  expect(columns.map(({ confidence, reason }) => `${confidence} ${reason}`)).toEqual([
    'certain known_practice_numbers',
    'certain known_indicators',
    'certain header_word',
    'likely text',
    'guess header_names_indicator',
    'guess unknown_measure',
    'likely empty',
  ]);
});

test('an ambiguous column stays open, with what the rest of the file suggests', () => {
  const { mapping, columns } = proposed('ydernr;KOL nævner;KOL pct\n900101;7.389;3,25\n900102;8.627;2,5');
  expect(mapping.columns[1]).toMatchObject({ role: 'denominator', decimal: null });
  expect(columns[1]?.suggestedDecimal).toBe(',');
  expect(columns[2]?.suggestedDecimal).toBeNull();
});

test('a name that a spreadsheet damaged while it was dragged is pointed out, not guessed at', () => {
  const { mapping, columns } = proposed(
    'practiceCode;AF_N_1718;AF_p_1718;AF_N_1819;AF_p_1719\nE83027;118;1,6;135;1,73\nE83044;73;0,85;70;0,77',
  );
  expect(mapping.columns[4]).toMatchObject({ role: 'value', indicatorKeys: ['af'], periodLabel: '1719' });
  expect(columns[4]).toMatchObject({ confidence: 'guess', reason: 'damaged_name' });
});

const lastYear =
  'ydernr;liste_2023;Ryg_N_2023;Ryg_p_2023\n900101;7.389;118;1,60\n900102;8.627;73;0,85\n900103;5.000;50;1,00';
const thisYear = lastYear.replaceAll('2023', '2024');
const registerOfSmokers = (name: string, role: 'numerator' | 'value') => ({
  name,
  role,
  indicatorKeys: ['kol'],
  periodLabel: '2023',
  decimal: null,
  per: null,
});
function confirmed(): Mapping {
  const sheet = sheetFrom(lastYear);
  const { mapping } = proposeMapping(sheet, KNOWN);
  const registers = [registerOfSmokers('Ryg_N_2023', 'numerator'), registerOfSmokers('Ryg_p_2023', 'value')];
  const columns = [...mapping.columns.slice(0, 2), ...registers];
  const fixedPeriod = { from: '2023-01-01', until: '2023-12-31' };
  return withDecimalSign({ ...mapping, columns, fixedPeriod }, sheet, ',');
}

test('what was confirmed of a source is understood in its next file, with the periods of that file', () => {
  expect(rolesFor(thisYear, confirmed())).toEqual([
    'practice_number',
    'denominator  2024',
    'numerator kol 2024',
    'value kol 2024',
  ]);
  const { mapping, columns } = proposed(thisYear, confirmed());
  expect(mapping.columns[1]).toMatchObject({ decimal: ',' });
  expect(mapping.fixedPeriod).toBeNull();
  expect(columns.every(({ reason }) => reason === 'remembered')).toBe(true);
});

test('a remembered answer about decimals falls when the file has changed its way of writing', () => {
  const english = 'ydernr;liste_2024;Ryg_N_2024;Ryg_p_2024\n900101;7.389;118;1.60\n900102;8.627;73;0.85';
  expect(proposed(english, confirmed()).mapping.columns[1]).toMatchObject({ decimal: null });
});

test('remembered names of indicators are answered again, and one left out stays out', () => {
  const text = 'ydernr;indikator;værdi\n900101;KOL;1\n900101;Lungesyge;2\n900101;Gigt;3\n900101;Nyt;4';
  const { mapping } = proposed(text);
  expect(mapping.indicatorNames).toEqual([{ name: 'KOL', indicatorKey: 'kol' }]);
  const answered = [
    { name: 'Lungesyge', indicatorKey: 'kol' },
    { name: 'Gigt', indicatorKey: null },
  ];
  const again = proposed(text, { ...mapping, indicatorNames: answered });
  expect(again.mapping.indicatorNames).toEqual([{ name: 'KOL', indicatorKey: 'kol' }, ...answered]);
});

test('two files of one series have the same shape, two different ones have not', () => {
  expect(shapeOfSheet(sheetFrom(lastYear))).toBe(shapeOfSheet(sheetFrom(thisYear)));
  expect(shapeOfSheet(sheetFrom(lastYear))).not.toBe(
    shapeOfSheet(sheetFrom(lastYear.replace('liste', 'alle'))),
  );
});
