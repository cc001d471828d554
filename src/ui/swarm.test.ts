import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Dot, type SwarmLimits, swarm } from './swarm.ts';

const LIMITS: SwarmLimits = { radius: 6, smallestRadius: 3, height: 110 };
const crossings = (dots: readonly Dot[], radius: number) =>
  dots.flatMap((a, i) =>
    dots.slice(i + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 2 * radius - 1e-6),
  );
const positions = fc.array(
  fc.integer({ min: 0, max: 100 }).map((n) => n * 6.6),
  { maxLength: 70 },
);

test('dots far apart all stand on the middle line, in full size', () => {
  expect(swarm([300, 100, 200], LIMITS)).toEqual({
    radius: 6,
    height: 12,
    dots: [100, 200, 300].map((x) => ({ x, y: 0 })),
  });
});

test('two equal dots stand side by side around the middle line', () => {
  const { dots } = swarm([50, 50], LIMITS);
  expect(dots.map((dot) => dot.x)).toEqual([50, 50]);
  expect(dots[0]!.y).toBeCloseTo(-dots[1]!.y);
});

test('a tall column makes every dot smaller before it presses any', () => {
  const { radius, dots, height } = swarm(Array(15).fill(50), LIMITS);
  expect(radius).toBeLessThan(6);
  expect(radius).toBeGreaterThan(3);
  expect(crossings(dots, radius)).toEqual([]);
  expect(height).toBeLessThanOrEqual(110);
});

test('70 equal dots stay inside the height and keep their place', () => {
  const { dots, radius } = swarm(Array(70).fill(50), LIMITS);
  expect(radius).toBe(3);
  for (const dot of dots) {
    expect(Math.abs(dot.y) + radius).toBeLessThanOrEqual(55 + 1e-6);
    expect(dot.x).toBe(50);
  }
});

test('a pressed column leaves its neighbours untouched', () => {
  const { dots, radius } = swarm([...Array(70).fill(50), 90, 90], LIMITS);
  expect(
    crossings(
      dots.filter((dot) => dot.x === 90),
      radius,
    ),
  ).toEqual([]);
});

test('no dot, no height', () => {
  expect(swarm([], LIMITS).dots).toEqual([]);
});

test('the order in which the dots arrive changes nothing', () => {
  fc.assert(
    fc.property(positions, fc.infiniteStream(fc.nat()), (xs, keys) => {
      const order = xs.map((x) => ({ x, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
      expect(
        swarm(
          order.map(({ x }) => x),
          LIMITS,
        ),
      ).toEqual(swarm(xs, LIMITS));
    }),
  );
});

test('every dot keeps its x, stays inside, and covers another only in a crowd', () => {
  fc.assert(
    fc.property(positions, (xs) => {
      const { dots, radius, height } = swarm(xs, LIMITS);
      expect(height).toBeLessThanOrEqual(LIMITS.height + 1e-6);
      expect(dots.map((dot) => dot.x).sort((a, b) => a - b)).toEqual(xs.toSorted((a, b) => a - b));
      expect(dots.every((dot) => Math.abs(dot.y) + radius <= LIMITS.height / 2 + 1e-6)).toBe(true);
      const smallest = 2 * LIMITS.smallestRadius * 1.06;
      const crowd = Math.max(
        0,
        ...xs.map((x) => xs.filter((other) => Math.abs(other - x) < smallest).length),
      );
      if (crowd * smallest <= LIMITS.height) expect(crossings(dots, radius)).toEqual([]);
    }),
  );
});
