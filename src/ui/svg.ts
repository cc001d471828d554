/** Characters that no XML 1.0 document may hold, not even escaped; lone surrogates are among them. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
/** Most texts of a drawing need nothing, and are let through at once. */
const PLAIN = /^[\w .,:/-]*$/;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text made safe as content or quoted attribute of strict XML; what XML forbids is left out. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

/** An element of strict XML. Attribute values are escaped, numbers cut to two decimals; `content` is XML already. */
export function element(name: string, attributes: Record<string, string | number>, content = ''): string {
  let written = `<${name}`;
  for (const key in attributes) written += ` ${key}="${attribute(attributes[key]!)}"`;
  return content === '' ? `${written}/>` : `${written}>${content}</${name}>`;
}

function attribute(value: string | number): string {
  return typeof value === 'string' ? escapeXml(value) : String(Math.round(value * 100) / 100 + 0);
}

/** A rectangle in the units of the viewBox. */
export type Box = { left: number; right: number; top: number; bottom: number };

/** Whether two rectangles share any area; touching edges do not count. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A straight line. */
export function line(className: string, from: [number, number], to: [number, number], width: number): string {
  const [x1, y1] = from;
  const [x2, y2] = to;
  return element('line', { class: className, x1, y1, x2, y2, 'stroke-width': width });
}

/** A filled rectangle. */
export function rect(className: string, { left, right, top, bottom }: Box): string {
  return element('rect', { class: className, x: left, y: top, width: right - left, height: bottom - top });
}
