import type { Period } from './period-key.ts';

/** The newest spread of each indicator, in the order in which they came. */
export function newestOfEach<Of extends { indicatorKey: string; period: Period }>(
  spreads: readonly Of[],
): Of[] {
  const newest = new Map<string, Of>();
  for (const spread of spreads) {
    const known = newest.get(spread.indicatorKey);
    if (!known || known.period.until < spread.period.until) newest.set(spread.indicatorKey, spread);
  }
  return [...newest.values()];
}
