import { type Interval, wilsonInterval } from '#domain/benchmarks/interval.ts';
import type { Portion } from './change.ts';
import type { QuestionResult } from './result.ts';
import type { Cell, Tally } from './tally.ts';

/** How many of those who answered gave one of these answers; of steps and options. */
export function portionOf(cells: readonly Cell[], answered: number, keys: readonly string[]): Portion {
  const chosen = cells.filter(({ key }) => keys.includes(key));
  const count = chosen.reduce((sum, cell) => sum + cell.count, 0);
  return { count, of: answered, share: Math.round((count / answered) * 1e6) / 1e6 };
}

/** The two highest steps: what a scale is read by in one number. */
export function upperSteps(cells: readonly Cell[]): string[] {
  return cells.slice(-2).map(({ key }) => key);
}

/** A part of a question that can be followed by itself: its steps or options, and those of them that it is read by. */
export type Part = {
  readonly part: string;
  readonly answered: number;
  readonly cells: readonly Cell[];
  readonly keys: readonly string[];
};

/**
 * The parts of a question that are followed from round to round, each null where too few answered it: `yes` of a
 * yes/no, every option, the `whole` of a scale, every row of a matrix. Of two options that exclude each other the
 * first tells both. Numbers and texts have none.
 */
export function partsOf({ answered, question, tally }: QuestionResult): readonly (Part | null)[] {
  if (answered === null || tally === null) return [];
  if (tally.kind === 'rows') {
    return tally.rows.map(({ answered: ofRow, cells, row }) =>
      ofRow === null || cells === null
        ? null
        : { part: row, answered: ofRow, cells, keys: upperSteps(cells) },
    );
  }
  if (tally.kind === 'steps')
    return [{ part: 'whole', answered, cells: tally.cells, keys: upperSteps(tally.cells) }];
  if (tally.kind !== 'options') return [];
  return followedOptions(question.type, tally).map(({ key }) => ({
    part: key,
    answered,
    cells: tally.cells,
    keys: [key],
  }));
}

function followedOptions(type: string, { cells }: Extract<Tally, { kind: 'options' }>): readonly Cell[] {
  if (type === 'yes_no') return cells.filter(({ key }) => key === 'yes');
  return type === 'single' && cells.length === 2 ? cells.slice(0, 1) : cells;
}

/** The share of some answers with Wilson's 95 % interval. */
export function portionWithInterval({ answered, cells, keys }: Part): Portion & Readonly<Interval> {
  const portion = portionOf(cells, answered, keys);
  const { lower, upper } = wilsonInterval(portion.count, portion.of);
  const round = (share: number) => Math.round(share * 1e6) / 1e6;
  return { ...portion, lower: round(lower), upper: round(upper) };
}
