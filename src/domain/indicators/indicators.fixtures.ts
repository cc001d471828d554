import type { Indicator } from './indicator.ts';

/** A sound indicator on an axis from 0 to 100 %; a test states only what it is about. */
export function anIndicator(stated: Partial<Indicator> = {}): Indicator {
  return {
    key: 'ex1',
    theme: 'example',
    version: 1,
    name: { da: 'Årskontrol', en: 'Annual review' },
    numerator: { da: 'patienter set', en: 'patients seen' },
    denominator: { da: 'patienter', en: 'patients' },
    kind: 'proportion',
    scale: 100,
    unit: { da: '%', en: '%' },
    axis: { min: 0, max: 100, ticks: null },
    direction: 'higher',
    additive: false,
    smallestDenominator: 20,
    isOwnCount: false,
    recipe: null,
    target: null,
    levels: [],
    caveats: { da: ['Et eksempel.'], en: ['An example.'] },
    aliases: [],
    denominatorAliases: [],
    attribution: null,
    author: 'Klyngerum',
    checkedBy: null,
    nextReview: '2027-11-01',
    ...stated,
  };
}

/** How an indicator of a year is counted, for tests of own counts. */
export const exampleRecipe: NonNullable<Indicator['recipe']> = {
  months: 12,
  period: { da: 'De sidste 12 hele måneder.', en: 'The last 12 whole months.' },
  denominator: { da: ['Find alle patienter.'], en: ['Find all patients.'] },
  numerator: { da: ['Tæl dem, der er set.'], en: ['Count those who were seen.'] },
};

/** An example level of the nation with a band that fits an axis from 0 to 100 %. */
export const exampleLevel: Indicator['levels'][number] = {
  level: 'nation',
  area: null,
  value: 50,
  year: null,
  source: null,
  isExample: true,
  note: null,
  band: { p10: 30, p25: 40, p50: 50, p75: 60, p90: 70, tauSquared: 0.01 },
};
