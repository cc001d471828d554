import { drawGrid } from './chart-axis.ts';
import type { Frame } from './chart-frame.ts';
import { boxOf, crosses, drawLabel } from './chart-label.ts';
import { drawMine, drawRule, type MineLane, mineLane } from './mine-lane.ts';
import type { Strip } from './strip.ts';
import { headerOf, type StripHeader } from './strip-header.ts';
import { element, line, rect } from './svg.ts';
import { type Swarm, swarm } from './swarm.ts';

/** A strip drawn from `top` down to `bottom`, where its axis may begin. */
export type StripBlock = { svg: string; bottom: number };

type Layout = {
  header: StripHeader;
  dots: Swarm | null;
  dotsBottom: number;
  bracketY: number;
  lane: MineLane | null;
  bottom: number;
};

/** The dots of a strip set beside one another, in the largest size up to `radius` that fits. */
export function swarmOf(strip: Strip, frame: Frame, radius = frame.sizes.swarm.radius): Swarm | null {
  if (strip.dots === null) return null;
  return swarm(strip.dots.map(frame.x), { ...frame.sizes.swarm, radius });
}

/** Draws one strip without its axis: bands at the back, then grid, dots, median, one's own value, labels. */
export function drawStrip(strip: Strip, frame: Frame, top: number, dots = swarmOf(strip, frame)): StripBlock {
  const layout = layoutOf(strip, frame, top, dots);
  const { header, lane, bottom } = layout;
  const ruleTop = hasCompany(strip) ? header.bottom : null;
  const svg = [
    drawBands(strip, frame, layout),
    drawGrid(frame, { top: header.bottom, bottom }, lane ? boxOf(lane.label) : null),
    strip.mine && lane && ruleTop !== null
      ? drawRule(strip.mine, frame, { top: ruleTop, bottom: lane.y })
      : '',
    drawMedian(strip, frame, layout),
    drawDots(layout, frame),
    drawBracket(strip, frame, layout.bracketY),
    strip.mine && lane ? drawMine(strip.mine, lane, frame) : '',
    header.labels.map(drawLabel).join(''),
  ];
  return { svg: svg.join(''), bottom };
}

function hasCompany({ dots, median }: Strip): boolean {
  return dots !== null || median !== null;
}

function layoutOf(strip: Strip, frame: Frame, top: number, dots: Swarm | null): Layout {
  const { gap, mine } = frame.sizes;
  const header = headerOf(strip, frame, top);
  const air = hasCompany(strip) || !strip.mine ? gap : 0;
  const least = air === 0 ? 0 : mine * 3;
  const dotsBottom = header.bottom + Math.max(dots?.height ?? 0, least) + 2 * air;
  const bracketY = dotsBottom + gap * 0.5;
  const laneTop = strip.quartiles ? bracketY + gap : dotsBottom;
  const medianX = strip.median ? frame.x(strip.median.value) : null;
  const lane = strip.mine ? mineLane(strip.mine, medianX, frame, laneTop) : null;
  return { header, dots, dotsBottom, bracketY, lane, bottom: lane?.bottom ?? laneTop };
}

function drawBands({ bands }: Strip, { x }: Frame, { header, bottom }: Layout): string {
  if (!bands) return '';
  const outer = rect('band-outer', { left: x(bands.p10), right: x(bands.p90), top: header.outerTop, bottom });
  return (
    outer + rect('band-inner', { left: x(bands.p25), right: x(bands.p75), top: header.innerTop, bottom })
  );
}

function drawDots({ dots, header, dotsBottom }: Layout, { sizes }: Frame): string {
  if (!dots) return '';
  const middle = (header.bottom + dotsBottom) / 2;
  const drawn = dots.dots.map(({ x, y }) =>
    element('circle', { class: 'dot', cx: x, cy: middle + y, r: dots.radius, 'stroke-width': sizes.stroke }),
  );
  return drawn.join('');
}

/** The middle half of the dots as a fine bracket below them. */
function drawBracket({ quartiles }: Strip, { x, sizes }: Frame, y: number): string {
  if (!quartiles) return '';
  const [from, until] = quartiles.map(x) as [number, number];
  const foot = (at: number) => line('quartile', [at, y - sizes.gap * 0.5], [at, y], sizes.stroke * 1.5);
  return line('quartile', [from, y], [until, y], sizes.stroke * 1.5) + foot(from) + foot(until);
}

/** The median's line, down to the axis or to a label in its way; behind the dots, so that none is hidden. */
function drawMedian({ median }: Strip, { x, sizes }: Frame, { header, lane, bottom }: Layout): string {
  if (!median) return '';
  const end = lane && crosses(x(median.value), boxOf(lane.label), sizes.gap / 2) ? lane.label.top : bottom;
  return line('median', [x(median.value), header.medianTop], [x(median.value), end], sizes.stroke * 2);
}
