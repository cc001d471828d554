import type { Indicator } from '#domain/indicators/indicator.ts';
import { drawCount, drawShare } from './beta-binomial.ts';
import type { ExamplePractice } from './example-cluster.ts';
import { seededRandom } from './seeded-random.ts';

/** What one example practice counted of one indicator in one year. */
export type ExampleFigure = {
  number: string;
  indicatorKey: string;
  year: number;
  numerator: number;
  denominator: number;
};

/** The first year of the example world; what practices do moves a little each year from there. */
const FIRST_YEAR = 2024;

/**
 * The figures of a practice in a year, in the order of `keys`. A numerator may be the denominator of others: the
 * long-term users are some of the users. The mean and the spread between practices are those of the level that
 * the indicator file marks as an example.
 */
export function figuresOf(
  practice: ExamplePractice,
  keys: readonly string[],
  year: number,
  indicators: ReadonlyMap<string, Indicator>,
): ExampleFigure[] {
  const counted = new Map<string, number>();
  const count = (key: string): number => {
    const known = counted.get(key);
    if (known !== undefined) return known;
    const indicator = indicators.get(key);
    if (!indicator) throw new Error(`no indicator ${key}`);
    const numerator = drawFor(practice, indicator, year, denominatorOf(key));
    counted.set(key, numerator);
    return numerator;
  };
  const denominatorOf = (key: string): number => {
    const { of, share } = BASES[key] ?? { of: 'patients', share: 1 };
    return Math.round((of === 'patients' ? practice.patients : count(of)) * share);
  };
  return keys.map((indicatorKey) => ({
    number: practice.number,
    indicatorKey,
    year,
    numerator: count(indicatorKey),
    denominator: denominatorOf(indicatorKey),
  }));
}

/** Of whom an indicator counts: a share of the patients, or of those whom another indicator counted. */
const BASES: Readonly<Record<string, { of: string; share: number }>> = {
  op1: { of: 'patients', share: 0.79 },
  op2: { of: 'op1', share: 1 },
  op3: { of: 'op2', share: 1 },
  op4: { of: 'op2', share: 1 },
  op5: { of: 'op2', share: 1 },
  op6: { of: 'op2', share: 1 },
  kol6: { of: 'patients', share: 0.62 },
  kol1: { of: 'kol6', share: 1 },
  kol2: { of: 'kol6', share: 1 },
  kol3: { of: 'kol6', share: 1 },
  kol4: { of: 'kol6', share: 1 },
  kol5: { of: 'kol6', share: 0.4 },
  dm1: { of: 'patients', share: 0.055 },
  dm3: { of: 'patients', share: 0.055 },
  dm4: { of: 'patients', share: 0.055 },
  dm6: { of: 'patients', share: 0.055 },
};

// The indicators that count who has a disease or a medicine at all, which age and illness decide.
const COUNT_PATIENTS: ReadonlySet<string> = new Set(['op1', 'kol6']);

/** What a year of talking about it does: the odds are multiplied by this, each year from the first on. */
const TRENDS: Readonly<Record<string, number>> = { op2: 0.9, op3: 0.85, op5: 0.85, op6: 1.4, kol1: 0.9 };

function drawFor(practice: ExamplePractice, indicator: Indicator, year: number, denominator: number): number {
  const level = indicator.levels.find(({ band, isExample }) => isExample && band);
  if (!level?.band) throw new Error(`${indicator.key} has no example level`);
  const mean = (level.value / indicator.scale) * (COUNT_PATIENTS.has(indicator.key) ? practice.burden : 1);
  // The variance of asin √p is near rho/4, so that tau² of the file and rho say the same.
  const rho = Math.min(0.05, 4 * level.band.tauSquared);
  const share = drawShare(seededRandom(`${practice.number} ${indicator.key}`), mean, rho);
  const odds = (share / (1 - share)) * (TRENDS[indicator.key] ?? 1) ** (year - FIRST_YEAR);
  const random = seededRandom(`${practice.number} ${indicator.key} ${year}`);
  return drawCount(random, denominator, odds / (1 + odds));
}

/** The figures as a source would send them: a title above the header, semicolons, a line for each figure. */
export function csvOf(title: string, figures: readonly ExampleFigure[], names: Names): string {
  const lines = figures.map(({ denominator, indicatorKey, number, numerator, year }) =>
    [number, names.practice(number), names.indicator(indicatorKey), year, numerator, denominator].join(';'),
  );
  return `${[title, 'Ydernummer;Praksis;Indikator;Periode;Tæller;Nævner', ...lines].join('\r\n')}\r\n`;
}

type Names = { practice(number: string): string; indicator(key: string): string };
