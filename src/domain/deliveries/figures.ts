import { columnFormats } from './column-format.ts';
import { type Figure, figureIn, type SlotReading } from './figure.ts';
import { withoutHiddenGaps } from './hidden-gap.ts';
import { isMeasure, type Mapping, type MeasuredIndicator, positionsOf } from './mapping.ts';
import { type MeasureSlot, slotsOf } from './measure-slot.ts';
import { missingReason } from './missing.ts';
import { ObjectionBook, type Objections } from './objection.ts';
import type { Period } from './period.ts';
import { practiceNumberIn } from './practice-number-cell.ts';
import { withoutRepeats } from './repeated-figure.ts';
import { labelledPeriod, rowIndicatorOf, rowPeriodOf } from './row-reading.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** What a sheet says: its figures, and all that is wrong with it. */
export type FiguresRead = { figures: Figure[]; objections: Objections };

type Reading = {
  width: number;
  practicePosition: number;
  slots: { slot: MeasureSlot; reading: SlotReading; period: Period | null; positions: number[] }[];
  periodOf: (cells: readonly string[]) => Period | null;
  indicatorOf: (cells: readonly string[]) => string | null | undefined;
  indicators: ReadonlyMap<string, MeasuredIndicator>;
};

/**
 * Reads every figure of a sheet as the mapping understands it; call it when `problemsOf` finds nothing. What
 * contradicts itself is objected to and left out, so that nothing doubtful becomes a measurement. Rows
 * without a practice number and without any figure (notes below the table) are passed over. Linear in the
 * number of cells.
 */
export function figuresIn(
  sheet: Sheet,
  mapping: Mapping,
  indicators: readonly MeasuredIndicator[],
): FiguresRead {
  const book = new ObjectionBook();
  const reading = readingOf(sheet, mapping, indicators);
  const read: Figure[] = [];
  for (const row of sheet.rows) readRow(row, reading, { read, book });
  const figures = withoutRepeats(read, book);
  return {
    figures: mapping.areZerosReal ? figures : withoutHiddenGaps(figures, book),
    objections: book.summary(),
  };
}

function readingOf(sheet: Sheet, mapping: Mapping, indicators: readonly MeasuredIndicator[]): Reading {
  const formats = columnFormats(sheet, mapping);
  const part = (position: number | null) =>
    position === null ? null : { position, ...formats.get(position)! };
  const slots = slotsOf(mapping.columns).map((slot) => {
    const value = slot.value === null ? undefined : mapping.columns[slot.value];
    const isPercent = slot.value !== null && formats.get(slot.value)!.survey.hasPercentSigns;
    const per = (value && isMeasure(value) ? value.per : null) ?? (isPercent ? 100 : null);
    const parts = {
      numerator: part(slot.numerator),
      denominator: part(slot.denominator),
      value: part(slot.value),
    };
    return {
      slot,
      reading: { ...parts, per },
      period: slot.periodLabel === null ? null : labelledPeriod(slot.periodLabel, mapping),
      positions: [slot.numerator, slot.denominator, slot.value].filter((position) => position !== null),
    };
  });
  return {
    width: sheet.header.length,
    practicePosition: positionsOf(mapping, 'practice_number')[0] ?? -1,
    slots,
    periodOf: rowPeriodOf(sheet, mapping) ?? (() => null),
    indicatorOf: rowIndicatorOf(mapping),
    indicators: new Map(indicators.map((indicator) => [indicator.key, indicator])),
  };
}

function readRow(row: SheetRow, reading: Reading, into: { read: Figure[]; book: ObjectionBook }): void {
  const { line, cells } = row;
  const practiceNumber = practiceNumberIn(cells[reading.practicePosition] ?? '');
  if (practiceNumber === null) {
    if (isWithoutFigures(cells, reading)) return;
    into.book.add('not_a_practice_number', line, { column: reading.practicePosition + 1 });
  } else if (cells.length > reading.width) {
    into.book.add('cells_beyond_header', line, { column: reading.width + 1 });
  } else {
    readSlots(row, practiceNumber, reading, into);
  }
}

function readSlots(
  { line, cells }: SheetRow,
  practiceNumber: string,
  reading: Reading,
  { read, book }: { read: Figure[]; book: ObjectionBook },
): void {
  const [rowKey, rowPeriod] = [reading.indicatorOf(cells), reading.periodOf(cells)];
  let isObjectedTo = false;
  for (const { slot, reading: parts, period: slotPeriod } of reading.slots) {
    const key = slot.indicatorKey ?? rowKey;
    if (key === null) continue;
    const indicator = key === undefined ? undefined : reading.indicators.get(key);
    const period = slot.periodLabel === null ? rowPeriod : slotPeriod;
    if (indicator && period) {
      const figure = figureIn(cells, parts, { line, practiceNumber, indicator, period }, book);
      if (figure) read.push(figure);
    } else if (!isObjectedTo) {
      isObjectedTo = true;
      book.add(indicator ? 'unreadable_period' : 'no_indicator', line);
    }
  }
}

function isWithoutFigures(cells: readonly string[], reading: Reading): boolean {
  return reading.slots.every(({ positions }) =>
    positions.every((at) => missingReason(cells[at] ?? '') === 'empty'),
  );
}
