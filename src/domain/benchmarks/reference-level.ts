import { arcsineScores, type Figure, phi, tauSquared, winsorised } from './overdispersion.ts';
import { quantile } from './quantile.ts';

/** So few practices give no level: below it τ² is guesswork, and a percentile is somebody's own value. */
export const LEAST_FIGURES = 100;

/**
 * How a region or a nation lies on an indicator: the number of practices, percentiles of their values (every
 * practice counts once, whatever its size), and how much they differ beyond chance (arcsine scale).
 */
export type ReferenceLevel = {
  n: number;
  p10: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
  tauSquared: number;
  phi: number;
};

/**
 * The level of these figures. Values are `scale · numerator / denominator` (100 for per cent), percentiles
 * type 7; φ and τ² are of scores winsorised at 10 %, and τ² is 0 when φ does not exceed chance. The order of
 * the figures changes nothing. Refuses fewer than 100 figures, figures that are no shares, and a scale that
 * is not positive.
 */
export function referenceOf(figures: readonly Figure[], scale: number): ReferenceLevel {
  if (figures.length < LEAST_FIGURES) {
    throw new RangeError(`A reference needs ${LEAST_FIGURES} figures, not ${figures.length}`);
  }
  if (!(scale > 0 && scale < Infinity)) throw new RangeError(`A scale is a positive number, not ${scale}`);
  const scores = winsorised(arcsineScores(figures), 0.1);
  const values = figures.map(({ numerator, denominator }) => (scale * numerator) / denominator);
  return {
    n: figures.length,
    p10: quantile(values, 0.1),
    p25: quantile(values, 0.25),
    p50: quantile(values, 0.5),
    p75: quantile(values, 0.75),
    p90: quantile(values, 0.9),
    tauSquared: tauSquared(scores),
    phi: phi(scores),
  };
}
