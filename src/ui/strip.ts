import type { Edge, Frame } from './chart-frame.ts';

/**
 * One strip of figures on an axis. All texts come ready from the caller, numbers included (`Median 18 %`,
 * `Din praksis under 5 %`); a part that is null is not drawn. Values are in the unit of the axis.
 */
export type Strip = {
  /** Everybody, oneself included, in any order: equal dots, each the rounded position of one value. */
  dots: readonly number[] | null;
  median: { value: number; label: string } | null;
  /** The 25th and 75th percentile of the dots: a subtle bracket without a label. */
  quartiles: readonly [number, number] | null;
  /** The pale bands of a wider comparison. */
  bands: Bands | null;
  /** One's own value with its interval, in a lane of its own below the dots. */
  mine: Mine | null;
};

/** Percentiles of a wider group; `label` names the band 10–90, `innerLabel` the band 25–75. */
export type Bands = {
  p10: number;
  p25: number;
  p75: number;
  p90: number;
  label: string | null;
  innerLabel?: string | null;
};

/** One's own value; `lower` and `upper` are the ends of its interval, or null when there is none. */
export type Mine = { value: number; lower: number | null; upper: number | null; label: string };

/** The ends of the axis at which something of these strips is drawn; `low` first, whatever the order of the dots. */
export function edgesOf(frame: Frame, strips: readonly Strip[]): Set<Edge> {
  const used = new Set(strips.flatMap(valuesOf).map((value) => frame.edge(value)));
  return new Set((['low', 'high'] as const).filter((edge) => used.has(edge)));
}

function valuesOf({ dots, median, quartiles, bands, mine }: Strip): number[] {
  const ofBands = bands ? [bands.p10, bands.p25, bands.p75, bands.p90] : [];
  const own = mine ? [mine.value, mine.lower, mine.upper] : [];
  const all = [...(dots ?? []), median?.value, ...(quartiles ?? []), ...ofBands, ...own];
  return all.filter((value) => value !== null && value !== undefined);
}
