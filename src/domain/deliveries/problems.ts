import { columnFormats } from './column-format.ts';
import { isMeasure, type Mapping, type MeasuredIndicator, positionsOf } from './mapping.ts';
import { doubledColumns, slotsOf } from './measure-slot.ts';
import { numberProblems } from './number-problems.ts';
import { periodProblems } from './period-problems.ts';
import { type Problem, type ProblemKind, problem } from './problem.ts';
import type { Sheet } from './sheet.ts';

const SINGLE_ROLES = [
  'practice_number',
  'indicator',
  'period',
  'period_from',
  'period_until',
  'quarter',
  'month',
] as const;
const ENDS_IN_PRACTICE_CODE = /(?:^|[^\p{L}\d])(?:[A-Z]\d{5}|\d{6})$/u;

/**
 * All that must be answered before `figuresIn` can read the sheet as mapped; empty when nothing is open.
 * `indicators` are those the product knows now.
 */
export function problemsOf(
  mapping: Mapping,
  sheet: Sheet,
  indicators: readonly MeasuredIndicator[],
): Problem[] {
  const isOfThisSheet =
    mapping.columns.length === sheet.header.length &&
    mapping.columns.every((column, i) => column.name === sheet.header[i]);
  if (!isOfThisSheet) return [problem('other_columns')];
  return [
    ...rowProblems(mapping),
    ...measureProblems(mapping),
    ...indicatorProblems(mapping, sheet, indicators),
    ...periodProblems(mapping, sheet),
    ...numberProblems(mapping, columnFormats(sheet, mapping), sheet, indicators),
  ];
}

function rowProblems(mapping: Mapping): Problem[] {
  const problems: Problem[] = [];
  if (positionsOf(mapping, 'practice_number').length === 0) problems.push(problem(missingPractices(mapping)));
  for (const role of SINGLE_ROLES) {
    const [first, second] = positionsOf(mapping, role);
    if (second !== undefined)
      problems.push(problem('two_columns', { column: first! + 1, otherColumn: second + 1 }));
  }
  const [from] = positionsOf(mapping, 'period_from');
  const [until] = positionsOf(mapping, 'period_until');
  const half = from ?? until;
  if (half !== undefined && (from === undefined || until === undefined)) {
    problems.push(problem('half_period', { column: half + 1 }));
  }
  return problems;
}

// A table with a practice per column and a period per row is turned the other way round.
function missingPractices(mapping: Mapping): ProblemKind {
  const coded = mapping.columns.filter((column) => ENDS_IN_PRACTICE_CODE.test(column.name)).length;
  return coded >= 3 && coded >= mapping.columns.length / 2 ? 'practices_in_columns' : 'no_practice_number';
}

function measureProblems(mapping: Mapping): Problem[] {
  const slots = slotsOf(mapping.columns);
  if (slots.length === 0) return [problem('no_measure')];
  const doubled = doubledColumns(mapping.columns).map(([first, second]) =>
    problem('same_measure_twice', { column: first + 1, otherColumn: second + 1 }),
  );
  const countsOnly = slots.filter((slot) => slot.value === null && slot.denominator === null);
  return [
    ...doubled,
    ...countsOnly.map((slot) => problem('no_denominator', { column: slot.numerator! + 1 })),
  ];
}

function indicatorProblems(
  mapping: Mapping,
  sheet: Sheet,
  indicators: readonly MeasuredIndicator[],
): Problem[] {
  const known = new Set(indicators.map((indicator) => indicator.key));
  const used = mapping.columns.flatMap((column) => (isMeasure(column) ? column.indicatorKeys : []));
  const named = mapping.indicatorNames.map(({ indicatorKey }) => indicatorKey);
  const keys = new Set([...used, ...named, mapping.fixedIndicatorKey].filter((key) => key !== null));
  const gone = [...keys].filter((key) => !known.has(key)).map((name) => problem('indicator_gone', { name }));
  if (slotsOf(mapping.columns).every((slot) => slot.indicatorKey !== null)) return gone;
  const [position] = positionsOf(mapping, 'indicator');
  if (position !== undefined) return [...gone, ...unknownNames(mapping, sheet, position)];
  return mapping.fixedIndicatorKey === null ? [...gone, problem('no_indicator')] : gone;
}

function unknownNames(mapping: Mapping, sheet: Sheet, position: number): Problem[] {
  const answered = new Set(mapping.indicatorNames.map(({ name }) => name));
  const problems: Problem[] = [];
  for (const row of sheet.rows) {
    const name = row.cells[position] ?? '';
    if (name === '' || answered.has(name)) continue;
    answered.add(name);
    problems.push(problem('unknown_indicator', { name, line: row.line, column: position + 1 }));
  }
  return problems;
}
