import { scaleLinear } from 'd3-scale';
import { type Edge, edgeValue, type Frame } from './chart-frame.ts';
import { boxOf, crosses, drawLabel, inside, type Label, linesWithin } from './chart-label.ts';
import { number, withUnit } from './format.ts';
import { type Box, line, overlap } from './svg.ts';
import { textWidth } from './text-width.ts';

type Tick = { value: number; label: Label };

const SPACE_PER_TICK = { 360: 70, 720: 120, 1600: 260 } as const;
const SHORT_UNIT_EM = 2.4;

/** The values at which the axis is ticked: as given, else round ones that suit the width. */
export function ticksOf({ axis, sizes }: Frame): readonly number[] {
  const wished = sizes.width / SPACE_PER_TICK[sizes.width];
  const ticks = axis.ticks ?? scaleLinear([axis.min, axis.max], [0, 1]).ticks(wished);
  return ticks.filter((tick) => tick >= axis.min && tick <= axis.max);
}

/**
 * The axis: line, ticks, their numbers, the unit once. Where values are drawn at an edge the line is broken
 * there and its number says which values stand at it: `< 5`. Gives the lowest point reached.
 */
export function drawAxis(
  frame: Frame,
  top: number,
  edges: ReadonlySet<Edge>,
): { svg: string; bottom: number } {
  const { sizes } = frame;
  const length = sizes.gap * 0.7;
  const labels = labelled(frame, top + length + sizes.gap * 0.3, edges);
  const unit = unitBelow(frame, Math.max(...labels.map((label) => boxOf(label).bottom), top + length));
  const marks = ticksOf(frame).map((tick) => tickMark(frame, tick, [top, top + length]));
  const all = unit ? [...labels, unit] : labels;
  return {
    svg: [axisLine(frame, top, edges), ...marks, ...all.map(drawLabel)].join(''),
    bottom: Math.max(...all.map((label) => boxOf(label).bottom), top + length),
  };
}

/** Faint lines up from the ticks, behind the marks; one that would run through `label` leaves it out. */
export function drawGrid(
  frame: Frame,
  { top, bottom }: Pick<Box, 'top' | 'bottom'>,
  label: Box | null,
): string {
  const { stroke, gap } = frame.sizes;
  const drawn = ticksOf(frame).flatMap((tick) => {
    const x = linear(frame, tick);
    const draw = (from: number, until: number) =>
      until > from ? line('grid', [x, from], [x, until], stroke) : '';
    const isCut = label !== null && crosses(x, label, gap / 2);
    return isCut ? [draw(top, label.top), draw(label.bottom, bottom)] : [draw(top, bottom)];
  });
  return drawn.join('');
}

function tickMark(frame: Frame, tick: number, [top, bottom]: [number, number]): string {
  const x = linear(frame, tick);
  return line('axis', [x, top], [x, bottom], frame.sizes.stroke);
}

/** Ticks stand where they are, also in the outer 5 % of the axis. */
function linear({ axis, sizes }: Frame, value: number): number {
  const share = (value - axis.min) / (axis.max - axis.min);
  return sizes.margin + share * (sizes.width - 2 * sizes.margin);
}

function labelled(frame: Frame, top: number, edges: ReadonlySet<Edge>): Label[] {
  const ends = [...edges].map((edge) => edgeTick(frame, top, edge));
  const boxes = ends.map(({ label }) => boxOf(label));
  const others = thinned(
    ticksOf(frame).map((value) => tickAt(frame, top, value)),
    frame,
  );
  const free = others.filter(({ label }) => !boxes.some((box) => overlap(box, boxOf(label))));
  const ticks = [...free, ...ends].toSorted((a, b) => a.value - b.value);
  return ticks.map(({ label }, i) => (i === ticks.length - 1 ? withUnitAfter(frame, label) : label));
}

function tickAt(frame: Frame, top: number, value: number): Tick {
  return { value, label: tickLabel(frame, top, [number(frame.locale, value, 6), linear(frame, value)]) };
}

function edgeTick(frame: Frame, top: number, edge: Edge): Tick {
  const from = number(frame.locale, edgeValue(frame.axis, edge), 6);
  const value = edge === 'low' ? frame.axis.min : frame.axis.max;
  const text = `${edge === 'low' ? '<' : '>'}\u00a0${from}`;
  return { value, label: tickLabel(frame, top, [text, linear(frame, value)]) };
}

function tickLabel({ sizes }: Frame, top: number, [text, x]: [string, number]): Label {
  const label: Label = { className: 'tick', lines: [text], anchor: 'middle', x, top, size: sizes.tick };
  return inside(label, sizes);
}

/** Every tick, else every second, third …, until their numbers stand apart. */
function thinned(ticks: readonly Tick[], { sizes }: Frame): readonly Tick[] {
  for (let every = 1; every < ticks.length; every++) {
    const kept = ticks.filter((_, i) => i % every === 0);
    const stand = kept.map(({ label }) => boxOf(label));
    const areApart = stand.every(
      (box, i) => (stand[i - 1]?.right ?? Number.NEGATIVE_INFINITY) + sizes.gap < box.left,
    );
    if (areApart) return kept;
  }
  return ticks.slice(0, 1);
}

function isShort(unit: string): boolean {
  return textWidth(unit, 1) <= SHORT_UNIT_EM;
}

/** The last number with its unit, its digits staying under their tick. */
function withUnitAfter({ axis, locale, sizes }: Frame, label: Label): Label {
  const { unit } = axis;
  if (unit === '' || !isShort(unit)) return label;
  const lines = label.lines.map((text) => withUnit(locale, text, unit));
  const added = textWidth(lines[0] ?? '', label.size) - textWidth(label.lines[0] ?? '', label.size);
  return inside({ ...label, lines, x: label.x + added / 2 }, sizes);
}

function unitBelow({ axis, sizes }: Frame, top: number): Label | null {
  if (axis.unit === '' || isShort(axis.unit)) return null;
  const lines = linesWithin(axis.unit, sizes.tick, sizes);
  return { className: 'unit', lines, anchor: 'end', x: sizes.width - sizes.margin, top, size: sizes.tick };
}

function axisLine(frame: Frame, y: number, edges: ReadonlySet<Edge>): string {
  const { axis, sizes } = frame;
  const breaks = [...edges].map(
    (edge) => (linear(frame, edgeValue(axis, edge)) + frame.x(edgeValue(axis, edge))) / 2,
  );
  const half = sizes.gap * 0.35;
  const stops = [sizes.margin, ...breaks.toSorted((a, b) => a - b).flatMap((x) => [x - half, x + half])];
  stops.push(sizes.width - sizes.margin);
  const pieces: string[] = [];
  for (let i = 0; i + 1 < stops.length; i += 2)
    pieces.push(line('axis', [stops[i]!, y], [stops[i + 1]!, y], sizes.stroke));
  const slashes = breaks.flatMap((x) => [x - half, x + half]).map((x) => slash(x, y, sizes.gap * 0.5));
  return [...pieces, ...slashes.map((from) => line('axis edge', from[0], from[1], sizes.stroke))].join('');
}

function slash(x: number, y: number, reach: number): [[number, number], [number, number]] {
  return [
    [x - reach * 0.4, y + reach],
    [x + reach * 0.4, y - reach],
  ];
}
