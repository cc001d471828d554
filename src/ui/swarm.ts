/** What a swarm may use: the wished and the smallest radius of a dot, and the height, all in viewBox units. */
export type SwarmLimits = { radius: number; smallestRadius: number; height: number };

/** Dots placed beside one another: `y` counts from the middle line; `height` is what they take in all. */
export type Swarm = { radius: number; height: number; dots: readonly Dot[] };
export type Dot = { x: number; y: number };

type Span = [low: number, high: number];

const HAIR = 1e-6;
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
  const tallest = mostAlike(xs);
  for (let step = 0; step < STEPS; step++) {
    const radius = limits.radius - ((limits.radius - limits.smallestRadius) * step) / STEPS;
    if (tallest * 2 * radius > limits.height) continue;
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

/** How many stand at the commonest position of a sorted list. */
function mostAlike(xs: readonly number[]): number {
  let most = 0;
  let run = 0;
  for (const [i, x] of xs.entries()) {
    run = x === xs[i - 1] ? run + 1 : 1;
    most = Math.max(most, run);
  }
  return most;
}

function swarmOf(columns: readonly Dot[][], radius: number): Swarm {
  return { radius, height: heightOf(columns) + 2 * radius, dots: columns.flat() };
}

/** The dots in groups that touch each other, each group centred on the middle line. */
function placed(xs: readonly number[], pitch: number): Dot[][] {
  const columns: Dot[][] = [];
  for (const x of xs) {
    const column = columns.at(-1);
    if (column && x - column.at(-1)!.x < pitch) column.push({ x, y: freeHeight(x, column, pitch) });
    else columns.push([{ x, y: 0 }]);
  }
  return columns.map(centred);
}

/** The height nearest the middle line at which a dot at `x` touches no other; up and down take turns. */
function freeHeight(x: number, others: readonly Dot[], pitch: number): number {
  const near = others.filter((dot) => x - dot.x < pitch);
  const taken = near.map((dot): Span => {
    const reach = Math.sqrt(pitch ** 2 - (x - dot.x) ** 2);
    return [dot.y - reach, dot.y + reach];
  });
  const inTheWay = joined(taken).find(([low, high]) => low < -HAIR && high > HAIR);
  if (!inTheWay) return 0;
  const [low, high] = inTheWay;
  const isLowFuller = near.reduce((sum, dot) => sum + dot.y, 0) < 0;
  if (Math.abs(high + low) < HAIR) return isLowFuller ? high : low;
  return -low < high ? low : high;
}

/** The spans as the fewest that cover the same heights, from low to high. */
function joined(spans: Span[]): Span[] {
  const whole: Span[] = [];
  for (const [low, high] of spans.sort((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && low < last[1] - HAIR) last[1] = Math.max(last[1], high);
    else whole.push([low, high]);
  }
  return whole;
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
