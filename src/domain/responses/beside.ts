import type { QuestionChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import { partsOf, portionWithInterval } from './portion.ts';
import type { QuestionResult } from './result.ts';
import type { QuestionSides } from './sides.ts';
import type { Cell } from './tally.ts';

/** Two results of one question beside each other: in time, or of members (`after`) and a partner (`before`). */
export type Beside = Comparison & {
  readonly kind: 'time' | 'sides';
  readonly before: QuestionResult;
  readonly after: QuestionResult;
};

/** A change as two results beside each other. */
export function besideOfChange({ after, before, isPaired, parts, verdict }: QuestionChange): Beside {
  return { kind: 'time', before, after, isPaired, parts, verdict };
}

/** Members and partner as two results beside each other. */
export function besideOfSides({ member, partner, parts, verdict }: QuestionSides): Beside {
  return { kind: 'sides', before: partner, after: member, isPaired: false, parts, verdict };
}

/** One line of such a picture: an answer by its key, or a row of a matrix by its upper two steps. */
export type BesideLine = { readonly key: string; readonly before: Cell | null; readonly after: Cell | null };

/** The lines of two results; none where one of them may not be shown. */
export function linesOf({ after, before }: Pick<Beside, 'after' | 'before'>): BesideLine[] {
  if (!after.tally || !before.tally || after.tally.kind === 'text' || before.tally.kind === 'text') return [];
  if (after.tally.kind === 'rows' || before.tally.kind === 'rows') {
    const [earlier, later] = [rowCells(before), rowCells(after)];
    return later.map((cell, at) => ({ key: String(at), before: earlier[at] ?? null, after: cell }));
  }
  const earlier: readonly Cell[] = before.tally.cells;
  return after.tally.cells.map((cell, at) => ({ key: cell.key, before: earlier[at] ?? null, after: cell }));
}

function rowCells(result: QuestionResult): (Cell | null)[] {
  return partsOf(result).map((part) => {
    if (!part) return null;
    const { count, lower, share, upper } = portionWithInterval(part);
    return { key: part.part, count, share, lower, upper };
  });
}
