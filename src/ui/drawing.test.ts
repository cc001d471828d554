import { expect, test } from 'vitest';
import { drawingOf } from './drawing.ts';
import { AWKWARD, aStripChart } from './strip-chart.fixtures.ts';
import { stripChart } from './strip-chart.ts';

test.each(Object.keys(AWKWARD))('the drawing of "%s" is the same however often it is asked for', (name) => {
  const chart = AWKWARD[name]!;
  for (const width of [360, 720, 1600, 720, 360] as const)
    expect(drawingOf(chart, width)).toBe(stripChart(chart, width));
});

test('charts that differ in anything have each their own drawing, also beyond what is kept', () => {
  const charts = Array.from({ length: 450 }, (_, index) =>
    aStripChart({ dots: [index / 10], description: `Klynge ${index % 7}`, locale: index % 2 ? 'en' : 'da' }),
  );
  for (const chart of [...charts, ...charts.slice(0, 3)])
    expect(drawingOf(chart, 360)).toBe(stripChart(chart, 360));
});
