import type { Frame } from './chart-frame.ts';
import { boxOf, inside, type Label, linesHeight, linesWithin, type Spot } from './chart-label.ts';
import type { Strip } from './strip.ts';
import { type Box, overlap } from './svg.ts';

/** The labels above a strip, and from where on down its marks may be drawn. */
export type StripHeader = {
  labels: readonly Label[];
  bottom: number;
  medianTop: number;
  outerTop: number;
  innerTop: number;
};

type Part = 'median' | 'inner' | 'outer';
type Wish = { part: Part; className: string; text: string; spots: readonly Spot[] };
type Row = { height: number; labels: (Label & { part: Part })[] };

/**
 * The labels of median and bands in as few rows as they need above the strip. The median's row is the lowest,
 * so that its line crosses no text; each band rises to the row of its label and carries it at its own edge.
 */
export function headerOf(strip: Strip, frame: Frame, top: number): StripHeader {
  const rows: Row[] = [];
  for (const wish of wishesOf(strip, frame)) settle(wish, rows, frame);
  const bottom = top + rows.reduce((sum, row) => sum + row.height, 0);
  const labels: Row['labels'] = [];
  let rowBottom = bottom;
  for (const row of rows) {
    for (const label of row.labels) labels.push({ ...label, top: rowBottom - heightOf(label) });
    rowBottom -= row.height;
  }
  const topOf = (part: Part) => labels.find((label) => label.part === part)?.top ?? bottom;
  const median = labels.find((label) => label.part === 'median');
  const medianTop = median ? boxOf(median).bottom : bottom;
  return { labels, bottom, medianTop, outerTop: topOf('outer'), innerTop: topOf('inner') };
}

function wishesOf({ median, bands }: Strip, { x, sizes }: Frame): Wish[] {
  const wishes: Wish[] = [];
  const add = (part: Part, text: string | null | undefined, spots: Spot[]) => {
    if (text)
      wishes.push({ part, text, spots, className: part === 'median' ? 'median-label' : 'band-label' });
  };
  const between = (from: number, until: number): Spot[] => [
    { anchor: 'start', x: x(from) + sizes.gap * 0.6 },
    { anchor: 'end', x: x(until) - sizes.gap * 0.6 },
  ];
  if (median) add('median', median.label, [{ anchor: 'middle', x: x(median.value) }]);
  if (bands) add('inner', bands.innerLabel, between(bands.p25, bands.p75));
  if (bands) add('outer', bands.label, between(bands.p10, bands.p90));
  return wishes;
}

/** Puts a label into the lowest row that has room for it, or opens a new row. */
function settle(wish: Wish, rows: Row[], frame: Frame): void {
  const { gap } = frame.sizes;
  const choices = choicesOf(wish, frame);
  const lowest = wish.part === 'outer' ? rows.findIndex((row) => holdsInner(row)) + 1 : 0;
  for (const row of rows.slice(lowest)) {
    const isFree = (label: Label) => row.labels.every((other) => !overlap(wide(label, gap), boxOf(other)));
    const fitting = choices.find(isFree);
    if (fitting) {
      join(row, fitting);
      return;
    }
  }
  const row: Row = { height: 0, labels: [] };
  rows.push(row);
  join(row, choices[0]!);
}

/** The label at each of its spots where it lies inside the chart; where at none, pushed inside. */
function choicesOf({ part, className, text, spots }: Wish, { sizes }: Frame): Row['labels'] {
  const size = part === 'median' ? sizes.label : sizes.tick;
  const lines = linesWithin(text, size, sizes);
  const labels = spots.map((spot) => ({ part, className, lines, size, top: 0, ...spot }));
  const untouched = labels.filter((label) => inside(label, sizes) === label);
  return untouched.length > 0 ? untouched : labels.map((label) => ({ ...label, ...inside(label, sizes) }));
}

function holdsInner(row: Row): boolean {
  return row.labels.some((label) => label.part === 'inner');
}

function join(row: Row, label: Row['labels'][number]): void {
  row.labels.push(label);
  row.height = Math.max(row.height, heightOf(label));
}

function heightOf({ lines, size }: Label): number {
  return linesHeight(lines.length, size);
}

function wide(label: Label, gap: number): Box {
  const box = boxOf(label);
  return { ...box, left: box.left - gap, right: box.right + gap };
}
