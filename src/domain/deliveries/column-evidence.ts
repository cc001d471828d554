import { type ColumnName, columnNameOf, foldName } from './column-name.ts';
import { missingReason } from './missing.ts';
import {
  type DecimalSign,
  formatWith,
  type NumberSurvey,
  parseNumber,
  surveyNumbers,
} from './number-format.ts';
import { parsePeriod } from './period.ts';
import { isSplitYear, periodReadingOf } from './period-column.ts';
import { practiceNumberIn } from './practice-number-cell.ts';
import { columnCells, type Sheet } from './sheet.ts';

/** What the product knows beforehand: its indicators by key and by all their names, and practice numbers. */
export type Known = {
  indicators: readonly { key: string; names: readonly string[] }[];
  practiceNumbers: ReadonlySet<string>;
};

/** What the name and the cells of one column show. Shares are of the cells that hold anything, 0 to 1. */
export type ColumnEvidence = {
  position: number;
  name: ColumnName;
  folded: string;
  survey: NumberSurvey;
  sample: string[];
  codes: number;
  knownPractices: number;
  knownIndicators: number;
  periods: number;
  distinct: number;
};

/** What all columns show together. `decimal` is the decimal sign that the certain columns agree on, or null. */
export type SheetEvidence = {
  columns: ColumnEvidence[];
  decimal: DecimalSign | null;
  keyOf: (name: string) => string | null;
};

const SAMPLED = 400;

/** Looks at every column: at numbers in all rows, at the rest in a sample of rows spread evenly. */
export function evidenceOf(sheet: Sheet, known: Known): SheetEvidence {
  const keyOf = keysByName(known);
  const step = Math.max(1, Math.floor(sheet.rows.length / SAMPLED));
  const columns = sheet.header.map((header, position): ColumnEvidence => {
    const cells = columnCells(sheet, position);
    const sample = cells.filter((_, i) => i % step === 0);
    const filled = sample.filter((cell) => missingReason(cell) === null);
    const share = (holds: (cell: string) => boolean) =>
      filled.filter(holds).length / Math.max(1, filled.length);
    const reading = periodReadingOf(sample, null);
    return {
      position,
      name: columnNameOf(header),
      folded: foldName(header),
      survey: surveyOf(cells, sample),
      sample,
      codes: share((cell) => practiceNumberIn(cell) !== null),
      knownPractices: share((cell) => known.practiceNumbers.has(practiceNumberIn(cell) ?? '')),
      knownIndicators: share((cell) => keyOf(cell) !== null),
      periods: share((cell) => parsePeriod(cell, reading) !== null || isSplitYear(cell)),
      distinct: new Set(filled).size,
    };
  });
  return { columns, decimal: agreedDecimal(columns), keyOf };
}

/**
 * The numbers in the sampled rows of a column, null where there is none. An ambiguous column is read as the
 * certain columns of the file are: good enough as evidence, never as a figure.
 */
export function sampleNumbers(column: ColumnEvidence, decimal: DecimalSign | null): (number | null)[] {
  const { format } = column.survey;
  const assumed = format?.isAmbiguous ? decimal && formatWith(decimal) : format;
  return column.sample.map((cell) =>
    assumed && missingReason(cell) === null ? parseNumber(cell, assumed) : null,
  );
}

/** Whether a column can hold figures: numbers, or nothing but marks of what is missing. */
export function mayHoldFigures({ survey }: ColumnEvidence): boolean {
  return survey.others === 0 || survey.format !== null;
}

// A column of words in the sample needs no look at all of its rows; numbers may turn doubtful in any of them.
function surveyOf(cells: readonly string[], sample: readonly string[]): NumberSurvey {
  const sampled = surveyNumbers(sample);
  return sampled.others > sampled.numbers ? sampled : surveyNumbers(cells);
}

function agreedDecimal(columns: readonly ColumnEvidence[]): DecimalSign | null {
  const signs = columns.flatMap(({ survey: { format } }) =>
    format?.decimal && !format.isAmbiguous ? [format.decimal] : [],
  );
  return signs.every((sign) => sign === signs[0]) ? (signs[0] ?? null) : null;
}

function keysByName(known: Known): (name: string) => string | null {
  const keys = new Map<string, string>();
  for (const { key, names } of known.indicators) {
    for (const name of [key, ...names]) keys.set(foldName(name), key);
  }
  return (name) => keys.get(foldName(name)) ?? null;
}
