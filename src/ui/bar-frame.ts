import type { BarChart } from './bar-chart.ts';
import { type ChartWidth, frameOf, type Sizes } from './chart-frame.ts';
import type { Locale } from './format.ts';
import { textWidth } from './text-width.ts';

/** What every part of one chart of bars shares: its measures, and from where to where 0 to 100 % reach. */
export type BarFrame = {
  readonly sizes: Sizes;
  readonly locale: Locale;
  readonly left: number;
  readonly right: number;
  readonly labelWidth: number;
  readonly isLabelAbove: boolean;
  readonly barHeight: number;
  /** From one bar of a row to the next. */
  readonly barStep: number;
};

const WIDEST_LABEL = 0.42;

/** The frame of a chart: as much room for labels and figures as the longest of them need. */
export function barFrameOf({ groups, locale }: BarChart, width: ChartWidth): BarFrame {
  const { sizes } = frameOf(locale, { min: 0, max: 100, unit: '%' }, width);
  const rows = groups.flatMap((group) => group.rows);
  const widest = (texts: readonly string[], size: number) =>
    Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const figures = widest(
    rows.flatMap(({ bars }) => bars.map(({ text }) => text)),
    sizes.tick,
  );
  const labels = widest(
    rows.map(({ label }) => label),
    sizes.label,
  );
  const isLabelAbove = width === 360;
  const labelWidth = isLabelAbove ? width - 2 * sizes.gap : Math.min(labels, WIDEST_LABEL * width) + 0.01;
  return {
    sizes,
    locale,
    left: isLabelAbove ? sizes.gap : 3 * sizes.gap + labelWidth,
    right: width - figures - 2 * sizes.gap,
    labelWidth,
    isLabelAbove,
    barHeight: sizes.tick,
    barStep: sizes.tick * 1.35,
  };
}

/** Where a share from 0 to 1 stands. */
export function xAt({ left, right }: BarFrame, share: number): number {
  return left + share * (right - left);
}
