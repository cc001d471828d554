/** What a swarm may use: the wished and the smallest radius of a dot, and the height, all in viewBox units. */
export type SwarmLimits = { radius: number; smallestRadius: number; height: number };

/** Dots placed beside one another: `y` counts from the middle line; `height` is what they take in all. */
export type Swarm = { radius: number; height: number; dots: readonly Dot[] };
export type Dot = { x: number; y: number };

const STEPS = 8;
/** A hair of air between neighbours, as a share of the diameter. */
const PITCH = 1.06;

/**
 * Sets equal dots at their own x, moved up or down just enough not to cover each other. Only the multiset of
 * positions counts, never their order. Where they do not fit the height, all dots become smaller; where that
 * does not help either, the crowded column is pressed together and stays inside the height.
 */
export function swarm(positions: readonly number[], limits: SwarmLimits): Swarm {
  const xs = positions.toSorted((a, b) => a - b);
  for (let step = 0; step < STEPS; step++) {
    const radius = limits.radius - ((limits.radius - limits.smallestRadius) * step) / STEPS;
    const columns = placed(xs, 2 * radius * PITCH);
    if (heightOf(columns) + 2 * radius <= limits.height) return swarmOf(columns, radius);
  }
  const radius = limits.smallestRadius;
  const room = limits.height - 2 * radius;
  return swarmOf(
    placed(xs, 2 * radius * PITCH).map((column) => pressed(column, room)),
    radius,
  );
}

function swarmOf(columns: readonly Dot[][], radius: number): Swarm {
  return { radius, height: heightOf(columns) + 2 * radius, dots: columns.flat() };
}

/** The dots in groups that touch each other, each group centred on the middle line. */
function placed(xs: readonly number[], pitch: number): Dot[][] {
  const columns: Dot[][] = [];
  for (const x of xs) {
    const column = columns.at(-1);
    const isNear = column?.some((dot) => x - dot.x < pitch);
    if (column && isNear) column.push({ x, y: freeHeight(x, column, pitch) });
    else columns.push([{ x, y: 0 }]);
  }
  return columns.map(centred);
}

/** The height nearest the middle line at which a dot at `x` touches no other; up and down take turns. */
function freeHeight(x: number, others: readonly Dot[], pitch: number): number {
  const near = others.filter((dot) => x - dot.x < pitch);
  const reach = (dot: Dot) => Math.sqrt(pitch ** 2 - (x - dot.x) ** 2);
  const isFree = (y: number) => near.every((dot) => Math.abs(dot.y - y) >= reach(dot) - 1e-6);
  const heights = near.flatMap((dot) => [dot.y - reach(dot), dot.y + reach(dot)]).filter(isFree);
  const lean = Math.sign(near.reduce((sum, dot) => sum + dot.y, 0)) || 1;
  const cost = (y: number) => Math.abs(y) + (y * lean > 0 ? 1e-3 : 0);
  return isFree(0) ? 0 : heights.reduce((best, y) => (cost(y) < cost(best) ? y : best));
}

function centred(column: Dot[]): Dot[] {
  const ys = column.map((dot) => dot.y);
  const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
  return column.map(({ x, y }) => ({ x, y: y - middle }));
}

function pressed(column: Dot[], room: number): Dot[] {
  const share = Math.min(1, room / (heightOf([column]) || 1));
  return column.map(({ x, y }) => ({ x, y: y * share }));
}

function heightOf(columns: readonly Dot[][]): number {
  return 2 * Math.max(0, ...columns.flat().map((dot) => Math.abs(dot.y)));
}
