import { type BarFrame, xAt } from './bar-frame.ts';
import { boxOf, drawLabel, inside, type Label } from './chart-label.ts';
import { number, percent } from './format.ts';
import { line } from './svg.ts';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** The axis from 0 to 100 % below the bars, its unit written once. Gives the lowest point reached. */
export function drawBarAxis(frame: BarFrame, top: number): { svg: string; bottom: number } {
  const { gap, stroke, tick: size } = frame.sizes;
  const y = top + gap * 0.7;
  const labels = ticksOf(frame).map((share): Label => {
    const text = share === 1 ? percent(frame.locale, 100, 0) : number(frame.locale, share * 100, 0);
    const label: Label = {
      className: 'tick',
      lines: [text],
      anchor: 'middle',
      x: xAt(frame, share),
      top: y,
      size,
    };
    return inside(label, frame.sizes);
  });
  const marks = ticksOf(frame).map((share) =>
    line('axis', [xAt(frame, share), top], [xAt(frame, share), y], stroke),
  );
  const base = line('axis', [frame.left, top], [frame.right, top], stroke);
  return {
    svg: base + marks.join('') + labels.map(drawLabel).join(''),
    bottom: Math.max(...labels.map((one) => boxOf(one).bottom)),
  };
}

/** Faint lines behind the bars of one row. */
export function drawBarGrid(frame: BarFrame, { bottom, top }: { top: number; bottom: number }): string {
  const lines = ticksOf(frame).map((share) =>
    line(
      share === 0 ? 'axis' : 'grid',
      [xAt(frame, share), top],
      [xAt(frame, share), bottom],
      frame.sizes.stroke,
    ),
  );
  return lines.join('');
}

// Where labels take much room, the quarters would stand too close.
function ticksOf({ left, right, sizes }: BarFrame): readonly number[] {
  const isNarrow = right - left < sizes.tick * 13;
  return isNarrow ? TICKS.filter((tick) => tick % 0.5 === 0) : TICKS;
}
