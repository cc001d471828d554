import type { ColumnFormat } from './column-format.ts';
import { isMeasure, type Mapping, type MeasuredIndicator } from './mapping.ts';
import { slotsOf } from './measure-slot.ts';
import { missingReason } from './missing.ts';
import { parseNumber } from './number-format.ts';
import { type Problem, problem } from './problem.ts';
import { columnCells, type Sheet } from './sheet.ts';

/** What must be answered about the numbers of a sheet: how a column writes them, and of how many they are. */
export function numberProblems(
  mapping: Mapping,
  formats: ReadonlyMap<number, ColumnFormat>,
  sheet: Sheet,
  indicators: readonly MeasuredIndicator[],
): Problem[] {
  const written = [...formats].flatMap(([position, format]) => formatProblem(position, format, sheet));
  return [...written, ...scaleProblems(mapping, formats, sheet, indicators)];
}

function formatProblem(position: number, { survey, format }: ColumnFormat, sheet: Sheet): Problem[] {
  const at = (row: number | null) => ({ column: position + 1, line: sheet.rows[row ?? 0]?.line ?? null });
  if (survey.isMixed) return [problem('mixed_numbers', { column: position + 1 })];
  if (survey.format?.isAmbiguous && !format) return [problem('ambiguous_number', at(survey.firstAmbiguous))];
  return survey.format === null && survey.others > 0 ? [problem('not_numbers', at(survey.firstOther))] : [];
}

// Values of at most 1 under an indicator in per cent may be fractions: 0,43 is then 43 %. With counts beside
// them a wrong reading contradicts them; without, only the deliverer knows.
function scaleProblems(
  mapping: Mapping,
  formats: ReadonlyMap<number, ColumnFormat>,
  sheet: Sheet,
  indicators: readonly MeasuredIndicator[],
): Problem[] {
  const scaled = new Set(indicators.filter((i) => i.isProportion && i.scale > 1).map((i) => i.key));
  return slotsOf(mapping.columns).flatMap((slot) => {
    const column = slot.value === null ? undefined : mapping.columns[slot.value];
    const key = slot.indicatorKey ?? mapping.fixedIndicatorKey;
    if (!column || !isMeasure(column) || column.per !== null || key === null || !scaled.has(key)) return [];
    const hasCounts = slot.numerator !== null && slot.denominator !== null;
    const { survey, format } = formats.get(slot.value!)!;
    if (hasCounts || survey.hasPercentSigns || !format) return [];
    const numbers = columnCells(sheet, slot.value!)
      .filter((cell) => missingReason(cell) === null)
      .map((cell) => parseNumber(cell, format) ?? 0);
    const mayBeFractions = numbers.every((n) => n <= 1) && numbers.some((n) => n > 0 && n < 1);
    return mayBeFractions ? [problem('value_scale', { column: slot.value! + 1 })] : [];
  });
}
