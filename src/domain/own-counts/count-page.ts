import { type Day, dayWritten } from '#domain/meetings/calendar-day.ts';
import { type CountPeriod, lastMonths, monthsOf } from './count-period.ts';
import type { OwnCount, TypedCount } from './own-count.ts';

/** A count as a page knows it; numbers only where the reader may see them. */
type Known = {
  practiceId: string;
  period: CountPeriod;
  numerator: number | null;
  denominator: number | null;
  isShown: boolean;
};

/** The newest count of a practice that ended before a period did and that the reader may see; null without one. */
export function lastBefore<K extends Known>(
  kept: readonly K[],
  practiceId: string,
  { until }: CountPeriod,
): K | null {
  const earlier = kept.filter(
    (one) => one.practiceId === practiceId && one.isShown && one.period.until < until,
  );
  return earlier.toSorted((a, b) => (a.period.until < b.period.until ? 1 : -1))[0] ?? null;
}

/** What the practice has counted of exactly this period, by whomever; null without it. */
export function countOfSame<K extends Known>(
  kept: readonly K[],
  practiceId: string,
  { from, until }: CountPeriod,
): K | null {
  return (
    kept.find(
      (one) => one.practiceId === practiceId && one.period.from === from && one.period.until === until,
    ) ?? null
  );
}

/** The numbers of a count that is shown, as what they are beside another. */
export function numbersOf(known: Known | null): OwnCount | null {
  if (!known?.isShown || known.numerator === null) return null;
  return { period: known.period, numerator: known.numerator, denominator: known.denominator };
}

/**
 * The period that a form proposes: what a meeting asks for, else the last whole months as long as the period counted
 * last, else as long as the recipe says.
 */
export function proposedPeriod(
  asked: CountPeriod | null,
  last: CountPeriod | null,
  { today, months }: { today: Day; months: number },
): CountPeriod {
  if (asked) return asked;
  return lastMonths(today, (last && monthsOf(last)) || months);
}

/** The period that an address names, as `2026-01-01.2026-12-31`; null for anything else. */
export function periodInWord(word: string | null): CountPeriod | null {
  const [, from, until] = /^(\d{4}-\d\d-\d\d)\.(\d{4}-\d\d-\d\d)$/.exec(word ?? '') ?? [];
  return from && until && from <= until ? { from, until } : null;
}

/** A form before anybody has typed: the period that is proposed, and the practice's answer so far. */
export function untouched(practice: string, period: CountPeriod, answer: string | null): TypedCount {
  const days = { from: dayWritten(period.from), until: dayWritten(period.until) };
  return { practice, ...days, numerator: '', denominator: '', answer: answer ?? '' };
}
