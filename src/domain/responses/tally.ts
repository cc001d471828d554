import { type Interval, wilsonInterval } from '#domain/benchmarks/interval.ts';
import { type Answer, isText, type Question, stepsOf, YES_NO } from '#domain/questionnaires/question.ts';
import { type Bin, binAt, binsOf, type Middle, middleOf } from './number-bins.ts';

/** How many chose one option or step, their share of those who answered, and Wilson's 95 % interval of the share. */
export type Cell = {
  readonly key: string;
  readonly count: number;
  readonly share: number;
} & Readonly<Interval>;

/** One row of a matrix; both null where too few answered the row. */
export type RowTally = {
  readonly row: string;
  readonly answered: number | null;
  readonly cells: readonly Cell[] | null;
};

/** Numbers in the bins that their question decides, with their middle; never the least and the most. */
export type NumberTally = Middle & { readonly kind: 'number'; readonly cells: readonly (Cell & Bin)[] };

/**
 * The distribution of the answers. `options` by their place from '0' or as one of YES_NO, where several may be
 * chosen the shares add up to more than one; `steps` from least to most; `rows` a row of steps each.
 */
export type Tally =
  | { readonly kind: 'options'; readonly cells: readonly Cell[] }
  | { readonly kind: 'steps'; readonly cells: readonly Cell[] }
  | { readonly kind: 'rows'; readonly rows: readonly RowTally[] }
  | NumberTally
  | { readonly kind: 'text' };

/** What can be chosen in answer to a question, in its own order; empty where nothing is chosen. */
export function choicesOf({ type, scale, options }: Question): readonly string[] {
  if (type === 'yes_no') return YES_NO;
  if (scale) return stepsOf(scale);
  return options.map((_, at) => String(at));
}

/** The answers that fit the question. An empty list, an empty text and an empty matrix are no answers. */
export function answersTo(question: Question, answers: readonly Answer[]): readonly Answer[] {
  return answers.filter((answer) => isAnswerTo(question, answer));
}

function isAnswerTo(question: Question, answer: Answer): boolean {
  const choices = choicesOf(question);
  if (question.type === 'number') return typeof answer === 'number' && Number.isFinite(answer);
  if (isText(question)) return typeof answer === 'string' && answer.trim() !== '';
  if (question.type === 'multiple') return chosenIn(answer).some((choice) => choices.includes(choice));
  if (question.type === 'matrix')
    return question.rows.some((_, row) => choices.includes(inRow(answer, String(row)) ?? ''));
  return typeof answer === 'string' && choices.includes(answer);
}

/** The options somebody chose, each once. */
export function chosenIn(answer: Answer): readonly string[] {
  return Array.isArray(answer) ? [...new Set(answer as readonly string[])] : [String(answer)];
}

/** The step chosen for a row of a matrix, or null. */
export function inRow(answer: Answer, row: string): string | null {
  if (typeof answer !== 'object' || Array.isArray(answer)) return null;
  return (answer as Readonly<Record<string, string>>)[row] ?? null;
}

/** The distribution of answers that fit the question. A row that fewer than `least` answered is left out. */
export function tallyOf(question: Question, answers: readonly Answer[], least: number): Tally {
  const choices = choicesOf(question);
  if (isText(question)) return { kind: 'text' };
  if (question.type === 'number') return numberTally(question, answers.map(Number));
  if (question.type === 'matrix') {
    return {
      kind: 'rows',
      rows: question.rows.map((_, row) => rowTally(choices, answers, [String(row), least])),
    };
  }
  const kind = question.type === 'scale' ? 'steps' : 'options';
  return { kind, cells: cellsOf(choices, answers.map(chosenIn)) };
}

function rowTally(
  choices: readonly string[],
  answers: readonly Answer[],
  [row, least]: readonly [string, number],
): RowTally {
  const given = answers.map((answer) => inRow(answer, row)).filter((step) => step !== null);
  const known = given.filter((step) => choices.includes(step));
  if (known.length < least) return { row, answered: null, cells: null };
  return {
    row,
    answered: known.length,
    cells: cellsOf(
      choices,
      known.map((step) => [step]),
    ),
  };
}

function numberTally(question: Question, values: readonly number[]): NumberTally {
  const bins = binsOf(question);
  const places = values.map((value) => binAt(bins, value));
  const cells = bins.map((bin, at) => ({
    ...bin,
    ...cellOf(String(at), places.filter((place) => place === at).length, values.length),
  }));
  return { kind: 'number', cells, ...middleOf(question, values) };
}

function cellsOf(choices: readonly string[], answers: readonly (readonly string[])[]): Cell[] {
  return choices.map((choice) =>
    cellOf(choice, answers.filter((chosen) => chosen.includes(choice)).length, answers.length),
  );
}

function cellOf(key: string, count: number, answered: number): Cell {
  const { lower, upper } = wilsonInterval(count, answered);
  return { key, count, share: rounded(count / answered), lower: rounded(lower), upper: rounded(upper) };
}

// Six decimals are finer than any screen and the same on every machine.
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
