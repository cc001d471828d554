import { expect, test } from 'vitest';
import { CHART_WIDTHS } from './chart-frame.ts';
import { type SeriesStrips, seriesStrips } from './series-strips.ts';
import { AWKWARD } from './strip-chart.fixtures.ts';
import { clashesIn, elementsOf, withClass } from './svg.fixtures.ts';

function aSeries(...names: string[]): SeriesStrips {
  const strips = names.map((name, i) => ({ ...AWKWARD[name]!, heading: String(2024 + i) }));
  const { locale, axis } = AWKWARD.usual!;
  return { locale, axis, description: 'To år', strips };
}

const pairs = [
  ['usual', 'usual'],
  ['70 all equal', 'only median'],
  ['values at both edges', 'own place at the high edge', 'interval over the whole axis'],
  ['nothing', 'only own value'],
];

test.each(CHART_WIDTHS)('%d wide, no label of one period meets anything of another', (width) => {
  for (const names of pairs) expect(clashesIn(seriesStrips(aSeries(...names), width))).toEqual([]);
});

test('the earliest period stands on top and all share one axis', () => {
  const svg = seriesStrips(aSeries('usual', 'usual'), 720);
  const headings = withClass(svg, 'heading');
  expect(headings.map(({ text }) => text)).toEqual(['2024', '2025']);
  expect(Number(headings[0]!.attributes.y)).toBeLessThan(Number(headings[1]!.attributes.y));
  expect(withClass(svg, 'tick')).toHaveLength(6);
  const medians = withClass(svg, 'median').map(({ attributes }) => attributes.x1);
  expect(medians[0]).toBe(medians[1]);
});

test('dots have one size in all periods, also where one period is crowded', () => {
  const radii = withClass(seriesStrips(aSeries('usual', '70 all equal'), 720), 'dot').map(
    (d) => d.attributes.r,
  );
  expect(new Set(radii)).toEqual(new Set(['3']));
});

test('a value at the edge in one period marks the axis of all', () => {
  const svg = seriesStrips(aSeries('values at both edges', 'usual'), 720);
  expect(withClass(svg, 'edge')).toHaveLength(4);
});

test('a series without periods is an axis', () => {
  const svg = seriesStrips(aSeries(), 720);
  expect(elementsOf(svg)[0]!.attributes['aria-label']).toBe('To år');
  expect(withClass(svg, 'tick')).toHaveLength(6);
});
