import { quantile } from '#domain/benchmarks/quantile.ts';
import type { Question } from '#domain/questionnaires/question.ts';

/** The numbers from one up to, but not with, another; without `below` all from there on. */
export type Bin = { readonly from: number; readonly below: number | null };

/** The middle of the answers, rounded. */
export type Middle = {
  readonly median: number;
  /** Null below ten answers, where a quartile would be somebody's own number. */
  readonly quartiles: readonly [number, number] | null;
};

const QUARTILES_FROM = 10;
const MOST_EVEN_BINS = 10;
/** Where nothing bounds the numbers, each bin is about twice as wide as the one before. */
const GROWING = [0, 1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

type Bounded = Pick<Question, 'min' | 'max' | 'unit'>;

/**
 * The bins of a number, by its bounds and unit alone and never by the answers: at most eleven even ones between two
 * bounds, else growing ones from the lower bound or 0.
 */
export function binsOf(question: Bounded): Bin[] {
  const [from, until] = boundsOf(question);
  const edges = until === null ? GROWING.map((edge) => from + edge) : evenEdges(from, until);
  const bins = edges.map((edge, at) => ({ from: edge, below: edges[at + 1] ?? null }));
  return until === null ? bins : bins.slice(0, -1);
}

/** The place of the bin that holds a value; what lies outside the bounds counts in the first or the last. */
export function binAt(bins: readonly Bin[], value: number): number {
  return Math.max(
    0,
    bins.findLastIndex(({ from }) => value >= from),
  );
}

/**
 * Median and quartiles by type 7, to 1 % of the way between the bounds, or to two digits where there are none: as fine
 * as the dots of a spread, and too coarse to be known as one practice's number. Refuses no values.
 */
export function middleOf(question: Bounded, values: readonly number[]): Middle {
  const at = (p: number) => coarse(question, quantile(values, p));
  return { median: at(0.5), quartiles: values.length < QUARTILES_FROM ? null : [at(0.25), at(0.75)] };
}

function coarse(question: Bounded, value: number): number {
  const [from, until] = boundsOf(question);
  if (until === null) return Number(value.toPrecision(2));
  const step = (until - from) / 100;
  return Number((from + Math.round((value - from) / step) * step).toPrecision(12));
}

function boundsOf({ min, max, unit }: Bounded): [from: number, until: number | null] {
  const from = min ?? 0;
  const until = max ?? (unit === '%' ? 100 : null);
  return [from, until !== null && until > from ? until : null];
}

// A whole number has a bin of its own where the bins are one wide, the highest too.
function evenEdges(from: number, until: number): number[] {
  const step = roundStep((until - from) / MOST_EVEN_BINS);
  const bins = Math.ceil((until - from) / step - 1e-9) + (step === 1 ? 1 : 0);
  return Array.from({ length: bins + 1 }, (_, at) => Number((from + at * step).toPrecision(12)));
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((round) => round * power >= least * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(12));
}
