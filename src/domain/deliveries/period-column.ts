import { missingReason } from './missing.ts';
import { monthStart, type PeriodReading, parsePeriod } from './period.ts';

const QUARTER_STARTS = new Set(['01', '04', '07', '10']);

/**
 * How the cells of one column of periods are to be read. A column that holds nothing but first days of
 * months, as dates or unix seconds, names months; unless all of them also begin a quarter, for then they
 * may as well name quarters or years, and nobody guesses.
 */
export function periodReadingOf(cells: Iterable<string>, splitYearFrom: number | null): PeriodReading {
  let isWithinQuarter = false;
  let areMonthStarts = false;
  const seen = new Set<string>();
  for (const cell of cells) {
    if (seen.has(cell) || missingReason(cell)) continue;
    seen.add(cell);
    const start = monthStart(cell);
    if (!start) return { splitYearFrom, areMonthStarts: false };
    areMonthStarts = true;
    isWithinQuarter ||= !QUARTER_STARTS.has(start.slice(5, 7));
  }
  return { splitYearFrom, areMonthStarts: areMonthStarts && isWithinQuarter };
}

/** Whether a text names a period only if it is told in which month a split year begins: `2018/19`, `1819`. */
export function isSplitYear(text: string): boolean {
  const told = parsePeriod(text, { splitYearFrom: 4, areMonthStarts: false });
  return told !== null && parsePeriod(text) === null;
}
