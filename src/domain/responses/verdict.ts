import type { Interval } from '#domain/benchmarks/interval.ts';
import type { Change } from './change.ts';

/** How often a question may be called changed when nothing has: 1 in 20. */
export const LEVEL = 0.05;

/**
 * What speaks for a change: its size, what it is when there is none, how often chance does as much, and the interval
 * that is wrong in the share `level` of cases.
 */
export type Evidence = {
  readonly value: number;
  readonly neutral: number;
  readonly p: number;
  readonly intervalAt: (level: number) => Interval;
};

/** A change, judged. The interval of one that may be chance always reaches the place of no change. */
export type Judged = { readonly isClear: boolean; readonly change: Change };

/**
 * Judges the parts of one question together, so that all of them are left alone in 19 of 20 cases when nothing has
 * changed: the likeliest change at the level divided by their number, the next by one less, until the first that may
 * be chance.
 *
 * Source: Holm S. A simple sequentially rejective multiple test procedure. Scand J Stat 1979;6:65-70.
 */
export function judgeTogether(parts: readonly Evidence[], level = LEVEL): Judged[] {
  const order = parts.map((_, at) => at).sort((one, other) => parts[one]!.p - parts[other]!.p || one - other);
  const judged: Judged[] = [];
  let isStopped = false;
  let left = parts.length;
  for (const at of order) {
    judged[at] = judge(parts[at]!, level / left, isStopped);
    if (judged[at].isClear) left -= 1;
    else isStopped = true;
  }
  return judged;
}

function judge({ value, neutral, p, intervalAt }: Evidence, level: number, isStopped: boolean): Judged {
  const { lower, upper } = intervalAt(level);
  const confidence = 1 - level;
  const isClear = !isStopped && p <= level && !(lower < neutral && neutral < upper);
  if (isClear) return { isClear, change: { value, lower, upper, confidence } };
  const change = { value, lower: Math.min(lower, neutral), upper: Math.max(upper, neutral), confidence };
  return { isClear, change };
}
