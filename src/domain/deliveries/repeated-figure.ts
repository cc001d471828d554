import type { Figure } from './figure.ts';
import type { ObjectionBook } from './objection.ts';

/**
 * The figures, each practice, indicator and period once. A second one is objected to with both lines; when
 * the two say the same the first is kept, when they differ neither can be trusted and both are left out.
 */
export function withoutRepeats(figures: Figure[], book: ObjectionBook): Figure[] {
  const first = new Map<string, Figure>();
  const doubtful = new Set<Figure>();
  const repeats = new Set<Figure>();
  for (const figure of figures) {
    const id = `${figure.practiceNumber} ${figure.indicatorKey} ${figure.period.from} ${figure.period.until}`;
    const earlier = first.get(id);
    if (!earlier) {
      first.set(id, figure);
      continue;
    }
    book.add('twice', figure.line, { otherLine: earlier.line });
    repeats.add(figure);
    if (!isSame(earlier, figure)) doubtful.add(earlier);
  }
  return repeats.size === 0 ? figures : figures.filter((f) => !repeats.has(f) && !doubtful.has(f));
}

function isSame(a: Figure, b: Figure): boolean {
  return (
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.value === b.value &&
    a.missing === b.missing
  );
}
