import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import byar from '#test/worked-values/poisson-rate-byar-exact.json' with { type: 'json' };
import wilson from '#test/worked-values/wilson-interval.json' with { type: 'json' };
import { byarLimits, crudeRate, exactPoissonLimits, poissonInterval, wilsonInterval } from './interval.ts';
import { confidences, expectAllNear, expectNear, figures } from './worked-values.fixtures.ts';

const confidenceOf = (printed: string) => ({ '95%': 0.95, '99.8%': 0.998 })[printed]!;

/** Expects the limits of a share to be the worked ones, times the multiplier they were printed with. */
function expectWilson(
  { x, n, multiplier = 1 }: { x: number; n: number; multiplier?: number },
  confidence: number,
  worked: { lower: number | null; upper: number | null; tolerance: number },
) {
  const { lower, upper } = wilsonInterval(x, n, confidence);
  expectNear(multiplier * lower, worked.lower!, worked.tolerance);
  expectNear(multiplier * upper, worked.upper!, worked.tolerance);
}

describe("Wilson's interval", () => {
  test.each([
    ...wilson.cases_phe_wilson.map((one) => ({ ...one, tolerance: wilson.tolerance.phe })),
    ...wilson.cases_newcombe_1998.map((one) => ({ ...one, tolerance: wilson.tolerance.newcombe })),
  ])('of $x out of $n at $conf is the published one', ({ conf, tolerance, lower, upper, ...one }) => {
    expectWilson(one, confidenceOf(conf), { lower, upper, tolerance });
  });

  const { phe: tolerance } = wilson.tolerance;
  test.each(wilson.cases_phe_proportion)('of $area times $multiplier is the published one', (one) => {
    const { x, n, multiplier } = one;
    if (x === null || n === null) {
      expect([one.value, one.lower95, one.upper95, one.lower998, one.upper998]).toEqual(Array(5).fill(null));
      expect(() => wilsonInterval(x as never, n as never)).toThrow(RangeError);
      return;
    }
    expectNear((multiplier * x) / n, one.value!, tolerance);
    expectWilson({ x, n, multiplier }, 0.95, { lower: one.lower95, upper: one.upper95, tolerance });
    expectWilson({ x, n, multiplier }, 0.998, { lower: one.lower998, upper: one.upper998, tolerance });
  });

  test.each(wilson.phe_grouped)('of the group $area is the published one', ({ x, n, conf, ...worked }) => {
    if (x === null || n === null) {
      expect([worked.value, worked.lower, worked.upper]).toEqual([null, null, null]);
      expect(() => wilsonInterval(x as never, n as never)).toThrow(RangeError);
      return;
    }
    expectNear(x / n, worked.value!, tolerance);
    expectWilson({ x, n }, confidenceOf(conf), { ...worked, tolerance });
  });

  test('holds the share itself, lies from 0 to 1, and widens with confidence', () => {
    fc.assert(
      fc.property(figures, confidences, confidences, ({ numerator, denominator }, one, other) => {
        const [narrow, wide] = [Math.min(one, other), Math.max(one, other)].map((confidence) =>
          wilsonInterval(numerator, denominator, confidence),
        );
        const inOrder = [
          0,
          wide!.lower,
          narrow!.lower,
          numerator / denominator,
          narrow!.upper,
          wide!.upper,
          1,
        ];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
    );
  });

  test.each([
    ['a negative count', -1, 10, 0.95],
    ['nobody', 0, 0, 0.95],
    ['fewer than nobody', 0, -5, 0.95],
    ['more than all', 11, 10, 0.95],
    ['what is no number', Number.NaN, 10, 0.95],
    ['endless patients', 1, Infinity, 0.95],
    ['a confidence below 0.9', 1, 10, 0.5],
    ['certainty', 1, 10, 1],
    ['a confidence given in per cent', 1, 10, 95],
  ])('of %s is refused', (_, numerator, denominator, confidence) => {
    expect(wilson.must_fail).toHaveLength(4);
    expect(() => wilsonInterval(numerator, denominator, confidence)).toThrow(RangeError);
  });
});

describe('The interval of a count', () => {
  test.each(byar.cases_byar_counts)("by Byar's formula of $x at $conf is the published one", (one) => {
    const { lower, upper } = byarLimits(one.x, confidenceOf(one.conf));
    if (one.lower === null) expect(lower).toBeNull();
    else expectNear(lower, one.lower, byar.tolerance);
    expectNear(upper, one.upper, byar.tolerance);
  });

  test.each(byar.cases_rates)('of $area per $multiplier is the published rate', (one) => {
    const { x, n, multiplier } = one;
    if (x === null || n === null) {
      expect([one.value, one.lower95, one.upper95, one.lower998, one.upper998]).toEqual(Array(5).fill(null));
      expect(() => crudeRate(x as never, n as never, multiplier)).toThrow(RangeError);
      return;
    }
    const [at95, at998] = [0.95, 0.998].map((confidence) => crudeRate(x, n, multiplier, confidence));
    const actual = [at95!.value, at95!.lower, at95!.upper, at998!.lower, at998!.upper];
    const worked = [one.value, one.lower95, one.upper95, one.lower998, one.upper998];
    expectAllNear(actual, worked, byar.tolerance);
    expect(one.method).toBe(x < 10 ? 'Exact' : 'Byars');
  });

  test("is exact below 10 and Byar's from 10", () => {
    expect(poissonInterval(9)).toEqual(exactPoissonLimits(9));
    expect(poissonInterval(10)).toEqual(byarLimits(10));
    expect(poissonInterval(0).lower).toBe(0);
    // Nothing seen among many: the "rule of three" for one side, 3.7 for two.
    expectNear(poissonInterval(0).upper, -Math.log(0.025), 1e-13);
  });

  test('holds the count, never falls below 0, and widens with confidence', () => {
    const counts = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(counts, confidences, confidences, (count, one, other) => {
        const [narrow, wide] = [Math.min(one, other), Math.max(one, other)].map((confidence) =>
          poissonInterval(count, confidence),
        );
        const inOrder = [0, wide!.lower, narrow!.lower, count, narrow!.upper, wide!.upper];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
    );
  });

  test('may exceed the denominator of its rate', () => {
    expect(crudeRate(250, 100, 10).value).toBe(25);
  });

  test.each([
    ['a negative count', -1, 100, 1000, 0.95],
    ['a count that is no number', Number.NaN, 100, 1000, 0.95],
    ['nobody', 5, 0, 1000, 0.95],
    ['a multiplier of 0', 5, 100, 0, 0.95],
    ['a confidence given in per cent', 5, 100, 1000, 95],
  ])('of %s is refused', (_, numerator, denominator, multiplier, confidence) => {
    expect(() => crudeRate(numerator, denominator, multiplier, confidence)).toThrow(RangeError);
  });
});
