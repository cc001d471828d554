import { expect, test } from 'vitest';
import { indicatorOf } from '#test/indicator.ts';
import type { Reference } from './own-place.ts';
import { tableOf } from './spread-chart.text.ts';

const reference: Reference = {
  level: 'nation',
  p10: 2.04,
  p25: 3,
  p50: 4,
  p75: 5,
  p90: 8,
  tauSquared: 0.006,
  isExample: false,
  practices: null,
};

test('the figures of a table have as many decimals as each other', () => {
  const indicator = indicatorOf({ axis: { min: 0, max: 10, ticks: null } });
  const picture = { dots: [20, 25, 37], median: 30, quartiles: [20, 45] as [number, number] };
  const own = { numerator: 6, denominator: 200, value: 3, missing: null };
  const { rows } = tableOf('da', { indicator, picture, reference, own });
  expect(rows.map(([, figures]) => figures?.replaceAll('\u00a0', ' '))).toEqual([
    '3,0 %',
    '3,0 %',
    '2,0 og 4,5 %',
    '2,0 % · 2,5 % · 3,7 %',
    '2,0–8,0 %',
  ]);
});
