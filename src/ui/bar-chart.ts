import { drawBarAxis, drawBarGrid } from './bar-axis.ts';
import { type BarFrame, barFrameOf, xAt } from './bar-frame.ts';
import type { ChartWidth } from './chart-frame.ts';
import { boxOf, drawLabel, type Label, linesHeight } from './chart-label.ts';
import type { Locale } from './format.ts';
import { svgOf } from './strip-chart.ts';
import { line, rect } from './svg.ts';
import { wrapText } from './text-width.ts';

/** One bar from zero to its share, from 0 to 1, with its interval; without `reach` only its text is written. */
export type Bar = {
  readonly text: string;
  readonly reach: { readonly share: number; readonly lower: number; readonly upper: number } | null;
};

/** What is named once, with as many bars as there are in the legend. */
export type BarRow = { readonly label: string; readonly bars: readonly Bar[] };

/**
 * Shares as bars on an axis from 0 to 100 %, which never follows the figures. All texts come ready from the caller.
 * A legend of two names the upper and the lower bar of every row; `isPale` draws one as an outline.
 */
export type BarChart = {
  readonly kind: 'bars';
  readonly locale: Locale;
  readonly description: string;
  readonly legend: readonly { readonly label: string; readonly isPale: boolean }[];
  readonly groups: readonly { readonly heading: string; readonly rows: readonly BarRow[] }[];
};

type Block = { svg: string; bottom: number };

/** The chart as an SVG string of strict XML, coloured by the classes of `chart.css` alone. */
export function barChart(chart: BarChart, width: ChartWidth): string {
  const frame = barFrameOf(chart, width);
  const { gap } = frame.sizes;
  const drawn: string[] = [];
  let top = gap * 0.5;
  const add = ({ bottom, svg }: Block) => {
    drawn.push(svg);
    top = bottom;
  };
  if (chart.legend.length > 1) add(drawLegend(chart, frame, top));
  for (const { heading, rows } of chart.groups) {
    if (heading !== '') add(drawHeading(heading, frame, top + gap));
    for (const row of rows) add(drawRow(chart, row, [frame, top]));
  }
  add(drawBarAxis(frame, top + gap * 0.5));
  return svgOf(width, top + gap * 0.5, chart.description, drawn.join(''));
}

function drawLegend({ legend }: BarChart, frame: BarFrame, top: number): Block {
  const { gap, label: size } = frame.sizes;
  const height = linesHeight(1, size);
  let bottom = top;
  const svg = legend.map(({ isPale, label: text }) => {
    const swatch = {
      left: gap,
      right: gap + size * 1.6,
      top: bottom + height * 0.25,
      bottom: bottom + height * 0.8,
    };
    const x = swatch.right + gap;
    const lines = wrapText(text, size, frame.sizes.width - x - gap);
    const label: Label = { className: 'legend', lines, anchor: 'start', x, top: bottom, size };
    bottom = boxOf(label).bottom + gap * 0.3;
    return rect(classOf(isPale), swatch) + drawLabel(label);
  });
  return { svg: svg.join(''), bottom: bottom + gap };
}

function drawHeading(heading: string, { sizes }: BarFrame, top: number): Block {
  const { gap, label: size } = sizes;
  const lines = wrapText(heading, size, sizes.width - 2 * gap);
  const label: Label = { className: 'heading', lines, anchor: 'start', x: gap, top, size };
  return { svg: drawLabel(label), bottom: boxOf(label).bottom };
}

/** The label beside the bars, or above them where there is no room, and the figures at the right. */
function drawRow(chart: BarChart, row: BarRow, [frame, top]: readonly [BarFrame, number]): Block {
  const { barStep, isLabelAbove, labelWidth, sizes } = frame;
  const lines = wrapText(row.label, sizes.label, labelWidth);
  const bars = row.bars.length * barStep;
  const text = linesHeight(lines.length, sizes.label);
  const inner = top + sizes.gap * (isLabelAbove ? 0.8 : 0.6);
  const height = isLabelAbove ? text + bars : Math.max(text, bars);
  const barsTop = isLabelAbove ? inner + text : inner + (height - bars) / 2;
  const labelTop = isLabelAbove ? inner : inner + (height - text) / 2;
  const label: Label = {
    className: 'row-label',
    lines,
    anchor: 'start',
    x: sizes.gap,
    top: labelTop,
    size: sizes.label,
  };
  const drawn = row.bars.map((bar, at) =>
    drawBar(bar, chart.legend[at]?.isPale ?? false, [frame, barsTop + at * barStep]),
  );
  const grid = drawBarGrid(frame, { top: barsTop, bottom: barsTop + bars });
  return { svg: grid + drawLabel(label) + drawn.join(''), bottom: inner + height };
}

function drawBar({ reach, text }: Bar, isPale: boolean, [frame, top]: readonly [BarFrame, number]): string {
  const { barHeight, barStep, sizes } = frame;
  const middle = top + barStep / 2;
  const written: Label = {
    className: 'figure',
    lines: [text],
    anchor: 'end',
    x: sizes.width - sizes.gap * 0.5,
    top: middle - linesHeight(1, sizes.tick) / 2,
    size: sizes.tick,
  };
  if (!reach) return drawLabel(written);
  const box = {
    left: xAt(frame, 0),
    right: xAt(frame, reach.share),
    top: middle - barHeight / 2,
    bottom: middle + barHeight / 2,
  };
  const bar = reach.share > 0 ? rect(classOf(isPale), box) : '';
  return (
    bar + drawInterval([xAt(frame, reach.lower), xAt(frame, reach.upper)], middle, frame) + drawLabel(written)
  );
}

function drawInterval(
  [from, until]: readonly [number, number],
  y: number,
  { barHeight, sizes }: BarFrame,
): string {
  const width = sizes.stroke * 1.5;
  const cap = (x: number) =>
    line('bar-interval', [x, y - barHeight * 0.25], [x, y + barHeight * 0.25], width);
  return line('bar-interval', [from, y], [until, y], width) + cap(from) + cap(until);
}

function classOf(isPale: boolean): string {
  return isPale ? 'bar bar-pale' : 'bar';
}
