import fc from 'fast-check';
import type { Mine, Strip } from './strip.ts';
import type { StripChart } from './strip-chart.ts';

const EMPTY: Strip = { dots: null, median: null, quartiles: null, bands: null, mine: null };

/** A chart that states only what matters; values are per cent on an axis from 0 to 50. */
export function aStripChart(parts: Partial<StripChart> = {}): StripChart {
  const axis = { min: 0, max: 50, unit: '%' };
  return { ...EMPTY, locale: 'da', axis, description: 'Fordeling i klyngen', ...parts };
}

const spread = [8, 11, 12.5, 12.5, 14, 15, 15.5, 16, 17, 17, 17.5, 18, 20, 20, 22, 24.5, 27, 36];
/** Invented: 70 places, dense in the middle, by a fixed rule. */
const many = Array.from({ length: 70 }, (_, i) => Math.round(18 + 9 * Math.tan((i - 34.5) / 30)) / 1);

const national = {
  p10: 9,
  p25: 14,
  p75: 23,
  p90: 30,
  label: '8 af 10 praksisser i landet',
  innerLabel: 'halvdelen',
};
const mine = { value: 17.3, lower: 12, upper: 26.6, label: 'Din praksis 17\u00a0%' };
const median = { value: 17, label: 'Median 17\u00a0%' };

/** Charts on which labels and marks are most likely to meet, by name. */
export const AWKWARD: Record<string, StripChart> = {
  usual: aStripChart({ dots: spread, median, quartiles: [14, 20], bands: national, mine }),
  'bands without words for the inner one': aStripChart({
    dots: spread,
    median,
    bands: { ...national, label: 'Hele landet', innerLabel: null },
    mine: { ...mine, lower: null, upper: null },
  }),
  ties: aStripChart({
    dots: [10, 10, 10, 20, 20, 20, 20, 20.5, 20.5, 30, 30],
    median: { value: 20, label: 'Median 20\u00a0%' },
    mine,
  }),
  'all equal': aStripChart({
    dots: Array(18).fill(17),
    median,
    quartiles: [17, 17],
    bands: national,
    mine: { ...mine, value: 17 },
  }),
  '70 all equal': aStripChart({
    dots: Array(70).fill(17),
    median,
    quartiles: [17, 17],
    bands: national,
    mine,
  }),
  'one far away': aStripChart({
    dots: [...spread, 47],
    median,
    quartiles: [14, 20],
    bands: national,
    mine: { value: 44, lower: 31, upper: 49, label: 'Din praksis 44\u00a0%' },
  }),
  'values at both edges': aStripChart({
    dots: [0, 0, 0, 0, 1, 2, 12, 17, 25, 30, 50, 50, 61],
    median: { value: 12, label: 'Median 12\u00a0%' },
    quartiles: [0, 30],
    bands: { ...national, p10: 1, p90: 49 },
    mine: { value: 1, lower: 0, upper: 7, label: 'Din praksis 1\u00a0%' },
  }),
  'everything at the low edge': aStripChart({
    dots: Array(40).fill(0),
    median: { value: 0, label: 'Median under 2,5\u00a0%' },
    quartiles: [0, 0],
    bands: { p10: 0, p25: 0, p75: 4, p90: 6, label: '8 af 10 praksisser i landet', innerLabel: 'halvdelen' },
    mine: { value: 0, lower: 0, upper: 2, label: 'Din praksis under 2,5\u00a0%' },
  }),
  'own place at the high edge': aStripChart({
    dots: [...spread, 50, 50],
    median: { value: 49, label: 'Median over 47,5\u00a0%' },
    bands: {
      p10: 40,
      p25: 44,
      p75: 47,
      p90: 50,
      label: '8 af 10 praksisser i landet',
      innerLabel: 'halvdelen',
    },
    mine: { value: 50, lower: 41, upper: 50, label: 'Din praksis over 47,5\u00a0%' },
  }),
  'interval over the whole axis': aStripChart({
    median,
    bands: national,
    mine: { value: 17, lower: 0, upper: 50, label: 'Din praksis 17\u00a0%' },
  }),
  'long unit': aStripChart({
    axis: { min: 0, max: 200, unit: 'pr. 1.000 tilmeldte' },
    dots: spread.map((value) => value * 4),
    median: { value: 68, label: 'Median 68 pr. 1.000' },
    bands: {
      p10: 36,
      p25: 56,
      p75: 92,
      p90: 120,
      label: '8 af 10 praksisser i Region Nordjylland',
      innerLabel: 'halvdelen',
    },
    mine: { value: 70, lower: 61, upper: 79, label: 'Din praksis 70 pr. 1.000' },
  }),
  'long names': aStripChart({
    axis: { min: 0, max: 2000, unit: 'indløste recepter pr. 1.000 tilmeldte patienter over 18 år pr. år' },
    dots: spread.map((value) => value * 40),
    median: { value: 1900, label: 'Median i Kvalitetsklyngen Mariagerfjord og Rebild 1.900' },
    bands: {
      p10: 90,
      p25: 110,
      p75: 130,
      p90: 150,
      label: '8 af 10 praksisser i Region Midtjylland og Region Nordjylland',
      innerLabel: 'halvdelen af praksisserne i de to regioner',
    },
    mine: {
      value: 700,
      lower: 610,
      upper: 1790,
      label: 'Lægehuset Nørregade og Sønderbrogade i Lægefællesskab 700',
    },
  }),
  '10 dots': aStripChart({
    dots: spread.slice(0, 10),
    median: { value: 14.5, label: 'Median 15\u00a0%' },
    mine: { ...mine, value: 14.5, lower: 13.9, upper: 15.1 },
  }),
  '70 dots': aStripChart({
    dots: many,
    median: { value: 18, label: 'Median 18\u00a0%' },
    quartiles: [12, 25],
    bands: national,
    mine,
  }),
  'median and bands alone': aStripChart({ median, bands: national }),
  'only median': aStripChart({ median }),
  'only own value': aStripChart({ mine }),
  'own value and bands': aStripChart({ bands: national, mine }),
  'own value on the median': aStripChart({
    dots: spread,
    median,
    mine: { value: 17, lower: 16.8, upper: 17.2, label: 'Din praksis 17\u00a0%' },
  }),
  nothing: aStripChart(),
  'tiny axis': aStripChart({
    axis: { min: 0, max: 0.02, unit: '' },
    dots: [0.004, 0.005, 0.005, 0.006, 0.007, 0.0072, 0.009, 0.011, 0.013, 0.0199],
    median: { value: 0.0071, label: 'Median 0,0071' },
    mine: { value: 0.006, lower: 0.002, upper: 0.013, label: 'Din praksis 0,006' },
  }),
  'large numbers, ticks as given': aStripChart({
    axis: {
      min: 0,
      max: 1_000_000,
      unit: 'kr.',
      ticks: [0, 100_000, 200_000, 300_000, 400_000, 500_000, 600_000, 700_000, 800_000, 900_000, 1_000_000],
    },
    dots: spread.map((value) => value * 20_000),
    median: { value: 340_000, label: 'Median 340.000\u00a0kr.' },
    mine: { value: 560_000, lower: null, upper: null, label: 'Din praksis 560.000\u00a0kr.' },
  }),
  'English, with markup in the names': aStripChart({
    locale: 'en',
    description: 'Spread in "A & B" <cluster>',
    dots: spread,
    median: { value: 17, label: 'Median <17%> & "so"' },
    bands: { ...national, label: "8 of 10 practices in Søn's <region>" },
    mine: { ...mine, label: 'Your practice <b>17%</b>' },
  }),
};

