import fc from 'fast-check';
import { expect } from 'vitest';

/** Expects a value to lie no further from a worked one than the tolerance printed with it. */
export function expectNear(actual: number | null, worked: number, tolerance: number): void {
  expect(actual).toBeTypeOf('number');
  expect(Math.abs(actual! - worked), `${actual} against ${worked}`).toBeLessThanOrEqual(tolerance);
}

/** Expects so many values, each no further from its worked one than the tolerance printed with them. */
export function expectAllNear(actual: number[], worked: (number | null)[], tolerance: number): void {
  expect(actual).toHaveLength(worked.length);
  for (const [at, value] of actual.entries()) expectNear(value, worked[at]!, tolerance);
}

/** Confidences from 90 % to 99.99 % in steps of 0.01 %: closer ones differ by less than rounding does. */
export const confidences = fc.integer({ min: 9000, max: 9999 }).map((whole) => whole / 10_000);

/** Some counted out of up to 20,000, from none of them to all. */
export const figures = fc
  .integer({ min: 1, max: 20_000 })
  .chain((denominator) =>
    fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
  );

/** A list of at least so many, together with the same in another order. */
export function shuffledListsOf<T>(one: fc.Arbitrary<T>, minLength: number): fc.Arbitrary<[T[], T[]]> {
  return fc
    .array(one, { minLength, maxLength: minLength + 40 })
    .chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
}
