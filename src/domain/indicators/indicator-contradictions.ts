import { decimalsOf, edgeValue, type Indicator, isPlausible, type Level } from './indicator.ts';

/** A field, as a path, and what is wrong with it. */
export type Contradiction = { readonly field: string; readonly message: string };
type Check = readonly [field: string, holds: boolean, message: string];

const SMALLEST_COUNT_SHOWN = 5;

/** What an indicator says against itself, though each field alone is in order. Empty when it is sound. */
export function contradictionsIn(indicator: Indicator): Contradiction[] {
  if (!(indicator.axis.min < indicator.axis.max))
    return [{ field: 'axis', message: 'min must lie below max' }];
  const checks = [
    ...axisChecks(indicator),
    ...kindChecks(indicator),
    ...recipeChecks(indicator),
    ...targetChecks(indicator),
    ...indicator.levels.flatMap((level, index) => levelChecks(indicator, level, `levels.${index}`)),
  ];
  return checks.filter(([, holds]) => !holds).map(([field, , message]) => ({ field, message }));
}

function axisChecks(indicator: Indicator): Check[] {
  const { axis, kind, scale } = indicator;
  const ticks = axis.ticks ?? [];
  return [
    ['axis', axis.min >= 0, 'nothing is counted below 0'],
    ['axis', kind !== 'proportion' || axis.max <= scale, `a proportion of scale ${scale} ends at ${scale}`],
    ['axis', decimalsOf(indicator) <= 2, 'its edges need more than 2 decimals'],
    [
      'axis.ticks',
      ticks.every((tick) => tick >= axis.min && tick <= axis.max),
      'a tick lies outside the axis',
    ],
    ['axis.ticks', isAscending(ticks, 'strictly'), 'ticks must rise'],
  ];
}

function kindChecks(indicator: Indicator): Check[] {
  const { caveats, kind, scale, smallestDenominator, unit } = indicator;
  const isCount = kind === 'count';
  const hidesSmallCounts = edgeValue(indicator, 'low') >= SMALLEST_COUNT_SHOWN;
  return [
    ['scale', !isCount || scale === 1, 'a count has scale 1'],
    [
      'unit',
      (scale === 100) === (unit.da === '%' && unit.en === '%'),
      '% goes with scale 100, and only there',
    ],
    ['smallestDenominator', isCount === (smallestDenominator === null), 'null for a count, and only there'],
    ['axis', !isCount || hidesSmallCounts, 'counts below 5 must lie at the edge'],
    ['caveats', caveats.da.length === caveats.en.length, 'as many in Danish as in English'],
  ];
}

function recipeChecks({ isOwnCount, recipe }: Indicator): Check[] {
  const parts = recipe ? [recipe.numerator, recipe.denominator] : [];
  return [
    ['recipe', isOwnCount === (recipe !== null), 'needed where practices count themselves, and only there'],
    ['recipe', parts.every(({ da, en }) => da.length === en.length), 'as many steps in Danish as in English'],
  ];
}

function targetChecks(indicator: Indicator): Check[] {
  const { target } = indicator;
  if (target === null) return [];
  return [
    ['target', indicator.direction !== 'neutral', 'without a direction there is no target'],
    ['target.value', isOnAxis(indicator, target.value), 'lies outside the axis'],
  ];
}

function levelChecks(indicator: Indicator, level: Level, field: string): Check[] {
  const { area, isExample, note, source, value } = level;
  return [
    [
      `${field}.area`,
      (level.level === 'region') === (area !== null),
      'a region has an area, the nation has none',
    ],
    [
      `${field}.source`,
      (source === null) === isExample,
      'a level has a source or is marked as example, not both',
    ],
    [`${field}.value`, isPlausible(indicator, value), 'cannot be true of this indicator'],
    [`${field}.value`, note !== null || isOnAxis(indicator, value), 'lies outside the axis'],
    ...bandChecks(indicator, level, `${field}.band`),
  ];
}

function bandChecks(indicator: Indicator, { band, note }: Level, field: string): Check[] {
  if (band === null) return [];
  const { p10, p25, p50, p75, p90 } = band;
  const [low, high] = [edgeValue(indicator, 'low'), edgeValue(indicator, 'high')];
  // Many practices have a count of nothing at all; no axis could keep those away from its edge.
  const isOffTheEdges = (p10 >= low || p10 === indicator.axis.min) && p25 >= low && p90 <= high;
  return [
    [field, isAscending([p10, p25, p50, p75, p90], 'or level'), 'percentiles must rise'],
    [field, [p10, p90].every((value) => isPlausible(indicator, value)), 'cannot be true of this indicator'],
    [field, indicator.kind === 'count' || isOffTheEdges, 'reaches into the outer 5 % of the axis'],
    [field, note === null, 'a level counted in another way has no band'],
  ];
}

function isOnAxis({ axis }: Indicator, value: number): boolean {
  return value >= axis.min && value <= axis.max;
}

function isAscending(values: readonly number[], how: 'strictly' | 'or level'): boolean {
  return values.every((value, index) => {
    const previous = index === 0 ? -Infinity : values[index - 1]!;
    return how === 'strictly' ? value > previous : value >= previous;
  });
}
