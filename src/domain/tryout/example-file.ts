import type { Indicator } from '#domain/indicators/indicator.ts';
import { EXAMPLE_CLUSTERS, type ExampleCluster, type ExamplePractice } from './example-cluster.ts';
import { csvOf, figuresOf } from './example-figures.ts';

export const OPIOIDS = ['op1', 'op2', 'op3', 'op5'] as const;
export const COPD = ['kol1', 'kol2', 'kol4', 'kol6'] as const;

/** One file of figures: of which clusters, indicators and year. */
export type ExampleFile = {
  clusters: readonly ExampleCluster['key'][];
  keys: readonly string[];
  year: number;
};

/** The file that the try-out offers: what the coordinator has not delivered yet. */
export const OFFERED: ExampleFile = { clusters: ['fjord'], keys: COPD, year: 2025 };

/** The name under which the offered file is saved. */
export const OFFERED_NAME = 'kol-2025-eksempeltal.csv';

/** The text of a file of example figures, UTF-8 without a mark in front. The same text for the same file. */
export function exampleFileText(file: ExampleFile, indicators: readonly Indicator[]): string {
  const byKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  const practices = practicesIn(file);
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
