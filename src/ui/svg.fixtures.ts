import { type Box, overlap } from './svg.ts';
import { textWidth } from './text-width.ts';

/** One element of a drawing, with the text directly inside it. */
export type Drawn = { name: string; attributes: Record<string, string>; text: string };

const TOKEN = /<(\/?)([a-z]+)((?: [a-z0-9:A-Z-]+="[^"<]*")*)(\/?)>|([^<>]+)/y;
const ENTITY = /&(amp|lt|gt|quot|#39);/g;
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const LABELS = ['tick', 'unit', 'heading', 'median-label', 'mine-label', 'band-label'];
const MARKS = ['dot', 'mine', 'mine-interval', 'mine-rule', 'median', 'quartile', 'axis', 'grid'];

/** Reads a drawing and throws on the first thing that strict XML would not allow. */
export function elementsOf(svg: string): Drawn[] {
  const open: Drawn[] = [];
  const drawn: Drawn[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < svg.length) {
    const at = TOKEN.lastIndex;
    const [token, closes, name, attributes, isEmpty, text] = TOKEN.exec(svg) ?? [];
    if (token === undefined) throw new Error(`no XML at ${at}: ${svg.slice(at, at + 40)}`);
    if (text !== undefined) open.at(-1)!.text += plain(text);
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
    } else {
      const element = { name: name!, attributes: attributesOf(attributes ?? ''), text: '' };
      drawn.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)!.name}> is never closed`);
  return drawn;
}

/** The elements of a drawing that carry a class. */
export function withClass(svg: string, className: string): Drawn[] {
  return elementsOf(svg).filter(({ attributes }) => attributes.class?.split(' ').includes(className));
}

/** The room that an element takes: a text by the estimated widths, from its tallest to its lowest letter. */
export function roomOf({ name, attributes, text }: Drawn): Box {
  const at = (key: string) => Number(attributes[key]);
  if (name === 'text') {
    const width = textWidth(text, at('font-size'));
    const left = at('x') - width * { start: 0, middle: 0.5, end: 1 }[attributes['text-anchor'] as 'start']!;
    return {
      left,
      right: left + width,
      top: at('y') - at('font-size') * 0.75,
      bottom: at('y') + at('font-size') * 0.22,
    };
  }
  if (name === 'circle') return around([at('cx'), at('cy')], [at('cx'), at('cy')], at('r'));
  if (name === 'polyline') {
    const points = attributes
      .points!.split(' ')
      .map((point) => point.split(',').map(Number) as [number, number]);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  }
  if (name === 'line') return around([at('x1'), at('y1')], [at('x2'), at('y2')], at('stroke-width') / 2);
  throw new Error(`no room known for <${name}>`);
}

/** Every label that meets another label, a mark or the edge of its chart, in words; empty when all is well. */
export function clashesIn(svg: string): string[] {
  const root = elementsOf(svg)[0]!.attributes;
  const labels = LABELS.flatMap((name) => withClass(svg, name)).map((drawn) => ({
    drawn,
    room: roomOf(drawn),
  }));
  const marks = MARKS.flatMap((name) => withClass(svg, name)).map((drawn) => ({
    drawn,
    room: roomOf(drawn),
  }));
  return labels.flatMap(({ drawn, room }, i) => {
    const others = [...labels.slice(i + 1), ...marks].filter((other) => overlap(room, other.room));
    const isInside = room.left >= 0 && room.right <= Number(root.width) && room.bottom <= Number(root.height);
    const edge = isInside && room.top >= 0 ? [] : [`"${drawn.text}" leaves the chart`];
    const met = others.map(
      (other) => `"${drawn.text}" meets ${other.drawn.text || other.drawn.attributes.class}`,
    );
    return [...edge, ...met];
  });
}

function around([x1, y1]: [number, number], [x2, y2]: [number, number], air: number): Box {
  return {
    left: Math.min(x1, x2) - air,
    right: Math.max(x1, x2) + air,
    top: Math.min(y1, y2) - air,
    bottom: Math.max(y1, y2) + air,
  };
}

function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, key, value] of written.matchAll(/ ([a-z0-9:A-Z-]+)="([^"<]*)"/g)) {
    if (key! in attributes) throw new Error(`${key} twice`);
    attributes[key!] = plain(value!);
  }
  return attributes;
}

function plain(written: string): string {
  if (written.replace(ENTITY, '').includes('&')) throw new Error(`a bare & in ${written}`);
  return written.replace(ENTITY, (_, name: string) => SIGNS[name]!);
}
