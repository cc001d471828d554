import type { Question } from '#domain/questionnaires/question.ts';
import type { Bar, BarChart, BarRow } from '#ui/bar-chart.ts';
import { type Locale, number, quantity, range } from '#ui/format.ts';
import { resultText } from './result.text.ts';
import type { QuestionResult } from './result.ts';
import { answerLabels, binText, cellText, intervalText, shareText } from './result-words.text.ts';
import type { Cell, NumberTally, RowTally, Tally } from './tally.ts';

/** Words and figures in rows; the first column names its row. */
export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The bars of one question, or null where there is nothing to draw. */
export function resultChart(locale: Locale, { question, tally, wording }: QuestionResult): BarChart | null {
  if (tally === null || tally.kind === 'text') return null;
  const bars = { kind: 'bars', locale, description: wording, legend: [] } as const;
  if (tally.kind !== 'rows')
    return { ...bars, groups: [{ heading: '', rows: cellRows(locale, question, tally.cells) }] };
  const groups = tally.rows.map(({ cells, row }) => ({
    heading: question.rows[Number(row)] ?? row,
    rows: cells ? cellRows(locale, question, cells) : [tooFew(locale)],
  }));
  return { ...bars, groups };
}

/** What stands beside a bar of each cell: the answer, or the numbers of the bin. */
export function cellLabels(locale: Locale, question: Question, cells: readonly Cell[]): string[] {
  const labels = answerLabels(locale, question);
  return cells.map((cell) =>
    'from' in cell
      ? binText(locale, cell as NumberTally['cells'][number], question)
      : (labels.find(({ key }) => key === cell.key)?.label ?? cell.key),
  );
}

/** A bar of one cell, with its figures. */
export function barOf(locale: Locale, cell: Cell): Bar {
  return { text: cellText(locale, cell), reach: { share: cell.share, lower: cell.lower, upper: cell.upper } };
}

function cellRows(locale: Locale, question: Question, cells: readonly Cell[]): BarRow[] {
  const labels = cellLabels(locale, question, cells);
  return cells.map((cell, at) => ({ label: labels[at]!, bars: [barOf(locale, cell)] }));
}

function tooFew(locale: Locale): BarRow {
  return { label: '', bars: [{ text: resultText[locale].fewer, reach: null }] };
}

/** The same figures in words; of a question that may not be shown there are none. */
export function resultTable(locale: Locale, { answered, question, tally }: QuestionResult): Table | null {
  const say = resultText[locale].table;
  if (tally === null || answered === null || tally.kind === 'text') return null;
  if (tally.kind === 'rows') return rowsTable(locale, question, tally.rows);
  const labels = cellLabels(locale, question, tally.cells);
  const rows = tally.cells.map((cell, at) => [
    labels[at]!,
    number(locale, cell.count, 0),
    shareText(locale, cell.share),
    intervalText(locale, cell),
  ]);
  const total = [say.answered, number(locale, answered, 0), '', ''];
  return {
    columns: [say.answer, say.count, say.share, say.interval],
    rows: [...rows, total, ...middleRows(locale, question, tally)],
  };
}

function middleRows(locale: Locale, { unit }: Question, tally: Tally): string[][] {
  if (tally.kind !== 'number') return [];
  const say = resultText[locale].table;
  const middle = [say.middle, quantity(locale, tally.median, unit, 2), '', ''];
  return tally.quartiles
    ? [middle, [say.quartiles, range(locale, tally.quartiles, unit, 2), '', '']]
    : [middle];
}

function rowsTable(locale: Locale, question: Question, rows: readonly RowTally[]): Table {
  const say = resultText[locale];
  const answers = answerLabels(locale, question);
  const columns = [say.table.row, ...answers.map(({ label }) => label), say.table.answered];
  const written = rows.map(({ answered, cells, row }) => {
    const figures = cells ? cells.map((cell) => cellText(locale, cell)) : answers.map(() => say.fewer);
    return [
      question.rows[Number(row)] ?? row,
      ...figures,
      answered === null ? '' : number(locale, answered, 0),
    ];
  });
  return { columns, rows: written };
}
