import { type ChartWidth, frameOf, type Sizes } from './chart-frame.ts';
import { boxOf, drawLabel, inside, type Label, linesHeight } from './chart-label.ts';
import { type Locale, number, percent } from './format.ts';
import { svgOf } from './strip-chart.ts';
import { element, line } from './svg.ts';
import { textWidth } from './text-width.ts';

/** What was found at one time, from 0 to 1, with its interval; without `reach` a gap is left. */
export type TrendMark = {
  readonly label: string;
  readonly text: string;
  readonly reach: { readonly share: number; readonly lower: number; readonly upper: number } | null;
};

/** Shares over time on an axis from 0 to 100 %, earliest first, each as far from the next. */
export type TrendChart = {
  readonly kind: 'trend';
  readonly locale: Locale;
  readonly description: string;
  readonly marks: readonly TrendMark[];
};

type Plot = { sizes: Sizes; locale: Locale; left: number; right: number; top: number; bottom: number };
type Placed = TrendMark & { x: number };

/** The chart as an SVG string of strict XML, coloured by the classes of `chart.css` alone. */
export function trendChart(chart: TrendChart, width: ChartWidth): string {
  const { sizes } = frameOf(chart.locale, { min: 0, max: 100, unit: '%' }, width);
  const { gap, tick } = sizes;
  const top = 1.5 * linesHeight(1, tick) + 2 * gap;
  const plot: Plot = {
    sizes,
    locale: chart.locale,
    left: textWidth(percent(chart.locale, 100, 0), tick) + 2 * gap,
    right: width - gap,
    top,
    bottom: top + sizes.swarm.height * 1.4,
  };
  const placed = chart.marks.map((mark, at) => ({ ...mark, x: xOf(plot, at, chart.marks.length) }));
  const labels = [...timesOf(plot, placed), ...figuresOf(plot, placed)];
  const bottom = Math.max(plot.bottom, ...labels.map((label) => boxOf(label).bottom));
  const content = [
    drawScale(plot),
    drawLine(plot, placed),
    ...placed.map((mark) => drawMark(plot, mark)),
    ...labels.map(drawLabel),
  ];
  return svgOf(width, bottom + gap * 0.5, chart.description, content.join(''));
}

// Half a step of air at both ends, so that no mark stands on the edge.
function xOf({ left, right }: Plot, at: number, marks: number): number {
  return left + ((at + 0.5) / marks) * (right - left);
}

function yOf({ bottom, top }: Plot, share: number): number {
  return bottom - share * (bottom - top);
}

function drawScale(plot: Plot): string {
  const { gap, stroke, tick: size } = plot.sizes;
  const ticks = [0, 0.5, 1].map((share) => {
    const text = share === 1 ? percent(plot.locale, 100, 0) : number(plot.locale, share * 100, 0);
    const y = yOf(plot, share);
    const label: Label = {
      className: 'tick',
      lines: [text],
      anchor: 'end',
      x: plot.left - gap,
      top: y - linesHeight(1, size) / 2,
      size,
    };
    return line(share === 0 ? 'axis' : 'grid', [plot.left, y], [plot.right, y], stroke) + drawLabel(label);
  });
  return ticks.join('');
}

/** From each mark to the next one that is known, but not over a gap. */
function drawLine(plot: Plot, placed: readonly Placed[]): string {
  const pieces = placed.slice(1).map((mark, at) => {
    const before = placed[at]!;
    if (!mark.reach || !before.reach) return '';
    const from: [number, number] = [before.x, yOf(plot, before.reach.share)];
    return line('trend-line', from, [mark.x, yOf(plot, mark.reach.share)], plot.sizes.stroke * 1.5);
  });
  return pieces.join('');
}

function drawMark(plot: Plot, { reach, x }: Placed): string {
  if (!reach) return '';
  const { gap, stroke, swarm } = plot.sizes;
  const [lower, upper] = [yOf(plot, reach.lower), yOf(plot, reach.upper)];
  const cap = (y: number) => line('bar-interval', [x - gap * 0.5, y], [x + gap * 0.5, y], stroke * 1.5);
  const interval = line('bar-interval', [x, lower], [x, upper], stroke * 1.5) + cap(lower) + cap(upper);
  return (
    interval + element('circle', { class: 'trend-mark', cx: x, cy: yOf(plot, reach.share), r: swarm.radius })
  );
}

function timesOf(plot: Plot, placed: readonly Placed[]): Label[] {
  const { gap, tick: size } = plot.sizes;
  const labels = placed.map(
    ({ label, x }): Label =>
      inside(
        {
          className: 'tick',
          lines: label.split(' '),
          anchor: 'middle',
          x,
          top: plot.bottom + linesHeight(1, size) / 2 + gap * 0.3,
          size,
        },
        plot.sizes,
      ),
  );
  return apart(labels, gap);
}

/** The figures in a row of their own, where no line can cross them. */
function figuresOf({ sizes }: Plot, placed: readonly Placed[]): Label[] {
  const { gap, tick: size } = sizes;
  const labels = placed.map(({ reach, text, x }): Label => {
    const className = reach ? 'figure' : 'tick';
    return inside({ className, lines: [text], anchor: 'middle', x, top: gap * 0.5, size }, sizes);
  });
  return apart(labels, gap);
}

/** The last label and, back from it, every one that leaves room for the next. */
function apart(labels: readonly Label[], gap: number): Label[] {
  let left = Number.POSITIVE_INFINITY;
  return labels.toReversed().filter((label) => {
    const box = boxOf(label);
    const isFree = box.right + gap <= left;
    if (isFree) left = box.left;
    return isFree;
  });
}
