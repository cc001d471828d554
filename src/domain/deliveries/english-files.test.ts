import { describe, expect, test } from 'vitest';
import { cprHits } from './cpr.ts';
import {
  answeredMapping,
  englishSheet,
  HAS_ENGLISH_FILES,
  REGISTER_MEASURES,
  REGISTERS,
} from './england.fixtures.ts';
import type { Figure } from './figure.ts';
import { type FiguresRead, figuresIn } from './figures.ts';
import { isMeasure } from './mapping.ts';
import { problemsOf } from './problems.ts';
import { proposeMapping } from './proposal.ts';

const FILES = {
  respiratory: 'qofGP_1819_respiratory.csv',
  cardiovascular: 'qofGP_1819_CardioVascular.csv',
  mental: 'qofGP_1819_mental.csv',
};
type Theme = keyof typeof FILES;

const readings = new Map<Theme, FiguresRead>();
function reading(theme: Theme): FiguresRead {
  const before = readings.get(theme);
  if (before) return before;
  const { sheet } = englishSheet(FILES[theme]);
  const read = figuresIn(sheet, answeredMapping(sheet), REGISTER_MEASURES);
  readings.set(theme, read);
  return read;
}
const figuresOf = (theme: Theme, key: string, year: '1718' | '1819') => {
  const from = year === '1718' ? '2017-04-01' : '2018-04-01';
  return reading(theme).figures.filter((f) => f.indicatorKey === key && f.period.from === from);
};
const sum = (figures: Figure[], part: 'numerator' | 'denominator') =>
  figures.reduce((total, figure) => total + (figure[part] ?? 0), 0);
const missing = (figures: Figure[]) => figures.filter((figure) => figure.missing !== null);

describe.skipIf(!HAS_ENGLISH_FILES)('the QOF files of 2018-19', () => {
  test.each(Object.values(FILES))('%s holds no CPR number and asks only what nobody can know', (file) => {
    const { lines, sheet } = englishSheet(file);
    expect(cprHits(lines, '2026-11-22')).toEqual([]);
    const proposal = proposeMapping(sheet, REGISTERS);
    const problems = problemsOf(proposal.mapping, sheet, REGISTER_MEASURES);
    expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(['split_year', 'ambiguous_number']));
    expect(problemsOf(answeredMapping(sheet), sheet, REGISTER_MEASURES)).toEqual([]);
  });

  test('list sizes with a point are asked about, though most of the file tells how it writes', () => {
    const { sheet } = englishSheet(FILES.respiratory);
    const { mapping, columns } = proposeMapping(sheet, REGISTERS);
    const asked = problemsOf(mapping, sheet, REGISTER_MEASURES)
      .filter(({ kind }) => kind === 'ambiguous_number')
      .map(({ column }) => sheet.header[column! - 1]);
    expect(asked).toEqual([
      'allAges_1718',
      'allAges_1819',
      'AST_N_1718',
      'AST_N_1819',
      'COPD_N_1718',
      'COPD_N_1819',
    ]);
    expect(columns[sheet.header.indexOf('allAges_1718')]?.suggestedDecimal).toBe(',');
  });

  // SOURCES.md counts the list sizes of practices with nothing but noughts, whose figures are missing here.
  test.each([
    ['copd', 'respiratory', 1_079_976, 56_743_587, 1_144_151, 59_386_096, 1.9033, 1.9266],
    ['ast', 'respiratory', 3_366_945, 56_743_587, 3_591_392, 59_386_096, 5.9336, 6.0475],
    ['hyp', 'cardiovascular', 7_908_696, 56_743_587, 8_290_457, 59_386_096, 13.9376, 13.9603],
    ['af', 'cardiovascular', 1_081_885, 56_743_587, 1_174_959, 59_386_096, 1.9066, 1.9785],
    ['dep', 'mental', 4_465_060, 45_137_473, 5_077_090, 47_264_560, 9.8921, 10.7419],
  ] as const)('the national figures of %s come out to the printed digits', (key, theme, ...printed) => {
    const [before, after] = [figuresOf(theme, key, '1718'), figuresOf(theme, key, '1819')];
    const counts = [before, after].flatMap((f) => [sum(f, 'numerator'), sum(f, 'denominator')]);
    const perCent = [before, after].map((f) =>
      Number(((100 * sum(f, 'numerator')) / sum(f, 'denominator')).toFixed(4)),
    );
    expect([...counts, ...perCent]).toEqual(printed);
  });

  test('69 practices have nothing of the first year, by a colon in some files and a blank in one', () => {
    const reasons = (theme: Theme, key: string) =>
      missing(figuresOf(theme, key, '1718')).map((f) => f.missing);
    expect(reasons('respiratory', 'copd')).toEqual(Array(69).fill('not_available'));
    expect(reasons('mental', 'dep')).toEqual(Array(69).fill('not_available'));
    expect(reasons('cardiovascular', 'hyp').filter((reason) => reason === 'empty')).toHaveLength(69);
  });

  test('a register that was not counted the first year is missing everywhere, with its list sizes', () => {
    const learning = figuresOf('mental', 'ld', '1718');
    expect(learning).toHaveLength(6_873);
    expect(learning.every((f) => f.missing === 'not_applicable' && f.numerator === null)).toBe(true);
    expect(sum(learning, 'denominator')).toBe(56_743_587);
  });

  test.each([
    ['respiratory', 'copd', 20, 0],
    ['cardiovascular', 'hyp', 19, 1],
    ['mental', 'dep', 19, 0],
  ] as const)(
    'in %s practices with nothing but noughts in a year are missing',
    (theme, key, second, first) => {
      expect(reading(theme).objections.counts.all_zero).toBe(first + second);
      expect(missing(figuresOf(theme, key, '1819'))).toHaveLength(second);
      expect(missing(figuresOf(theme, key, '1718'))).toHaveLength(69 + first);
      expect(figuresOf(theme, key, '1819').some((f) => f.numerator === 0 && f.missing === null)).toBe(
        key === 'copd',
      );
    },
  );

  test('every printed per cent is the ratio, to half of its last digit', () => {
    for (const theme of ['respiratory', 'cardiovascular', 'mental'] as const) {
      expect(reading(theme).objections.counts.value_contradicts).toBe(0);
    }
  });

  test('of two list sizes each register is reckoned from its own', () => {
    const { sheet } = englishSheet(FILES.mental);
    const columns = answeredMapping(sheet).columns.filter((column) => column.role === 'denominator');
    expect(columns.map((column) => [column.name, isMeasure(column) && column.indicatorKeys])).toEqual([
      ['allAges_1718', []],
      ['ages18plus_1718', ['dep', 'ep18p']],
      ['allAges_1819', []],
      ['ages18plus_1819', ['dep', 'ep18p']],
    ]);
  });

  test('one practice has more patients in a register than on its list, and is objected to', () => {
    const { counts, listed } = reading('mental').objections;
    expect(counts.numerator_above_denominator).toBe(1);
    expect(listed).toContainEqual(expect.objectContaining({ kind: 'numerator_above_denominator' }));
  });

  test('counts of one to four are kept as they are: suppression is for those who show them', () => {
    const small = figuresOf('respiratory', 'copd', '1718').filter(
      (f) => f.numerator! >= 1 && f.numerator! <= 4,
    );
    expect(small).toHaveLength(15);
  });

  test('a printed per cent that is not the ratio is found', () => {
    const { sheet } = englishSheet(FILES.respiratory, (text) => text.replace('210;2,84;', '210;2,86;'));
    const { objections } = figuresIn(sheet, answeredMapping(sheet), REGISTER_MEASURES);
    expect(objections.listed).toContainEqual({
      kind: 'value_contradicts',
      line: 2,
      column: sheet.header.indexOf('AST_p_1718') + 1,
      otherLine: null,
    });
  });

  test('a name that was destroyed by dragging it is asked about', () => {
    const { sheet } = englishSheet(FILES.respiratory, (text) => text.replace('AST_p_1819', 'AST_p_1719'));
    expect(problemsOf(answeredMapping(sheet), sheet, REGISTER_MEASURES)).toEqual([
      expect.objectContaining({ kind: 'unreadable_period', column: sheet.header.indexOf('AST_p_1719') + 1 }),
    ]);
  });

  test('a register may be called differently in the two years', () => {
    const { sheet } = englishSheet(FILES.respiratory, (text) =>
      text.replaceAll(/COPD_(.)_1718/g, 'COPD17_$1_1718'),
    );
    const indicators = REGISTERS.indicators.map((i) =>
      i.key === 'copd' ? { ...i, names: ['COPD', 'COPD17'] } : i,
    );
    const { mapping } = proposeMapping(sheet, { ...REGISTERS, indicators });
    const columns = mapping.columns.filter((c) => isMeasure(c) && c.indicatorKeys.includes('copd'));
    expect(columns.map(({ name }) => name)).toEqual([
      'COPD17_N_1718',
      'COPD17_p_1718',
      'COPD_N_1819',
      'COPD_p_1819',
    ]);
  });
});

