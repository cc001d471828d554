import { type ColumnEvidence, mayHoldFigures, type SheetEvidence, sampleNumbers } from './column-evidence.ts';
import type { Part } from './column-name.ts';
import { type Draft, type Drafts, measureDraft } from './draft.ts';
import { isMeasure, type MeasureColumn } from './mapping.ts';
import { ratioBehind } from './ratio-evidence.ts';
import type { Sheet } from './sheet.ts';

/**
 * Drafts what the numbers tell and the names do not: which column is the denominator of which (the printed
 * value equals their ratio), what a value is given per, and in a file with one figure per row, its parts.
 */
export function draftCountedColumns(sheet: Sheet, evidence: SheetEvidence, drafts: Drafts): void {
  if (!drafts.some((draft) => draft?.column.role === 'numerator' || draft?.column.role === 'value')) {
    draftTheOnlyFigure(sheet, evidence, drafts);
  }
  for (const draft of [...drafts]) {
    if (draft?.column.role === 'value' && isMeasure(draft.column)) findCounts(draft, sheet, evidence, drafts);
  }
  settleTwoCounts(evidence, drafts);
}

// The denominator of one value and its numerator: drafted already, or still open with the same period.
function findCounts(draft: Draft, sheet: Sheet, evidence: SheetEvidence, drafts: Drafts): void {
  const measure = draft.column as MeasureColumn;
  const value = evidence.columns[drafts.indexOf(draft)]!;
  const numerators = evidence.columns.filter(({ position }) => isNumeratorOf(measure, drafts[position]));
  const open = openFigures(evidence, drafts).filter(
    ({ name }) => name.periodLabel === measure.periodLabel || name.periodLabel === null,
  );
  const drafted = evidence.columns.filter(({ position }) => isDenominatorFor(measure, drafts[position]));
  const candidates = numerators.length > 0 ? numerators : open;
  const ratio = ratioBehind(value, candidates, [...drafted, ...open], evidence);
  if (!ratio) return;
  measure.per = ratio.per;
  assign(ratio.numerator, 'numerator');
  assign(ratio.denominator, 'denominator');

  function assign(position: number, role: Part): void {
    const before = drafts[position]?.column;
    if (before && isMeasure(before)) {
      const isShared = before.indicatorKeys.length === 0;
      if (!isShared) before.indicatorKeys = [...new Set([...before.indicatorKeys, ...measure.indicatorKeys])];
      return;
    }
    const { periodLabel } = evidence.columns[position]!.name;
    const { indicatorKeys } = measure;
    const column = { name: sheet.header[position]!, role, indicatorKeys, periodLabel };
    drafts[position] = measureDraft(column, 'certain', 'matches_ratio');
  }
}

function isNumeratorOf(value: MeasureColumn, draft: Draft | undefined): boolean {
  const column = draft?.column;
  return (
    column !== undefined &&
    isMeasure(column) &&
    column.role === 'numerator' &&
    column.periodLabel === value.periodLabel &&
    column.indicatorKeys[0] === value.indicatorKeys[0]
  );
}

function isDenominatorFor(value: MeasureColumn, draft: Draft | undefined): boolean {
  const column = draft?.column;
  if (!column || !isMeasure(column) || column.role !== 'denominator') return false;
  return column.periodLabel === value.periodLabel || column.periodLabel === null;
}

// No name told a figure: take values by word, or counts by word, or the only column of numbers there is.
function draftTheOnlyFigure(sheet: Sheet, evidence: SheetEvidence, drafts: Drafts): void {
  const open = openFigures(evidence, drafts);
  const named = (part: Part) => open.find(({ name }) => name.part === part);
  const draft = (
    column: ColumnEvidence | undefined,
    role: Part,
    how: Pick<Draft, 'confidence' | 'reason'>,
  ) => {
    if (!column || drafts.some((other) => other?.column.role === role)) return;
    const measure = { name: sheet.header[column.position]!, role, periodLabel: column.name.periodLabel };
    drafts[column.position] = measureDraft(measure, how.confidence, how.reason);
  };
  const byWord = { confidence: 'likely', reason: 'header_word' } as const;
  const value = named('value');
  draft(value, 'value', byWord);
  if (value && ratioBehind(value, open, open, evidence)) return;
  draft(named('numerator'), 'numerator', byWord);
  draft(named('denominator'), 'denominator', byWord);
  if (value || named('numerator')) return;
  const rest = openFigures(evidence, drafts);
  const hasDenominator = drafts.some((other) => other?.column.role === 'denominator');
  const byExclusion = { confidence: 'guess', reason: 'only_figures' } as const;
  if (rest.length === 1) draft(rest[0], hasDenominator ? 'numerator' : 'value', byExclusion);
}

// Two counts and no denominator: what is never the smaller of the two is what the other is counted among.
function settleTwoCounts(evidence: SheetEvidence, drafts: Drafts): void {
  const measures = evidence.columns.filter(({ position }) => {
    const column = drafts[position]?.column;
    return column !== undefined && isMeasure(column);
  });
  const [first, second, third] = measures;
  if (!first || !second || third || !areRivals(drafts[first.position]!, drafts[second.position]!)) return;
  const larger = largerOf(first, second, evidence);
  if (!larger) return;
  const measure = drafts[larger.position]!.column as MeasureColumn;
  const column: MeasureColumn = { ...measure, role: 'denominator' };
  drafts[larger.position] = { column, confidence: 'guess', reason: 'larger_of_two' };
}

function largerOf(a: ColumnEvidence, b: ColumnEvidence, { decimal }: SheetEvidence): ColumnEvidence | null {
  const [ofA, ofB] = [sampleNumbers(a, decimal), sampleNumbers(b, decimal)];
  if (ofA.every((n, i) => (n ?? 0) >= (ofB[i] ?? 0))) return a;
  return ofB.every((n, i) => (n ?? 0) >= (ofA[i] ?? 0)) ? b : null;
}

function areRivals(a: Draft, b: Draft): boolean {
  const of = ({ column }: Draft) =>
    isMeasure(column) && column.role === 'numerator' ? [column.indicatorKeys, column.periodLabel] : null;
  return of(a) !== null && JSON.stringify(of(a)) === JSON.stringify(of(b));
}

function openFigures(evidence: SheetEvidence, drafts: Drafts): ColumnEvidence[] {
  return evidence.columns.filter(
    (column) => !drafts[column.position] && mayHoldFigures(column) && column.survey.numbers > 0,
  );
}
