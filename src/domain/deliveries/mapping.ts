import type { Part } from './column-name.ts';
import { type DecimalSign, surveyNumbers } from './number-format.ts';
import type { Period } from './period.ts';
import { columnCells, type Sheet } from './sheet.ts';

/**
 * What a column that is no figure says of its row. `quarter` (1–4) and `month` (1–12) narrow the year that
 * stands in the column of role `period`.
 */
export const PLAIN_ROLES = [
  'ignore',
  'practice_number',
  'indicator',
  'period',
  'period_from',
  'period_until',
  'quarter',
  'month',
] as const;
export type PlainRole = (typeof PLAIN_ROLES)[number];
export type PlainColumn = { name: string; role: PlainRole };

/**
 * A column of figures. Without `indicatorKeys` it is of the row's indicator, and as a denominator it is
 * shared by all that have no own; without `periodLabel` (a text that `parsePeriod` reads) it is of the row's
 * period. `decimal` answers an ambiguous column and is not looked at in others. `per` is what values are
 * given of: 1 for a fraction, 100 for per cent, null for as the indicator has it.
 */
export type MeasureColumn = {
  name: string;
  role: Part;
  indicatorKeys: string[];
  periodLabel: string | null;
  decimal: DecimalSign | null;
  per: number | null;
};
export type ColumnMapping = PlainColumn | MeasureColumn;

/**
 * How the columns of a source's files are understood: one entry per column of the header, in its order. It
 * can be kept as JSON and offered again. Names of indicators in the file lead to a key, or to null when
 * their rows are to be left out. `splitYearFrom` is the month (1–12) in which a year written 2018/19 begins.
 * `areZerosReal` says that a practice with nothing but noughts in a period really had none.
 */
export type Mapping = {
  columns: ColumnMapping[];
  indicatorNames: { name: string; indicatorKey: string | null }[];
  fixedIndicatorKey: string | null;
  fixedPeriod: Period | null;
  splitYearFrom: number | null;
  areZerosReal: boolean;
};

/** What must be known of an indicator to judge its figures: 18 % is 18 with the scale 100. */
export type MeasuredIndicator = { key: string; scale: number; isProportion: boolean };

/** Whether a column holds figures rather than what they are figures of. */
export function isMeasure(column: ColumnMapping): column is MeasureColumn {
  return column.role === 'numerator' || column.role === 'denominator' || column.role === 'value';
}

/** The positions (from 0) of the columns with a role. */
export function positionsOf(mapping: Mapping, role: ColumnMapping['role']): number[] {
  return mapping.columns.flatMap((column, index) => (column.role === role ? [index] : []));
}

/** The mapping with one answer given to every column of figures whose numbers can be read in two ways. */
export function withDecimalSign(mapping: Mapping, sheet: Sheet, decimal: DecimalSign): Mapping {
  const columns = mapping.columns.map((column, index) =>
    isMeasure(column) && surveyNumbers(columnCells(sheet, index)).format?.isAmbiguous
      ? { ...column, decimal }
      : column,
  );
  return { ...mapping, columns };
}
