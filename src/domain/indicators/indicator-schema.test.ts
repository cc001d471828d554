import { expect, test } from 'vitest';
import type { Indicator } from './indicator.ts';
import { parseIndicator } from './indicator-schema.ts';
import { anIndicator, exampleLevel, exampleRecipe } from './indicators.fixtures.ts';

const problemsOf = (content: unknown) => {
  const reading = parseIndicator('ex1.yaml', content);
  return 'problems' in reading ? reading.problems : [];
};
const withLevel = (stated: object) => anIndicator({ levels: [{ ...exampleLevel, ...stated }] });
const withAxis = (min: number, max: number, ticks: number[] | null = null) =>
  anIndicator({ axis: { min, max, ticks } });
const without = (field: keyof Indicator) => {
  const { [field]: _, ...rest } = anIndicator();
  return rest;
};
const source = { da: 'Kilden', en: 'The source' };
const aCount = {
  kind: 'count',
  scale: 1,
  smallestDenominator: null,
  unit: { da: 'antal', en: 'number' },
} as const;
const band = { p10: 30, p25: 40, p50: 50, p75: 60, p90: 70, tauSquared: 0.01 };

test.each([
  ['an indicator', anIndicator()],
  ['an own count with its recipe', anIndicator({ isOwnCount: true, recipe: exampleRecipe })],
  ['an example level with a band', withLevel({})],
  ['a level with a source', withLevel({ source, isExample: false })],
  ['a level of a region', withLevel({ level: 'region', area: '1084' })],
  ['a level counted in another way, off the axis', withLevel({ value: 2, note: source, band: null })],
  [
    'a count whose small numbers lie at the edge',
    anIndicator({ ...aCount, axis: { min: 0, max: 100, ticks: null } }),
  ],
  ['a band from practices of which many have none', withLevel({ band: { ...band, p10: 0 } })],
])('%s is read as it stands', (_, content) => {
  expect(parseIndicator('ex1.yaml', content)).toEqual({ indicator: content });
});

test('what a file may leave out is read as absent', () => {
  const { target, attribution, denominatorAliases, ...rest } = anIndicator();
  expect(parseIndicator('ex1.yaml', rest)).toEqual({ indicator: anIndicator() });
});

test.each([
  ['a field nobody knows', { ...anIndicator(), colour: 'red' }, 'the file'],
  ['a field that is missing', without('direction'), 'direction'],
  ['a Danish name that is blank', anIndicator({ name: { da: ' ', en: 'Name' } }), 'name.da'],
  ['an English text that is missing', { ...anIndicator(), unit: { da: '%' } }, 'unit.en'],
  ['a key with a space', anIndicator({ key: 'ex 1' }), 'key'],
  ['a scale nobody uses', { ...anIndicator(), scale: 10 }, 'scale'],
  [
    'a denominator so small that persons could be known',
    anIndicator({ smallestDenominator: 9 }),
    'smallestDenominator',
  ],
  ['an own count that nobody says how to count', anIndicator({ isOwnCount: true }), 'recipe'],
  ['a recipe for what nobody counts', anIndicator({ recipe: exampleRecipe }), 'recipe'],
  [
    'a recipe with a step less in English',
    anIndicator({
      isOwnCount: true,
      recipe: { ...exampleRecipe, numerator: { da: ['A.', 'B.'], en: ['A.'] } },
    }),
    'recipe',
  ],
  ['no caveat at all', anIndicator({ caveats: { da: [], en: [] } }), 'caveats.da'],
  ['a review on a day that does not exist', anIndicator({ nextReview: '2027-02-30' }), 'nextReview'],
  ['an axis without length', withAxis(100, 100), 'axis'],
  ['an axis the wrong way round', withAxis(100, 0), 'axis'],
  ['a share beyond all', withAxis(0, 120), 'axis'],
  ['an axis that begins below nothing', withAxis(-20, 100), 'axis'],
  ['an axis whose edges cannot be printed', withAxis(0, 0.33), 'axis'],
  ['a tick outside the axis', withAxis(0, 80, [0, 100]), 'axis.ticks'],
  ['ticks out of order', withAxis(0, 80, [40, 20]), 'axis.ticks'],
  ['a rate in per cent', anIndicator({ scale: 1000, unit: { da: '%', en: '%' } }), 'unit'],
  ['a count with a scale', anIndicator({ ...aCount, scale: 1000 }), 'scale'],
  ['a count with a denominator', anIndicator({ ...aCount, smallestDenominator: 10 }), 'smallestDenominator'],
  [
    'a share without a smallest denominator',
    anIndicator({ smallestDenominator: null }),
    'smallestDenominator',
  ],
  [
    'a count that shows less than 5',
    anIndicator({ ...aCount, axis: { min: 0, max: 80, ticks: null } }),
    'axis',
  ],
  ['a caveat in one language', anIndicator({ caveats: { da: ['Én.', 'To.'], en: ['One.'] } }), 'caveats'],
  [
    'a target without a direction',
    anIndicator({ direction: 'neutral', target: { value: 90, source } }),
    'target',
  ],
  ['a target off the axis', anIndicator({ target: { value: 101, source } }), 'target.value'],
  ['a level without a source, not marked as example', withLevel({ isExample: false }), 'levels.0.source'],
  ['an example with a source', withLevel({ source }), 'levels.0.source'],
  ['a region without an area', withLevel({ level: 'region' }), 'levels.0.area'],
  ['a nation with an area', withLevel({ area: '1084' }), 'levels.0.area'],
  ['a level that cannot be true', withLevel({ value: 101 }), 'levels.0.value'],
  ['percentiles out of order', withLevel({ band: { ...band, p25: 55 } }), 'levels.0.band'],
  ['a band at the low edge', withLevel({ band: { ...band, p10: 3 } }), 'levels.0.band'],
  ['a band at the high edge', withLevel({ band: { ...band, p90: 96 } }), 'levels.0.band'],
  ['a band counted in another way', withLevel({ note: source }), 'levels.0.band'],
])('%s is refused, naming file and field', (_, content, field) => {
  expect(problemsOf(content)).toContainEqual(expect.stringMatching(new RegExp(`^ex1\\.yaml: ${field}: `)));
});

test('everything wrong is told at once', () => {
  expect(problemsOf({ ...anIndicator(), direction: 'up', author: '' })).toHaveLength(2);
});
