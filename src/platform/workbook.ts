import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';

/** One cell: words, a number, or nothing. */
export type SheetCell = string | number | null;

/** One sheet: its name, its heading, and rows below it. Widths are counted in letters, column by column. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly widths: readonly number[];
};

/** What a workbook is sent as. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A workbook as the bytes of an XLSX file. Words are always cells of words: no cell is a formula, whatever it begins
 * with. Signs that XML forbids are left out. The same sheets give the same bytes, whenever they are asked for.
 */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ columns, name, rows, widths }) => ({
    sheet: nameOf(name),
    data: [
      columns.map((text) => ({ ...wordsCell(text), fontWeight: 'bold' as const })),
      ...rows.map(rowOf),
    ] as SheetData,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  return withoutTime(await writeWorkbook(written).toBuffer());
}

// The first time that a ZIP file can hold, in place of the time of writing.
const NO_TIME = new Date(1980, 0, 1);

function withoutTime(workbook: Uint8Array): Uint8Array {
  return zipSync(unzipSync(workbook), { mtime: NO_TIME });
}

function rowOf(row: readonly SheetCell[]): SheetData[number] {
  return row.map((cell) => {
    if (cell === null) return null;
    return typeof cell === 'number' ? { value: cell, type: Number } : wordsCell(cell);
  });
}

const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function wordsCell(text: string) {
  return { value: text.replace(FORBIDDEN, ''), type: String, wrap: true, alignVertical: 'top' as const };
}

// A sheet's name has at most 31 letters and none of these signs.
function nameOf(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || '1'
  );
}
