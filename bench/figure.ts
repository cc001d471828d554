/** One thing measured: what it is, how much, what it may be at most or must be at least, and whether it is so. */
export type Figure = {
  what: string;
  value: number;
  unit: 'ratio' | 'per second' | 'ms' | 's' | 'KB' | 'MB' | 'rows';
  budget: { atMost: number } | { atLeast: number } | null;
  isWithin: boolean | null;
};
/** A part of the measurement: its name, how it was measured, and what came out. */
export type Part = { name: string; how: string; figures: Figure[] };

/** A figure without a budget: it is there to be understood. */
export function seen(what: string, value: number, unit: Figure['unit']): Figure {
  return { what, value: rounded(value), unit, budget: null, isWithin: null };
}

export function atMost(what: string, value: number, unit: Figure['unit'], most: number): Figure {
  return { ...seen(what, value, unit), budget: { atMost: most }, isWithin: value <= most };
}

export function atLeast(what: string, value: number, unit: Figure['unit'], least: number): Figure {
  return { ...seen(what, value, unit), budget: { atLeast: least }, isWithin: value >= least };
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

// Three digits are more than a shared machine can promise.
const rounded = (value: number) => Number(value.toPrecision(3));
