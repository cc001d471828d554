import { drawAxis } from './chart-axis.ts';
import { type Axis, type ChartWidth, frameOf } from './chart-frame.ts';
import type { Locale } from './format.ts';
import { edgesOf, type Strip } from './strip.ts';
import { drawStrip } from './strip-block.ts';
import { element } from './svg.ts';

/** A strip on its axis; `description` is what a screen reader says instead of the picture. */
export type StripChart = Strip & { locale: Locale; axis: Axis; description: string };

/**
 * The strip chart as an SVG string of strict XML, coloured by the classes of `chart.css` alone. Equal figures
 * give equal bytes, in whatever order the dots come. Values in the outer 5 % of the axis and beyond stand at
 * its edge, marked there. Refuses a value that is no number and an axis that does not rise.
 */
export function stripChart(chart: StripChart, width: ChartWidth): string {
  const frame = frameOf(chart.locale, chart.axis, width);
  const strip = drawStrip(chart, frame, frame.sizes.gap * 0.5);
  const axis = drawAxis(frame, strip.bottom, edgesOf(frame, [chart]));
  return svgOf(width, axis.bottom + frame.sizes.gap * 0.5, chart.description, strip.svg + axis.svg);
}

/** A finished chart of this size, said in words to whoever cannot see it. */
export function svgOf(width: ChartWidth, height: number, description: string, content: string): string {
  const rounded = Math.ceil(height);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: `strip-chart strip-chart-${width}`,
    viewBox: `0 0 ${width} ${rounded}`,
    width,
    height: rounded,
    role: 'img',
    'aria-label': description,
  };
  return element('svg', attributes, content);
}
