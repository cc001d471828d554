import type { Figure } from './figure.ts';
import type { ObjectionBook } from './objection.ts';

const FEWEST = 2;

/**
 * The figures, with the noughts of a practice that has nothing but noughts in a period made missing: a
 * register that was never filled looks so. It takes at least two indicators, since a single nought, or one
 * indicator that really is rare, is a true count. The denominator stays. Each such practice and period is
 * one objection, at its first line.
 */
export function withoutHiddenGaps(figures: Figure[], book: ObjectionBook): Figure[] {
  const noughts = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.value !== 0) continue;
    const id = practiceAndPeriod(figure);
    const before = noughts.get(id);
    if (before) before.push(figure);
    else noughts.set(id, [figure]);
  }
  if (noughts.size === 0) return figures;
  for (const figure of figures) if (figure.value) noughts.delete(practiceAndPeriod(figure));
  const hidden = new Set<Figure>();
  for (const zeros of noughts.values()) {
    if (zeros.length < FEWEST) continue;
    book.add('all_zero', zeros[0]!.line);
    for (const figure of zeros) hidden.add(figure);
  }
  return figures.map((figure) => (hidden.has(figure) ? asMissing(figure) : figure));
}

function practiceAndPeriod({ practiceNumber, period }: Figure): string {
  return `${practiceNumber} ${period.from} ${period.until}`;
}

function asMissing(figure: Figure): Figure {
  return { ...figure, numerator: null, value: null, missing: 'not_available' };
}
