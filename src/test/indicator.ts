import type { Indicator } from '#domain/indicators/indicator.ts';
import { anIndicator } from '#domain/indicators/indicators.fixtures.ts';

/** The indicator of most tests: a share in per cent on an axis from 0 to 100, lower is better. */
export function indicatorOf(stated: Partial<Indicator> = {}): Indicator {
  return anIndicator({ key: 'prove', direction: 'lower', smallestDenominator: 10, ...stated });
}