const value = fc.oneof(
  fc.constantFrom(0, 2.5, 50),
  fc.integer({ min: -5, max: 55 }),
  fc.double({ min: 0, max: 50, noNaN: true }),
);
const words = fc.array(
  fc.constantFrom('Median', 'Din', 'praksis', '17\u00a0%', 'Lægefællesskabet', 'Wæøåw', 'i'),
  {
    minLength: 1,
    maxLength: 9,
  },
);
const label = words.map((chosen) => chosen.join(' '));
const rising = (length: number) =>
  fc.array(value, { minLength: length, maxLength: length }).map((values) => values.sort((a, b) => a - b));
const anyMine: fc.Arbitrary<Mine> = fc
  .record({ ends: rising(3), label, hasInterval: fc.boolean() })
  .map(({ ends: [lower, own, upper], hasInterval, label }) =>
    hasInterval
      ? { value: own!, lower: lower!, upper: upper!, label }
      : { value: own!, lower: null, upper: null, label },
  );
const anyBands = fc
  .record({ ends: rising(4), label: fc.option(label), innerLabel: fc.option(label) })
  .map(({ ends: [p10, p25, p75, p90], ...labels }) => ({
    p10: p10!,
    p25: p25!,
    p75: p75!,
    p90: p90!,
    ...labels,
  }));

/** Any chart on an axis from 0 to 50 per cent, with up to 70 dots, parts missing, and labels of any length. */
export const anyStripChart: fc.Arbitrary<StripChart> = fc
  .record({
    dots: fc.option(
      fc.oneof(
        fc.array(value, { maxLength: 70 }),
        fc.tuple(fc.nat(70), value).map(([n, v]) => Array<number>(n).fill(v)),
      ),
    ),
    median: fc.option(fc.record({ value, label })),
    quartiles: fc.option(rising(2).map(([low, high]) => [low!, high!] as const)),
    bands: fc.option(anyBands),
    mine: fc.option(anyMine),
    unit: fc.constantFrom('%', '', 'kr.', 'pr. 1.000 tilmeldte'),
  })
  .map(({ unit, ...parts }) => aStripChart({ ...parts, axis: { min: 0, max: 50, unit } }));
