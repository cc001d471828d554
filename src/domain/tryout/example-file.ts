import type { Indicator } from '#domain/indicators/indicator.ts';
import { EXAMPLE_CLUSTERS, type ExampleCluster, type ExamplePractice } from './example-cluster.ts';
import { csvOf, figuresOf } from './example-figures.ts';

export const OPIOIDS = ['op1', 'op2', 'op3', 'op5'] as const;
export const COPD = ['kol1', 'kol2', 'kol4', 'kol6'] as const;
export const DIABETES = ['dm1', 'dm3', 'dm4', 'dm6'] as const;

/** One file of figures: of which clusters, indicators and year. */
export type ExampleFile = {
  clusters: readonly ExampleCluster['key'][];
  keys: readonly string[];
  year: number;
};

/** A file ready to be saved or delivered. */
export type ReadyFile = { name: string; text: string };

const FOR_FJORD: ExampleFile = { clusters: ['fjord'], keys: COPD, year: 2025 };
const FOR_OTHERS: ExampleFile = { clusters: ['fjord', 'bakke', 'oe'], keys: DIABETES, year: 2025 };

/**
 * The file that the try-out offers to whoever delivers for these practice numbers: something that nobody has
 * delivered yet. Null when none of them is in the example clusters.
 */
export function offeredFile(
  numbers: ReadonlySet<string>,
  indicators: readonly Indicator[],
): ReadyFile | null {
  const served = practicesIn(FOR_OTHERS).filter(({ number }) => numbers.has(number));
  if (served.length === 0) return null;
  const fjord = new Set(practicesIn(FOR_FJORD).map(({ number }) => number));
  const isFjordAlone = served.every(({ number }) => fjord.has(number));
  const text = exampleFileText(isFjordAlone ? FOR_FJORD : FOR_OTHERS, indicators, numbers);
  return { name: `${isFjordAlone ? 'kol' : 'diabetes'}-2025-eksempeltal.csv`, text };
}

/** What the coordinator of Fjordklyngen is offered. */
export function offeredToFjord(indicators: readonly Indicator[]): ReadyFile {
  const numbers = new Set(practicesIn(FOR_FJORD).map(({ number }) => number));
  return offeredFile(numbers, indicators)!;
}

/** The text of a file of example figures, of all its practices or of those that are named. */
export function exampleFileText(
  file: ExampleFile,
  indicators: readonly Indicator[],
  numbers?: ReadonlySet<string>,
): string {
  const byKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  const practices = practicesIn(file).filter(({ number }) => !numbers || numbers.has(number));
  const figures = practices.flatMap((practice) => figuresOf(practice, file.keys, file.year, byKey));
  const nameOf = new Map(practices.map(({ name, number }) => [number, name]));
  return csvOf(`Eksempeltal ${file.year}, ingen rigtige praksisser`, figures, {
    practice: (number) => nameOf.get(number) ?? '',
    indicator: (key) => byKey.get(key)?.name.da ?? key,
  });
}

/** The practices a file is about, by cluster and number. */
export function practicesIn({ clusters }: Pick<ExampleFile, 'clusters'>): ExamplePractice[] {
  return EXAMPLE_CLUSTERS.filter(({ key }) => clusters.includes(key)).flatMap(({ practices }) => practices);
}
