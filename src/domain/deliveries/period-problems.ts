import { isMeasure, type Mapping, positionsOf } from './mapping.ts';
import { slotsOf } from './measure-slot.ts';
import { isSplitYear } from './period-column.ts';
import { type Problem, problem } from './problem.ts';
import { labelledPeriod, rowPeriodOf } from './row-reading.ts';
import type { Sheet } from './sheet.ts';

/** What must be answered about the periods of a sheet, in the names of its columns and in its rows. */
export function periodProblems(mapping: Mapping, sheet: Sheet): Problem[] {
  const problems: Problem[] = [];
  mapping.columns.forEach((column, position) => {
    if (!isMeasure(column) || column.periodLabel === null || labelledPeriod(column.periodLabel, mapping))
      return;
    const kind = isSplitYear(column.periodLabel) ? 'split_year' : 'unreadable_period';
    problems.push(problem(kind, { column: position + 1 }));
  });
  const needsRowPeriod = slotsOf(mapping.columns).some((slot) => slot.periodLabel === null);
  return onlyOneSplitYear(needsRowPeriod ? [...problems, ...rowPeriodProblems(mapping, sheet)] : problems);
}

function rowPeriodProblems(mapping: Mapping, sheet: Sheet): Problem[] {
  const periodOf = rowPeriodOf(sheet, mapping);
  if (!periodOf) return [problem('no_period')];
  const unread = sheet.rows.filter((row) => periodOf(row.cells) === null);
  if (unread.length * 2 <= sheet.rows.length) return [];
  const position = positionsOf(mapping, 'period')[0] ?? positionsOf(mapping, 'period_from')[0]!;
  const splitYear = unread.find((row) => isSplitYear(row.cells[position] ?? ''));
  const row = splitYear ?? unread[0]!;
  return [problem(splitYear ? 'split_year' : 'unreadable_period', { column: position + 1, line: row.line })];
}

// One answer tells where all split years begin.
function onlyOneSplitYear(problems: Problem[]): Problem[] {
  const first = problems.findIndex(({ kind }) => kind === 'split_year');
  return problems.filter(({ kind }, i) => kind !== 'split_year' || i === first);
}
