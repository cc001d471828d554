import {
  type ColumnEvidence,
  evidenceOf,
  type Known,
  mayHoldFigures,
  type SheetEvidence,
} from './column-evidence.ts';
import { columnNameOf, shapeOfName } from './column-name.ts';
import { draftCountedColumns } from './counted-columns.ts';
import { type ColumnProposal, type Draft, type Drafts, plainDraft } from './draft.ts';
import { isMeasure, type Mapping } from './mapping.ts';
import { draftNamedMeasures } from './measure-columns.ts';
import { draftRowColumns } from './row-columns.ts';
import type { Sheet } from './sheet.ts';

/** A mapping to start from, and for each of its columns how sure it is and why. */
export type Proposal = { mapping: Mapping; columns: ColumnProposal[] };

/**
 * How a sheet is probably to be understood, from the words of its header, from its content and from what the
 * deliverer confirmed of earlier files (`remembered`). Nothing is settled that only the deliverer can know:
 * `problemsOf` lists what the proposal leaves open. Periods given by hand are not remembered, and a
 * remembered answer about decimals is dropped where the certain columns of this file say otherwise.
 */
export function proposeMapping(sheet: Sheet, known: Known, remembered?: Mapping): Proposal {
  const evidence = evidenceOf(sheet, known);
  const drafts: Drafts = remembered
    ? rememberedDrafts(sheet, evidence, remembered)
    : sheet.header.map(() => undefined);
  draftRowColumns(sheet, evidence, drafts);
  draftNamedMeasures(sheet, evidence, drafts);
  draftCountedColumns(sheet, evidence, drafts);
  const settled = evidence.columns.map((column) => drafts[column.position] ?? ignored(sheet, column));
  return {
    mapping: {
      columns: settled.map((draft) => draft.column),
      indicatorNames: indicatorNames(sheet, settled, evidence, remembered),
      fixedIndicatorKey: remembered?.fixedIndicatorKey ?? null,
      fixedPeriod: null,
      splitYearFrom: remembered?.splitYearFrom ?? null,
      areZerosReal: remembered?.areZerosReal ?? false,
    },
    columns: settled.map(({ confidence, reason, column }, i) => {
      const isAsked = isMeasure(column) && evidence.columns[i]!.survey.format?.isAmbiguous;
      return { confidence, reason, suggestedDecimal: isAsked ? evidence.decimal : null };
    }),
  };
}

/**
 * What a sheet looks like whatever its period: equal for two files of one series, so that a mapping kept
 * under it is found again next year.
 */
export function shapeOfSheet(sheet: Sheet): string {
  return JSON.stringify(sheet.header.map(shapeOfName));
}

function rememberedDrafts(sheet: Sheet, evidence: SheetEvidence, remembered: Mapping): Drafts {
  const byShape = new Map(remembered.columns.map((column) => [shapeOfName(column.name), column]));
  const byName = new Map(remembered.columns.map((column) => [column.name, column]));
  return sheet.header.map((name): Draft | undefined => {
    const column = byName.get(name) ?? byShape.get(shapeOfName(name));
    if (!column) return undefined;
    const sure = { confidence: 'certain', reason: 'remembered' } as const;
    if (!isMeasure(column)) return { column: { ...column, name }, ...sure };
    const decimal = evidence.decimal === null || evidence.decimal === column.decimal ? column.decimal : null;
    const { periodLabel } = columnNameOf(name);
    return { column: { ...column, name, periodLabel, decimal }, ...sure };
  });
}

function ignored(sheet: Sheet, column: ColumnEvidence): Draft {
  const name = sheet.header[column.position]!;
  if (column.distinct === 0) return plainDraft(name, 'ignore', 'likely', 'empty');
  return mayHoldFigures(column)
    ? plainDraft(name, 'ignore', 'guess', 'unknown_measure')
    : plainDraft(name, 'ignore', 'likely', 'text');
}

// Names that the deliverer answered before come first, then those that the product knows itself.
function indicatorNames(
  sheet: Sheet,
  drafts: readonly Draft[],
  evidence: SheetEvidence,
  remembered: Mapping | undefined,
): Mapping['indicatorNames'] {
  const position = drafts.findIndex((draft) => draft.column.role === 'indicator');
  if (position < 0) return [];
  const answered = new Map(remembered?.indicatorNames.map(({ name, indicatorKey }) => [name, indicatorKey]));
  const names = new Set(sheet.rows.map((row) => row.cells[position] ?? ''));
  return [...names].flatMap((name) => {
    const before = answered.get(name);
    const indicatorKey = before === undefined ? evidence.keyOf(name) : before;
    return name !== '' && (indicatorKey !== null || before === null) ? [{ name, indicatorKey }] : [];
  });
}
