import { valueText } from '#domain/benchmarks/own-place.text.ts';
import { type Indicator, valueFrom } from '#domain/indicators/indicator.ts';
import { type Locale, number, withUnit } from '#ui/format.ts';
import type { OwnCount } from './own-count.ts';
import { ownCountsText } from './own-counts.text.ts';

/** A count as a sentence: the value, and of how many of whom. */
export function tellCount(
  locale: Locale,
  indicator: Indicator,
  { numerator, denominator }: Pick<OwnCount, 'numerator' | 'denominator'>,
): string {
  const say = ownCountsText[locale].form;
  const value = valueFrom(indicator, numerator, denominator);
  if (value === null) return say.resultEmpty;
  const words = valueText(locale, indicator, value);
  if (denominator === null) return say.resultAlone(words);
  const [some, all] = [numerator, denominator].map((many) => number(locale, many, 0));
  return say.result(
    words,
    withUnit(locale, some!, indicator.numerator[locale]),
    withUnit(locale, all!, indicator.denominator[locale]),
  );
}

/** A count in short: `34 of 120 (28 %)`. */
export function countInShort(
  locale: Locale,
  indicator: Indicator | undefined,
  { numerator, denominator }: { numerator: number | null; denominator: number | null },
): string {
  if (numerator === null) return ownCountsText[locale].kept.hidden;
  const some = number(locale, numerator, 0);
  if (denominator === null) return some;
  const numbers = ownCountsText[locale].kept.of(some, number(locale, denominator, 0));
  const value = indicator && valueFrom(indicator, numerator, denominator);
  return value === null || !indicator || value === undefined
    ? numbers
    : `${numbers} (${valueText(locale, indicator, value)})`;
}
