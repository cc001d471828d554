import { drawAxis } from './chart-axis.ts';
import { type Axis, type ChartWidth, type Frame, frameOf } from './chart-frame.ts';
import { boxOf, drawLabel, type Label, linesWithin } from './chart-label.ts';
import type { Locale } from './format.ts';
import { edgesOf, type Strip } from './strip.ts';
import { drawStrip, type StripBlock, swarmOf } from './strip-block.ts';
import { svgOf } from './strip-chart.ts';
import { line } from './svg.ts';

/** The same figures of several periods, earliest first, on one axis; `heading` names the period. */
export type SeriesStrips = {
  locale: Locale;
  axis: Axis;
  description: string;
  strips: readonly (Strip & { heading: string })[];
};

/**
 * Strips of several periods above one another, the earliest on top, with one axis below them and dots of one
 * size. Promises and refuses what `stripChart` does.
 */
export function seriesStrips(series: SeriesStrips, width: ChartWidth): string {
  const frame = frameOf(series.locale, series.axis, width);
  const radius = Math.min(
    ...series.strips.map((strip) => swarmOf(strip, frame)?.radius ?? frame.sizes.swarm.radius),
  );
  const drawn: string[] = [];
  let bottom = 0;
  for (const [i, strip] of series.strips.entries()) {
    const base = i === 0 ? '' : baseline(frame, bottom);
    const block = drawHeaded(strip, frame, bottom + frame.sizes.gap * (i === 0 ? 0.5 : 1.5), radius);
    drawn.push(base, block.svg);
    bottom = block.bottom;
  }
  const axis = drawAxis(frame, bottom, edgesOf(frame, series.strips));
  return svgOf(width, axis.bottom + frame.sizes.gap * 0.5, series.description, drawn.join('') + axis.svg);
}

/** The lower end of a strip that has the next one below it. */
function baseline({ sizes }: Frame, y: number): string {
  return line('grid', [sizes.margin, y], [sizes.width - sizes.margin, y], sizes.stroke);
}

function drawHeaded(
  strip: SeriesStrips['strips'][number],
  frame: Frame,
  top: number,
  radius: number,
): StripBlock {
  const { sizes } = frame;
  const lines = linesWithin(strip.heading, sizes.label, sizes);
  const heading: Label = {
    className: 'heading',
    lines,
    anchor: 'start',
    x: sizes.margin,
    top,
    size: sizes.label,
  };
  const block = drawStrip(strip, frame, boxOf(heading).bottom, swarmOf(strip, frame, radius));
  return { ...block, svg: drawLabel(heading) + block.svg };
}
