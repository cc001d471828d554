import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHART_WIDTHS, type ChartWidth } from './chart-frame.ts';
import { AWKWARD, anyStripChart, aStripChart } from './strip-chart.fixtures.ts';
import { stripChart } from './strip-chart.ts';
import { clashesIn, elementsOf, roomOf, withClass } from './svg.fixtures.ts';

const MARGIN: Record<ChartWidth, number> = { 360: 22, 720: 26, 1600: 70 };
const centres = (svg: string, className: string) =>
  withClass(svg, className).map(({ attributes }) => Number(attributes.cx ?? attributes.x1));
const texts = (svg: string, className: string) => withClass(svg, className).map(({ text }) => text);
const ticks = (svg: string) => texts(svg, 'tick').map((text) => text.replaceAll('\u00a0', ' '));
const ownValue = (value: number, lower: number | null, upper: number | null) => ({
  mine: { value, lower, upper, label: 'Din praksis' },
});

describe.each(CHART_WIDTHS)('%d wide', (width) => {
  test.for(Object.entries(AWKWARD))('%s: no label meets a mark, another label or the edge', ([, chart]) => {
    expect(clashesIn(stripChart(chart, width))).toEqual([]);
  });

  test('whatever the figures, no label meets a mark, another label or the edge', () => {
    fc.assert(
      fc.property(anyStripChart, (chart) => {
        expect(clashesIn(stripChart(chart, width))).toEqual([]);
      }),
    );
  });

  test('no dot leaves the chart, also not 70 at one place or beyond the axis', () => {
    fc.assert(
      fc.property(anyStripChart, (chart) => {
        const svg = stripChart(chart, width);
        const height = Number(elementsOf(svg)[0]!.attributes.height);
        for (const circle of [...withClass(svg, 'dot'), ...withClass(svg, 'mine')]) {
          const { left, right, top, bottom } = roomOf(circle);
          expect([left >= 0, right <= width, top >= 0, bottom <= height]).toEqual([true, true, true, true]);
        }
      }),
    );
  });

  test('the order in which the dots come changes no byte', () => {
    fc.assert(
      fc.property(anyStripChart, fc.infiniteStream(fc.nat()), (chart, keys) => {
        const order = (chart.dots ?? []).map((dot) => ({ dot, key: keys.next().value ?? 0 }));
        const dots = chart.dots && order.sort((a, b) => a.key - b.key).map(({ dot }) => dot);
        expect(stripChart({ ...chart, dots }, width)).toBe(stripChart(chart, width));
      }),
    );
  });
});

test('a value stands where the axis says, and the axis never follows the figures', () => {
  for (const dots of [[25], [10, 25, 40], Array(30).fill(25)]) {
    const svg = stripChart(aStripChart({ dots }), 720);
    expect(centres(svg, 'dot')).toContain(360);
    expect(ticks(svg)).toEqual(['0', '10', '20', '30', '40', '50 %']);
  }
});

test.each([
  [0, 26],
  [2.5, 26],
  [-10, 26],
  [2.6, 60.74],
  [47.4, 659.26],
  [47.5, 694],
  [1000, 694],
])('a value of %d on an axis from 0 to 50 stands at %d', (value, x) => {
  expect(centres(stripChart(aStripChart({ dots: [value] }), 720), 'dot')).toEqual([x]);
  expect(centres(stripChart(aStripChart(ownValue(value, null, null)), 720), 'mine')).toEqual([x]);
});

test.each(CHART_WIDTHS)(
  '%d wide, values at an edge are marked there and the axis says which they are',
  (width) => {
    const at = (dots: number[]) => stripChart(aStripChart({ dots }), width);
    expect(withClass(at([10, 40]), 'edge')).toHaveLength(0);
    expect(withClass(at([1, 40]), 'edge')).toHaveLength(2);
    expect(ticks(at([1, 40]))[0]).toBe('< 2,5');
    expect(ticks(at([1, 49])).at(-1)).toBe('> 47,5 %');
    expect(centres(at([1, 49]), 'dot')).toEqual([MARGIN[width], width - MARGIN[width]]);
  },
);

