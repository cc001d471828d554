type Random = () => number;

/**
 * The share that one practice really has, where practices differ: drawn from a beta distribution with this mean
 * (0 to 1) and intraclass correlation rho (0 to 1; 0.02 to 0.04 is usual among practices). The two of its
 * parameters are mean·(1 − rho)/rho and (1 − mean)·(1 − rho)/rho.
 */
export function drawShare(random: Random, mean: number, rho: number): number {
  const size = (1 - rho) / rho;
  const hits = drawGamma(random, mean * size);
  return hits / (hits + drawGamma(random, (1 - mean) * size));
}

/** How many of `patients` are counted when each is with the given probability. */
export function drawCount(random: Random, patients: number, share: number): number {
  let counted = 0;
  for (let patient = 0; patient < patients; patient += 1) if (random() < share) counted += 1;
  return counted;
}

// Marsaglia and Tsang (2000), A simple method for generating gamma variables; below 1 by their remark on powers.
function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

// Box and Muller (1958).
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
