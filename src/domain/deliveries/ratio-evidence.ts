import { type ColumnEvidence, type SheetEvidence, sampleNumbers } from './column-evidence.ts';
import { missingReason } from './missing.ts';
import { printedDecimals } from './number-format.ts';

/** That `value = per · numerator / denominator` in the sampled rows. Columns by position. */
export type Ratio = { numerator: number; denominator: number; per: number };

const PER = [100, 1, 1_000, 10_000, 100_000];
const FEWEST_ROWS = 3;
const MOST_CANDIDATES = 14;
const AGREEING = 0.9;

/**
 * The pair of columns whose ratio a column of values prints, with what it is given per; null when none fits
 * in at least nine rows of ten. The best fit wins.
 */
export function ratioBehind(
  value: ColumnEvidence,
  numerators: readonly ColumnEvidence[],
  denominators: readonly ColumnEvidence[],
  evidence: SheetEvidence,
): Ratio | null {
  const read = (columns: readonly ColumnEvidence[]) =>
    columns
      .slice(0, MOST_CANDIDATES)
      .map((column) => ({ column, numbers: sampleNumbers(column, evidence.decimal) }));
  const values = sampleNumbers(value, evidence.decimal);
  const tolerance = 0.5 * 10 ** -decimalsOf(value);
  const among = read(denominators);
  let best: { ratio: Ratio; error: number } | null = null;
  for (const n of read(numerators)) {
    for (const d of among) {
      if (n.column === d.column || n.column === value || d.column === value) continue;
      const fit = fitOf({ n: n.numbers, d: d.numbers, values, tolerance });
      if (!fit || (best && best.error <= fit.error)) continue;
      const ratio = { numerator: n.column.position, denominator: d.column.position, per: fit.per };
      best = { ratio, error: fit.error };
    }
  }
  return best?.ratio ?? null;
}

type Numbers = readonly (number | null)[];

function fitOf(columns: { n: Numbers; d: Numbers; values: Numbers; tolerance: number }) {
  const { n, d, values, tolerance } = columns;
  const rows = values.flatMap((value, i) =>
    value !== null && n[i] && d[i] ? [{ value, ratio: n[i] / d[i] }] : [],
  );
  if (rows.length < FEWEST_ROWS) return null;
  for (const per of PER) {
    const errors = rows.map(({ value, ratio }) => Math.abs(value - per * ratio));
    const agreeing = errors.filter((error, i) => error <= tolerance + 1e-9 * Math.max(1, rows[i]!.value));
    if (agreeing.length >= rows.length * AGREEING) {
      return { per, error: agreeing.reduce((sum, error) => sum + error, 0) / agreeing.length / per };
    }
  }
  return null;
}

function decimalsOf({ sample, survey: { format } }: ColumnEvidence): number {
  if (!format) return 0;
  const filled = sample.filter((cell) => missingReason(cell) === null);
  return Math.max(0, ...filled.map((cell) => printedDecimals(cell, format)));
}
