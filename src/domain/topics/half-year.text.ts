import type { Locale } from '#ui/format.ts';

/** A half-year by its first day: `1. halvår 2027`, `first half of 2027`. */
export function halfYearText(locale: Locale, halfYear: string): string {
  const year = halfYear.slice(0, 4);
  const isFirst = halfYear.slice(5, 7) === '01';
  if (locale === 'da') return `${isFirst ? '1' : '2'}. halvår ${year}`;
  return `${isFirst ? 'first' : 'second'} half of ${year}`;
}
