import { type ColumnMapping, isMeasure } from './mapping.ts';

/**
 * One figure that each row of a sheet holds: of which indicator and period (null: the row's own), and in
 * which columns (positions from 0) its parts stand.
 */
export type MeasureSlot = {
  indicatorKey: string | null;
  periodLabel: string | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
};

/**
 * The figures of a row. Each takes the denominator that names its indicator, or else one that is shared; of
 * its own period, or else of none in particular. Denominators alone make no figure. Of two columns for the
 * same part of the same figure the first counts (see `doubledColumns`).
 */
export function slotsOf(columns: readonly ColumnMapping[]): MeasureSlot[] {
  const slots = new Map<string, MeasureSlot>();
  columns.forEach((column, position) => {
    if (!isMeasure(column) || column.role === 'denominator') return;
    for (const indicatorKey of keysOf(column.indicatorKeys)) {
      const id = JSON.stringify([indicatorKey, column.periodLabel]);
      const slot = slots.get(id) ?? { ...emptySlot, indicatorKey, periodLabel: column.periodLabel };
      slot[column.role] ??= position;
      slots.set(id, slot);
    }
  });
  return [...slots.values()].map((slot) => ({ ...slot, denominator: denominatorOf(slot, columns) }));
}

/** Pairs of positions that claim to be the same part of the same figure. */
export function doubledColumns(columns: readonly ColumnMapping[]): [number, number][] {
  const first = new Map<string, number>();
  const doubled: [number, number][] = [];
  columns.forEach((column, position) => {
    if (!isMeasure(column)) return;
    for (const indicatorKey of keysOf(column.indicatorKeys)) {
      const id = JSON.stringify([column.role, indicatorKey, column.periodLabel]);
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, position);
      else doubled.push([earlier, position]);
    }
  });
  return doubled;
}

const emptySlot: MeasureSlot = {
  indicatorKey: null,
  periodLabel: null,
  numerator: null,
  denominator: null,
  value: null,
};

function keysOf(keys: readonly string[]): readonly (string | null)[] {
  return keys.length > 0 ? keys : [null];
}

function denominatorOf(slot: MeasureSlot, columns: readonly ColumnMapping[]): number | null {
  for (const periodLabel of [slot.periodLabel, null]) {
    for (const key of [slot.indicatorKey, null]) {
      const found = columns.findIndex(
        (column) =>
          column.role === 'denominator' &&
          isMeasure(column) &&
          column.periodLabel === periodLabel &&
          (key === null ? column.indicatorKeys.length === 0 : column.indicatorKeys.includes(key)),
      );
      if (found >= 0) return found;
    }
  }
  return null;
}