describe.skipIf(!HAS_ENGLISH_FILES)('the other English files', () => {
  test('of the statins the numbers tell which counts the fraction is made of', () => {
    const { sheet } = englishSheet('statins_low_medium_dose_2018.csv');
    const { mapping } = proposeMapping(sheet, REGISTERS);
    const roleOf = (name: string) => mapping.columns.find((column) => column.name === name)?.role;
    expect(['practice', 'year', 'items', 'low_med_dose_items', 'proportion_lm_dose'].map(roleOf)).toEqual([
      'practice_number',
      'period',
      'denominator',
      'numerator',
      'value',
    ]);
    const statins = [{ key: 'statins', scale: 100, isProportion: true }];
    expect(problemsOf(mapping, sheet, statins).map(({ kind }) => kind)).toEqual(['no_indicator']);
    const { figures, objections } = figuresIn(sheet, { ...mapping, fixedIndicatorKey: 'statins' }, statins);
    expect(figures.length + objections.counts.denominator_zero).toBe(8_302);
    expect(objections.listed).toEqual([]);
    expect(figures[0]).toMatchObject({ practiceNumber: 'A81001', numerator: 2266, denominator: 5261 });
  });

  test('a table with a practice per column is told as such, and its seconds are months and no CPR numbers', () => {
    const { lines, sheet } = englishSheet('opioids_high_dose_per_1000_monthly.csv');
    expect(cprHits(lines, '2026-11-22')).toEqual([]);
    const { mapping } = proposeMapping(sheet, REGISTERS);
    expect(mapping.columns[0]).toEqual({ name: 'month', role: 'period' });
    expect(problemsOf(mapping, sheet, []).map(({ kind }) => kind)).toContain('practices_in_columns');
  });

  test('a table of structures has no figures', () => {
    const { sheet } = englishSheet('structures_2019_2020.csv');
    const { mapping } = proposeMapping(sheet, REGISTERS);
    expect(problemsOf(mapping, sheet, []).map(({ kind }) => kind)).toEqual(['no_measure']);
  });
});
