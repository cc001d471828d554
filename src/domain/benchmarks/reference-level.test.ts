import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedRange, type Figure, isOutside, pooledShare } from './overdispersion.ts';
import { referenceOf } from './reference-level.ts';
import { expectNear, figures, shuffledListsOf } from './worked-values.fixtures.ts';

const practices = (count: number, numeratorOf: (at: number) => number): Figure[] =>
  Array.from({ length: count }, (_, at) => ({ numerator: numeratorOf(at), denominator: 1000 }));

test('of 101 practices from 0 to 10 % each percentile is a practice', () => {
  const level = referenceOf(
    practices(101, (at) => at),
    100,
  );
  expect(level).toMatchObject({ n: 101, p10: 1, p25: 2.5, p50: 5, p75: 7.5, p90: 9 });
  expect(level.phi).toBeGreaterThan(1);
  expect(level.tauSquared).toBeGreaterThan(0);
});

test('practices that differ by less than chance leave no variance between them', () => {
  const level = referenceOf(
    practices(100, (at) => 99 + (at % 3)),
    1000,
  );
  expect(level).toMatchObject({ p10: 99, p50: 100, p90: 101, tauSquared: 0 });
  expect(level.phi).toBeLessThan(1);
});

test('the order of the practices changes nothing, to the last bit', () => {
  fc.assert(
    fc.property(shuffledListsOf(figures, 100), ([list, shuffled]) => {
      expect(referenceOf(shuffled, 100)).toEqual(referenceOf(list, 100));
    }),
    { numRuns: 30 },
  );
});

test('fewer than 100 figures, figures that are no shares and odd scales are refused', () => {
  const enough = practices(100, (at) => at);
  expect(() => referenceOf(enough.slice(1), 100)).toThrow(RangeError);
  for (const scale of [0, -100, Number.NaN]) expect(() => referenceOf(enough, scale)).toThrow(RangeError);
  for (const odd of [
    { numerator: -1, denominator: 10 },
    { numerator: 1, denominator: 0 },
    { numerator: 11, denominator: 10 },
  ]) {
    expect(() => referenceOf([...enough, odd], 100)).toThrow(RangeError);
  }
});

const england = englandFolder();

// Registers of 2018/19: target, 10th and 90th percentile in per cent; φ and τ² winsorised at 10 %; per cent of
// practices outside 95 % and 99.8 % by chance alone, and outside 99.8 % with τ² added. Worked out from the same files by another program.
const registers = [
  {
    file: 'respiratory',
    register: 'COPD',
    of: 'allAges',
    level: [1.938, 0.86, 3.25, 23.2, 0.000641],
    outside: [73, 59, 1.9],
  },
  {
    file: 'respiratory',
    register: 'AST',
    of: 'allAges',
    level: [6.057, 4.26, 7.65, 15.3, 0.000412],
    outside: [66, 49, 3.4],
  },
  {
    file: 'CardioVascular',
    register: 'HYP',
    of: 'allAges',
    level: [13.986, 9.4, 18.6, 52.7, 0.001492],
    outside: [81, 71, 3.8],
  },
  {
    file: 'CardioVascular',
    register: 'AF',
    of: 'allAges',
    level: [1.98, 0.73, 3.04, 24.0, 0.000663],
    outside: [72, 57, 2.4],
  },
  {
    file: 'mental',
    register: 'DEM',
    of: 'allAges',
    level: [0.786, 0.29, 1.27, 10.5, 0.000275],
    outside: [62, 42, 2.6],
  },
  {
    file: 'mental',
    register: 'DEP',
    of: 'ages18plus',
    level: [10.76, 5.8, 16.1, 67.4, 0.002408],
    outside: [84, 75, 2.8],
  },
];
const levelTolerances = [0.0005, 0.05, 0.05, 0.05, 5e-7];

describe.skipIf(!england)('The spread of English practices', () => {
  test.each(registers)(
    'in the register $register is as worked out independently',
    ({ file, register, of, ...worked }) => {
      const counted = englishFigures(join(england!, `qofGP_1819_${file}.csv`), register, of);
      const target = pooledShare(counted);
      const { n, p10, p90, phi, tauSquared } = referenceOf(counted, 100);
      expect(n).toBeGreaterThan(6700);
      [100 * target, p10, p90, phi, tauSquared].forEach((actual, at) => {
        expectNear(actual, worked.level[at]!, levelTolerances[at]!);
      });

      const outside = (between: number, confidence: number) =>
        (100 / n) *
        counted.filter(({ numerator, denominator }) =>
          isOutside(numerator / denominator, expectedRange(target, denominator, between, confidence)),
        ).length;
      expectNear(outside(0, 0.95), worked.outside[0]!, 1);
      expectNear(outside(0, 0.998), worked.outside[1]!, 1);
      expectNear(outside(tauSquared, 0.998), worked.outside[2]!, 0.1);
    },
  );
});

/**
 * The practices with 750 patients or more in both years and a patient in the register in both: the two dozen
 * with 0 did not report. `of` names the list that the register is counted in.
 */
function englishFigures(path: string, register: string, of: string): Figure[] {
  const [header, ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';'));
  const wholeNumber = (row: string[], column: string) => {
    const printed = row[header!.indexOf(column)]!;
    return /^[\d.]+$/.test(printed) ? Number(printed.replaceAll('.', '')) : null;
  };
  return rows.flatMap((row) => {
    const [listBefore, numeratorBefore, denominator, numerator] = ['1718', '1819'].flatMap((year) => [
      wholeNumber(row, `${of}_${year}`),
      wholeNumber(row, `${register}_N_${year}`),
    ]);
    if (!numeratorBefore || !numerator || Math.min(listBefore!, denominator!) < 750) return [];
    return [{ numerator, denominator: denominator! }];
  });
}

/** The folder with the English registers in any folder beside the checkout, or null where there is none. */
function englandFolder(): string | null {
  const beside = resolve(import.meta.dirname, '../../../..');
  const folders = readdirSync(beside).map((name) => join(beside, name, 'data', 'england'));
  return folders.find((folder) => existsSync(folder)) ?? null;
}
