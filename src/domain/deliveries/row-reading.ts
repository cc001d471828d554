import { type Mapping, positionsOf } from './mapping.ts';
import { missingReason } from './missing.ts';
import { type Period, type PeriodReading, PLAIN_READING, parsePeriod, periodOfDates } from './period.ts';
import { periodReadingOf } from './period-column.ts';
import { columnCells, type Sheet } from './sheet.ts';

/** Tells the period of a row from its cells; null when it names none. */
export type RowPeriod = (cells: readonly string[]) => Period | null;

/**
 * How the period of a row is told: by its own column, with a quarter or month beside a year, by two columns
 * of dates, or by hand for the whole file. Null when the mapping says nothing of periods.
 */
export function rowPeriodOf(sheet: Sheet, mapping: Mapping): RowPeriod | null {
  const [whole, quarter, month, from, until] = (
    ['period', 'quarter', 'month', 'period_from', 'period_until'] as const
  ).map((role) => positionsOf(mapping, role)[0]);
  if (from !== undefined && until !== undefined) {
    return remembering(
      (cells) => [cells[from] ?? '', cells[until] ?? ''],
      ([a, b]) => periodOfDates(a!, b!),
    );
  }
  if (whole === undefined) return mapping.fixedPeriod ? () => mapping.fixedPeriod : null;
  const narrower = quarter ?? month;
  if (narrower !== undefined) {
    const joint = quarter === undefined ? 'M' : 'K';
    const parts = (cells: readonly string[]) => [cells[whole] ?? '', cells[narrower] ?? ''];
    return remembering(parts, ([year, n]) => parsePeriod(`${year}${joint}${n!.replace(/\D/g, '')}`));
  }
  const reading = periodReadingOf(columnCells(sheet, whole), mapping.splitYearFrom);
  return remembering(
    (cells) => [cells[whole] ?? ''],
    ([text]) => parsePeriod(text!, reading),
  );
}

/** The period that a column of figures names in its header, or null when its label cannot be read. */
export function labelledPeriod(label: string, mapping: Mapping): Period | null {
  const reading: PeriodReading = { ...PLAIN_READING, splitYearFrom: mapping.splitYearFrom };
  return parsePeriod(label, reading);
}

/**
 * The key of the indicator that a row names: undefined when it names none or one that the mapping does not
 * know, null when its rows are to be left out. Without a column for it, the one given by hand.
 */
export function rowIndicatorOf(mapping: Mapping): (cells: readonly string[]) => string | null | undefined {
  const position = positionsOf(mapping, 'indicator')[0];
  if (position === undefined) return () => mapping.fixedIndicatorKey ?? undefined;
  const keys = new Map(mapping.indicatorNames.map(({ name, indicatorKey }) => [name, indicatorKey]));
  return (cells) => {
    const name = cells[position] ?? '';
    return missingReason(name) ? undefined : keys.get(name);
  };
}

// Few periods stand in many rows: each text is read once.
function remembering(
  textsOf: (cells: readonly string[]) => string[],
  read: (texts: string[]) => Period | null,
): RowPeriod {
  const known = new Map<string, Period | null>();
  return (cells) => {
    const texts = textsOf(cells);
    const id = texts.join('\n');
    const before = known.get(id);
    if (before !== undefined) return before;
    const period = read(texts);
    known.set(id, period);
    return period;
  };
}
