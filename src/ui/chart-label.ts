import type { Sizes } from './chart-frame.ts';
import { type Box, element, escapeXml } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A text in a chart: lines at one anchor, `top` the upper edge of the first line. */
export type Label = {
  className: string;
  lines: readonly string[];
  anchor: 'start' | 'middle' | 'end';
  x: number;
  top: number;
  size: number;
};

const LINE_HEIGHT = 1.25;
const BASELINE = 0.92;

/** Where a label wants to stand: its anchor, and x at that anchor. */
export type Spot = Pick<Label, 'anchor' | 'x'>;

/** The height that a number of lines takes. */
export function linesHeight(lines: number, size: number): number {
  return lines * size * LINE_HEIGHT;
}

/** The rectangle that a label takes at most. */
export function boxOf({ lines, anchor, x, top, size }: Label): Box {
  const width = Math.max(...lines.map((text) => textWidth(text, size)));
  const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { left, right: left + width, top, bottom: top + linesHeight(lines.length, size) };
}

/** Whether a vertical line at `x` would come nearer to a box than `air`. */
export function crosses(x: number, { left, right }: Box, air: number): boolean {
  return left - air < x && x < right + air;
}

/** The label at its spot, or flush with the edge of the chart that it would cross. Its lines must fit the chart. */
export function inside(label: Label, { width }: Sizes): Label {
  const { left, right } = boxOf(label);
  const air = width / 180;
  if (left < air) return { ...label, anchor: 'start', x: air };
  if (right > width - air) return { ...label, anchor: 'end', x: width - air };
  return label;
}

/** A text broken into lines that fit the chart between its margins. */
export function linesWithin(text: string, size: number, { width, margin }: Sizes): string[] {
  return wrapText(text, size, width - 2 * margin);
}

/** The label as SVG text, one element for each line. */
export function drawLabel({ className, lines, anchor, x, top, size }: Label): string {
  const written = lines.map((text, i) =>
    element(
      'text',
      {
        class: className,
        x,
        y: top + size * (BASELINE + i * LINE_HEIGHT),
        'text-anchor': anchor,
        'font-size': size,
      },
      escapeXml(text),
    ),
  );
  return written.join('');
}
