import type { Frame } from './chart-frame.ts';
import {
  boxOf,
  crosses,
  drawLabel,
  inside,
  type Label,
  linesHeight,
  linesWithin,
  type Spot,
} from './chart-label.ts';
import type { Mine } from './strip.ts';
import { type Box, element, line } from './svg.ts';

/** One's own lane: the height of the dot, the lowest point, and the label. */
export type MineLane = { y: number; bottom: number; label: Label };

/**
 * Lays out the lane of one's own value: the label to the right of the interval, else to the left, else in
 * rows below. Beside the dot it keeps clear of the median's line; below, the line ends above it.
 */
export function mineLane(mine: Mine, medianX: number | null, frame: Frame, top: number): MineLane {
  const { sizes } = frame;
  const half = Math.max(sizes.mine, linesHeight(1, sizes.label) / 2) + sizes.gap * 0.4;
  const y = top + half;
  const bottom = y + half;
  const beside = besideOf(mine, medianX, frame, y);
  if (beside) return { y, bottom, label: beside };
  const lines = linesWithin(mine.label, sizes.label, sizes);
  const label = inside(labelAt(frame, lines, { anchor: 'middle', x: frame.x(mine.value) }, bottom), sizes);
  return { y, bottom: boxOf(label).bottom + sizes.gap * 0.6, label };
}

/** A fine line from one's own dot up through the others. */
export function drawRule(
  { value }: Mine,
  { x, sizes }: Frame,
  { top, bottom }: Pick<Box, 'top' | 'bottom'>,
): string {
  return line('mine-rule', [x(value), top], [x(value), bottom], sizes.stroke);
}

/** The interval, one's own dot and its label. */
export function drawMine(mine: Mine, { y, label }: MineLane, frame: Frame): string {
  const { sizes, x } = frame;
  const circle = { cx: x(mine.value), cy: y, r: sizes.mine, 'stroke-width': sizes.stroke * 1.5 };
  return drawInterval(mine, y, frame) + element('circle', { class: 'mine', ...circle }) + drawLabel(label);
}

function besideOf(mine: Mine, medianX: number | null, frame: Frame, y: number): Label | null {
  const { sizes } = frame;
  const { left, right } = extentOf(mine, frame);
  const spots: Spot[] = [
    { anchor: 'start', x: right + sizes.gap },
    { anchor: 'end', x: left - sizes.gap },
  ];
  const top = y - linesHeight(1, sizes.label) / 2;
  const labels = spots.map((spot) => labelAt(frame, [mine.label], spot, top));
  const isClear = (label: Label) => medianX === null || !crosses(medianX, boxOf(label), sizes.gap / 2);
  const isFree = (label: Label) => inside(label, sizes) === label && isClear(label);
  return labels.find(isFree) ?? null;
}

function labelAt({ sizes }: Frame, lines: readonly string[], spot: Spot, top: number): Label {
  return { className: 'mine-label', lines, top, size: sizes.label, ...spot };
}

function extentOf({ value, lower, upper }: Mine, { x, sizes }: Frame): { left: number; right: number } {
  const left = Math.min(x(value) - sizes.mine, x(lower ?? value));
  const right = Math.max(x(value) + sizes.mine, x(upper ?? value));
  return { left, right };
}

function drawInterval({ lower, upper }: Mine, y: number, frame: Frame): string {
  if (lower === null || upper === null) return '';
  const { sizes, x } = frame;
  const width = sizes.stroke * 2;
  const ends = [lower, upper].map((value) => intervalEnd(value, y, frame));
  return line('mine-interval', [x(lower), y], [x(upper), y], width) + ends.join('');
}

/** A cap where the interval ends, an arrow where it goes on into the outer part of the axis. */
function intervalEnd(value: number, y: number, frame: Frame): string {
  const { sizes, x, edge } = frame;
  const at = x(value);
  const reach = sizes.mine * 0.6;
  const width = sizes.stroke * 2;
  const end = edge(value);
  if (end === null) return line('mine-interval', [at, y - reach], [at, y + reach], width);
  const back = at + (end === 'low' ? reach : -reach);
  const points = [`${back},${y - reach}`, `${at},${y}`, `${back},${y + reach}`].join(' ');
  return element('polyline', { class: 'mine-interval', points, 'stroke-width': width });
}
