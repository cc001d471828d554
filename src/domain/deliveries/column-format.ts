import { isMeasure, type Mapping } from './mapping.ts';
import { formatWith, type NumberFormat, type NumberSurvey, surveyNumbers } from './number-format.ts';
import { columnCells, type Sheet } from './sheet.ts';

/** What the cells of one column of figures look like, and the format they are read by: null while it is open. */
export type ColumnFormat = { survey: NumberSurvey; format: NumberFormat | null };

/** The format of every column of figures, by its position (from 0). Other columns have no entry. */
export function columnFormats(sheet: Sheet, mapping: Mapping): Map<number, ColumnFormat> {
  const formats = new Map<number, ColumnFormat>();
  mapping.columns.forEach((column, position) => {
    if (!isMeasure(column)) return;
    const survey = surveyNumbers(columnCells(sheet, position));
    const answered = column.decimal === null ? null : formatWith(column.decimal);
    formats.set(position, { survey, format: survey.format?.isAmbiguous ? answered : survey.format });
  });
  return formats;
}
