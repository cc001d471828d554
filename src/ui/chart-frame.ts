import { scaleLinear } from 'd3-scale';
import type { Locale } from './format.ts';

/** The widths a chart is drawn in: a phone, a page, and a projector read from ten metres. */
export const CHART_WIDTHS = [360, 720, 1600] as const;
export type ChartWidth = (typeof CHART_WIDTHS)[number];

/**
 * The axis of a chart, in the unit of the values. It is given and never follows the figures. Without `ticks`
 * round ones are chosen; `unit` is written once and may be empty.
 */
export type Axis = { min: number; max: number; unit: string; ticks?: readonly number[] };

/** The end of the axis at which a value is drawn because it lies in the outer 5 %. */
export type Edge = 'low' | 'high';

/** The measures of one width, in viewBox units. */
export type Sizes = {
  width: ChartWidth;
  margin: number;
  label: number;
  tick: number;
  gap: number;
  stroke: number;
  mine: number;
  swarm: { radius: number; smallestRadius: number; height: number };
};

/** What every part of one chart shares: its measures, its language, and where a value stands. */
export type Frame = {
  sizes: Sizes;
  locale: Locale;
  axis: Axis;
  x: (value: number) => number;
  edge: (value: number) => Edge | null;
};

const OUTER_SHARE = 0.05;

const SIZES: Record<ChartWidth, Sizes> = {
  360: {
    width: 360,
    margin: 22,
    label: 14,
    tick: 13,
    gap: 6,
    stroke: 1,
    mine: 7,
    swarm: { radius: 4.5, smallestRadius: 1.5, height: 110 },
  },
  720: {
    width: 720,
    margin: 26,
    label: 15,
    tick: 14,
    gap: 8,
    stroke: 1,
    mine: 8,
    swarm: { radius: 6, smallestRadius: 3, height: 132 },
  },
  1600: {
    width: 1600,
    margin: 70,
    label: 42,
    tick: 36,
    gap: 22,
    stroke: 2.5,
    mine: 22,
    swarm: { radius: 17, smallestRadius: 7, height: 340 },
  },
};

/** The frame of a chart on this axis; refuses an axis whose ends are no numbers or do not rise. */
export function frameOf(locale: Locale, axis: Axis, width: ChartWidth): Frame {
  if (!(Number.isFinite(axis.min) && Number.isFinite(axis.max) && axis.min < axis.max))
    throw new RangeError('an axis must rise from one number to another');
  const sizes = SIZES[width];
  const linear = scaleLinear([axis.min, axis.max], [sizes.margin, width - sizes.margin]);
  const edge = (value: number) => edgeAt(axis, value);
  const ends = { low: linear(axis.min), high: linear(axis.max) };
  const x = (value: number) => {
    const end = edge(value);
    return end ? ends[end] : linear(value);
  };
  return { sizes, locale, axis, edge, x };
}

/** Where the outer 5 % of an axis begins: at or beyond this value all values are drawn at the edge. */
export function edgeValue(axis: Axis, edge: Edge): number {
  const outer = (axis.max - axis.min) * OUTER_SHARE;
  return edge === 'low' ? axis.min + outer : axis.max - outer;
}

function edgeAt(axis: Axis, value: number): Edge | null {
  if (Number.isNaN(value)) throw new RangeError('not a number on the axis');
  const hair = (axis.max - axis.min) * 1e-9;
  if (value <= edgeValue(axis, 'low') + hair) return 'low';
  return value >= edgeValue(axis, 'high') - hair ? 'high' : null;
}