test('the unit is written once, beside the last number or, when long, below', () => {
  const unitIn = (unit: string) => stripChart(aStripChart({ axis: { min: 0, max: 50, unit } }), 720);
  expect(ticks(unitIn('%')).filter((text) => text.includes('%'))).toEqual(['50 %']);
  expect(texts(unitIn('pr. 1.000 tilmeldte'), 'unit')).toEqual(['pr. 1.000 tilmeldte']);
  expect(ticks(unitIn('pr. 1.000 tilmeldte')).at(-1)).toBe('50');
  expect(texts(unitIn(''), 'unit')).toEqual([]);
});

test('numbers on the axis follow the language, and given ticks are kept', () => {
  const axis = { min: 0, max: 1, unit: '%', ticks: [0, 0.5, 1] };
  expect(ticks(stripChart(aStripChart({ axis }), 720))).toEqual(['0', '0,5', '1 %']);
  expect(ticks(stripChart(aStripChart({ axis, locale: 'en' }), 720))).toEqual(['0', '0.5', '1%']);
});

test('what is not known is not drawn', () => {
  const svg = stripChart(aStripChart(), 720);
  for (const part of ['dot', 'mine', 'median', 'quartile', 'band-outer', 'band-inner', 'mine-interval'])
    expect(withClass(svg, part)).toEqual([]);
});

test('every place is one equal dot, and nothing but the own one differs', () => {
  const svg = stripChart(AWKWARD['70 dots']!, 720);
  const dots = withClass(svg, 'dot');
  expect(dots).toHaveLength(70);
  expect(new Set(dots.map(({ attributes }) => attributes.r)).size).toBe(1);
  const own = withClass(svg, 'mine');
  expect(own).toHaveLength(1);
  expect(Number(own[0]!.attributes.r)).toBeGreaterThan(Number(dots[0]!.attributes.r));
});

test.each([
  ['right of the interval', 'start', 30, 5],
  ['left of it, where the median runs on the right', 'end', 20, 25],
  ['below it, where there is no room beside', 'middle', 5, 10],
])('the own label stands %s', (_, anchor, value, median) => {
  const mine = { value, lower: value - 1, upper: value + 1, label: 'Din praksis 17\u00a0%' };
  const svg = stripChart(aStripChart({ mine, median: { value: median, label: 'Median' } }), 720);
  expect(withClass(svg, 'mine-label')[0]!.attributes['text-anchor']).toBe(anchor);
});

test('an interval ends in caps, and in an arrow where it goes on beyond', () => {
  const ends = (lower: number, upper: number) =>
    withClass(stripChart(aStripChart(ownValue(20, lower, upper)), 720), 'mine-interval').map(
      ({ name }) => name,
    );
  expect(ends(12, 27)).toEqual(['line', 'line', 'line']);
  expect(ends(12, 50)).toEqual(['line', 'line', 'polyline']);
});

test('a name with markup in it is read as it is written, by eye and by screen reader', () => {
  const svg = stripChart(AWKWARD['English, with markup in the names']!, 720);
  expect(texts(svg, 'mine-label')).toEqual(['Your practice <b>17%</b>']);
  const root = elementsOf(svg)[0]!.attributes;
  expect(root).toMatchObject({
    role: 'img',
    'aria-label': 'Spread in "A & B" <cluster>',
    xmlns: 'http://www.w3.org/2000/svg',
  });
});

test('colour comes from classes alone', () => {
  expect(stripChart(AWKWARD.usual!, 720)).not.toMatch(/style=|fill=|stroke=|#[0-9a-f]{3}/);
});

test.each([
  ['a figure that is no number', { dots: [Number.NaN] }],
  ['an axis that falls', { axis: { min: 5, max: 1, unit: '%' } }],
  ['an axis without an end', { axis: { min: 0, max: Number.POSITIVE_INFINITY, unit: '%' } }],
])('%s is refused', (_, parts) => {
  expect(() => stripChart(aStripChart(parts), 720)).toThrow(RangeError);
});
