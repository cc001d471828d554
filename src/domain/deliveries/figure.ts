import type { ColumnFormat } from './column-format.ts';
import type { MeasuredIndicator } from './mapping.ts';
import { type MissingReason, missingReason } from './missing.ts';
import { parseNumber, printedDecimals } from './number-format.ts';
import type { ObjectionBook, ObjectionKind } from './objection.ts';
import type { Period } from './period.ts';

/**
 * One figure of one practice. `value` is in the indicator's own unit (18 is 18 % with the scale 100), worked
 * out from numerator and denominator where both are there, else as delivered. It is null exactly when
 * `missing` says why; a list size may stand beside what is missing. `line` is that of the file.
 */
export type Figure = {
  line: number;
  practiceNumber: string;
  indicatorKey: string;
  period: Period;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  missing: MissingReason | null;
};

/** Where one part of a figure stands, by position from 0, and how its column writes numbers. */
export type PartReading = ColumnFormat & { position: number };

/** Where the parts of a figure stand. `per` is what the delivered value is given of; null: the indicator's scale. */
export type SlotReading = {
  numerator: PartReading | null;
  denominator: PartReading | null;
  value: PartReading | null;
  per: number | null;
};

/** What a figure is of. */
export type FigurePlace = {
  line: number;
  practiceNumber: string;
  indicator: MeasuredIndicator;
  period: Period;
};

type Part = { number: number | null; missing: MissingReason | null; position: number };
type Parts = { numerator: Part; denominator: Part; value: Part; per: number; decimals: number };

const ABSENT: Part = { number: null, missing: null, position: -1 };
const FLOAT_SLACK = 1e-9;

/** The figure in the cells of one row, or null when there is an objection to it, which goes into the book. */
export function figureIn(
  cells: readonly string[],
  slot: SlotReading,
  place: FigurePlace,
  book: ObjectionBook,
): Figure | null {
  const parts = {
    numerator: partIn(cells, slot.numerator),
    denominator: partIn(cells, slot.denominator),
    value: partIn(cells, slot.value),
    per: slot.per ?? place.indicator.scale,
    decimals: decimalsIn(cells, slot.value),
  };
  const objection = objectionTo(parts, place.indicator);
  if (objection) {
    book.add(objection.kind, place.line, { column: objection.part.position + 1 });
    return null;
  }
  const { indicator, ...rest } = place;
  return { ...rest, indicatorKey: indicator.key, ...reckoned(parts, indicator) };
}

function partIn(cells: readonly string[], part: PartReading | null): Part {
  if (part === null) return ABSENT;
  const cell = cells[part.position] ?? '';
  const missing = missingReason(cell);
  const number = missing || part.format === null ? null : parseNumber(cell, part.format);
  return { number, missing, position: part.position };
}

function decimalsIn(cells: readonly string[], part: PartReading | null): number {
  return part?.format ? printedDecimals(cells[part.position] ?? '', part.format) : 0;
}

type Found = { kind: ObjectionKind; part: Part };

function objectionTo(parts: Parts, indicator: MeasuredIndicator): Found | null {
  const { numerator, denominator, value, per } = parts;
  const all = [numerator, denominator, value].filter((part) => part.position >= 0);
  const unreadable = all.find((part) => part.number === null && part.missing === null);
  if (unreadable) return { kind: 'unreadable_number', part: unreadable };
  const negative = all.find((part) => part.number !== null && part.number < 0);
  if (negative) return { kind: 'negative_number', part: negative };
  if (numerator.number !== null && denominator.number !== null) return objectionToCounts(parts, indicator);
  const isAboveWhole =
    indicator.isProportion && value.number !== null && value.number > per * (1 + FLOAT_SLACK);
  return isAboveWhole ? { kind: 'above_whole', part: value } : null;
}

// A printed value may differ from the counts by half of its last digit, and by what floats make of it.
function objectionToCounts(
  { numerator, denominator, value, per, decimals }: Parts,
  indicator: MeasuredIndicator,
): Found | null {
  const [n, d] = [numerator.number!, denominator.number!];
  if (indicator.isProportion && n > d) return { kind: 'numerator_above_denominator', part: numerator };
  if (d === 0 && n > 0) return { kind: 'denominator_zero', part: denominator };
  if (value.number === null || d === 0) return null;
  const expected = (per * n) / d;
  const tolerance = 0.5 * 10 ** -decimals + FLOAT_SLACK * Math.max(1, Math.abs(expected));
  return Math.abs(value.number - expected) > tolerance ? { kind: 'value_contradicts', part: value } : null;
}

function reckoned(
  { numerator, denominator, value, per }: Parts,
  { scale }: MeasuredIndicator,
): Pick<Figure, 'numerator' | 'denominator' | 'value' | 'missing'> {
  const counts = { numerator: numerator.number, denominator: denominator.number };
  if (counts.denominator === 0 && !counts.numerator) return { ...counts, value: null, missing: 'empty' };
  if (counts.numerator !== null && counts.denominator !== null) {
    return { ...counts, value: (scale * counts.numerator) / counts.denominator, missing: null };
  }
  if (value.number !== null) return { ...counts, value: (value.number * scale) / per, missing: null };
  const reasons = [numerator.missing, denominator.missing, value.missing].filter((reason) => reason !== null);
  const missing = reasons.find((reason) => reason !== 'empty') ?? reasons[0] ?? 'not_available';
  return { ...counts, value: null, missing };
}
