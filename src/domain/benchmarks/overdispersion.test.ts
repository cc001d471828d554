import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import worked from '#test/worked-values/funnelplotr-limits-overdispersion.json' with { type: 'json' };
import {
  arcsineScores,
  expectedRange,
  expectedRatioRange,
  isOutside,
  logRatioScores,
  phi,
  pooledShare,
  rootRatioScores,
  type Score,
  tauSquared,
  truncated,
  winsorised,
} from './overdispersion.ts';
import {
  confidences,
  expectAllNear,
  expectNear,
  figures,
  shuffledListsOf,
} from './worked-values.fixtures.ts';

const { published_test_values: published, computed_values: computed } = worked;

const zsOf = (scores: Score[]) => scores.map(({ z }) => z);

describe('Observed against expected', () => {
  const { expected_events: events, tolerance, ...limits } = published.poisson_limits;

  test.each(events.map((expected, at) => ({ expected, at })))(
    '$expected expected events',
    ({ expected, at }) => {
      const [at95, at998] = [expectedRatioRange(expected, 0.95), expectedRatioRange(expected, 0.998)];
      expectNear(published.poisson_limits.target * at95.lower, limits.ll95[at]!, tolerance);
      expectNear(published.poisson_limits.target * at95.upper, limits.ul95[at]!, tolerance);
      expectNear(published.poisson_limits.target * at998.lower, limits.ll998[at]!, tolerance);
      expectNear(published.poisson_limits.target * at998.upper, limits.ul998[at]!, tolerance);
    },
  );

  test('φ and τ² of the hospital mortality indicator are the published ones', () => {
    const { input, trim_by: share, expected_phi: expected } = published.phi;
    const kept = truncated(logRatioScores(input), share);
    expect(kept).toHaveLength(computed.SR_SHMI.n_after_truncation);
    expectNear(phi(kept), expected, published.phi.tolerance);
    expectNear(phi(kept), computed.SR_SHMI.phi, computed.tolerance);
    expectNear(tauSquared(kept), computed.SR_SHMI.tau2, computed.tolerance);
  });

  test('φ and τ² on the scale of the square root are the worked ones', () => {
    const scores = rootRatioScores(published.phi.input);
    expectAllNear(zsOf(scores), computed.SR_CQC.z, computed.tolerance);
    expectAllNear(zsOf(winsorised(scores)), computed.SR_CQC.winsorised_z, computed.tolerance);
    expectNear(phi(winsorised(scores)), computed.SR_CQC.phi, computed.tolerance);
    expectNear(tauSquared(winsorised(scores)), computed.SR_CQC.tau2, computed.tolerance);
  });

  test('units of one group are pooled before they are compared', () => {
    const { numerator, denominator, group, expected_rr: ratios, tolerance } = published.aggregate;
    const rows = numerator.map((counted, at) => ({ numerator: counted, denominator: denominator[at]! }));
    const groups = [...new Set(group)].map((name) => rows.filter((_, at) => group[at] === name));
    expectAllNear(groups.map(pooledShare), ratios, tolerance);
  });

  const { rr, limits: funnel, ...flags } = published.outlier_flags;
  test.each([
    ['95 %', { lower: funnel.LCL95, upper: funnel.UCL95 }, flags.expected_95_unadjusted],
    ['95 %, overdispersed', { lower: funnel.OD95LCL, upper: funnel.OD95UCL }, flags.expected_95_od],
    ['99.8 %', { lower: funnel.LCL998, upper: funnel.UCL998 }, flags.expected_998_unadjusted],
    ['99.8 %, overdispersed', { lower: funnel.OD998LCL, upper: funnel.OD998UCL }, flags.expected_998_od],
  ])('outside the range of %s lie those published', (_, range, expected) => {
    expect(rr.map((ratio) => Number(isOutside(ratio, range)))).toEqual(expected);
  });
});

