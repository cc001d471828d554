import { type BarChart, barChart } from './bar-chart.ts';
import type { ChartWidth } from './chart-frame.ts';
import { type SeriesStrips, seriesStrips } from './series-strips.ts';
import { type StripChart, stripChart } from './strip-chart.ts';
import { type TrendChart, trendChart } from './trend-chart.ts';

/** Any picture of the one grammar. */
export type Drawable = StripChart | SeriesStrips | BarChart | TrendChart;

/** So many drawings are kept, the latest seen: some megabytes. */
const MOST = 400;
const kept = new Map<string, string>();

/**
 * The drawing of a chart. One that everybody sees alike is made once and kept for a while, since a published
 * picture does not change; one that shows the reader's own place is made anew and never kept.
 */
export function drawingOf(chart: Drawable, width: ChartWidth): string {
  if ('kind' in chart) return chart.kind === 'bars' ? barChart(chart, width) : trendChart(chart, width);
  if ('strips' in chart) return seriesStrips(chart, width);
  return chart.mine ? stripChart(chart, width) : sharedDrawing(chart, width);
}

function sharedDrawing(chart: StripChart, width: ChartWidth): string {
  const content = `${width} ${JSON.stringify(chart)}`;
  const drawing = kept.get(content) ?? stripChart(chart, width);
  kept.delete(content);
  kept.set(content, drawing);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
  return drawing;
}