describe('Shares', () => {
  const { input, target, limits_unadjusted: byChance, limits_od: overdispersed } = computed.PR;
  const scores = arcsineScores(input);
  const { tolerance } = computed;

  test('target, scores, φ and τ² are the worked ones', () => {
    expectNear(pooledShare(input), target, tolerance);
    expectAllNear(zsOf(scores), computed.PR.z, computed.tolerance);
    expectAllNear(zsOf(winsorised(scores)), computed.PR.winsorised_z, computed.tolerance);
    expectNear(phi(winsorised(scores)), computed.PR.phi, tolerance);
    expectNear(tauSquared(winsorised(scores)), computed.PR.tau2, tolerance);
  });

  test.each(byChance)('the range by chance at $number_seq patients', (one) => {
    const [at95, at998] = [0.95, 0.998].map((confidence) =>
      expectedRange(target, one.number_seq, 0, confidence),
    );
    expectNear(1 / (2 * Math.sqrt(one.number_seq)), one.s, tolerance);
    expectNear(at95!.lower, one.ll95, tolerance);
    expectNear(at95!.upper, one.ul95, tolerance);
    expectNear(at998!.lower, one.ll998, tolerance);
    expectNear(at998!.upper, one.ul998, tolerance);
  });

  test.each(overdispersed)('the overdispersed range at $number_seq patients', (one) => {
    const between = tauSquared(winsorised(scores));
    const [at95, at998] = [0.95, 0.998].map((c) => expectedRange(target, one.number_seq, between, c));
    expectNear(1 / (2 * Math.sqrt(one.number_seq)), one.s, tolerance);
    expectNear(at95!.lower, one.odll95, tolerance);
    expectNear(at95!.upper, one.odul95, tolerance);
    expectNear(at998!.lower, one.odll998, tolerance);
    expectNear(at998!.upper, one.odul998, tolerance);
  });

  test('the expected range holds the target, lies from 0 to 1, and widens with τ²', () => {
    const variances = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(figures, variances, confidences, ({ numerator, denominator }, between, confidence) => {
        const share = numerator / denominator;
        const narrow = expectedRange(share, denominator, 0, confidence);
        const wide = expectedRange(share, denominator, between, confidence);
        const inOrder = [0, wide.lower, narrow.lower, share, narrow.upper, wide.upper, 1];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
    );
  });
});

test('of ten scores truncation leaves out one at each end, and equal scores share a fate', () => {
  const scoresOf = (zs: number[]) => zs.map((z) => ({ z, standardError: 0.1 }));
  const kept = (zs: number[]) => truncated(scoresOf(zs)).map(({ z }) => z);
  expect(kept([9, 3, 1, 4, 8, 2, 7, 5, 10, 6])).toEqual([9, 3, 4, 8, 2, 7, 5, 6]);
  expect(kept([1, 1, 1, 1, 5, 6, 7, 8, 9, 9])).toHaveLength(10);
});

test('practices that differ by less than chance have no variance between them', () => {
  const alike = Array.from({ length: 20 }, () => ({ numerator: 10, denominator: 100 }));
  expect(phi(arcsineScores(alike))).toBe(0);
  expect(tauSquared(arcsineScores(alike))).toBe(0);
});

test('the order of the figures changes no summary, to the last bit', () => {
  fc.assert(
    fc.property(shuffledListsOf(figures, 2), ([list, shuffled]) => {
      const summaryOf = (figures: typeof list) => {
        const scores = winsorised(arcsineScores(figures));
        return [pooledShare(figures), phi(scores), tauSquared(scores), phi(rootRatioScores(figures))];
      };
      expect(summaryOf(shuffled)).toEqual(summaryOf(list));
    }),
  );
});

test('figures that cannot be are refused', () => {
  const shares = [{ numerator: 3, denominator: 10 }];
  for (const numerator of [-1, 11, Number.NaN]) {
    expect(() => arcsineScores([...shares, { numerator, denominator: 10 }])).toThrow(RangeError);
  }
  for (const denominator of [0, -1, Infinity]) {
    const ratios = [...shares, { numerator: 0, denominator }];
    expect(() => arcsineScores(ratios)).toThrow(RangeError);
    expect(() => rootRatioScores(ratios)).toThrow(RangeError);
    expect(() => expectedRange(0.1, denominator, 0)).toThrow(RangeError);
    expect(() => expectedRatioRange(denominator)).toThrow(RangeError);
  }
  expect(() => logRatioScores([{ numerator: 0, denominator: 5 }])).toThrow(RangeError);
  expect(() => pooledShare([])).toThrow(RangeError);
  expect(() => phi([])).toThrow(RangeError);
  expect(() => tauSquared(arcsineScores(shares))).toThrow(RangeError);
  expect(() => expectedRange(1.1, 10, 0)).toThrow(RangeError);
  expect(() => expectedRange(0.1, 10, -1)).toThrow(RangeError);
  for (const share of [0, 0.5, -0.1]) {
    expect(() => winsorised(arcsineScores(shares), share)).toThrow(RangeError);
    expect(() => truncated(arcsineScores(shares), share)).toThrow(RangeError);
  }
});
