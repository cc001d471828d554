/** The letters of a column, counted from 1, as a spreadsheet heads it: C for 3, AA for 27. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A cell as a spreadsheet names it: `C7`. Both are counted from 1. */
export function cellName(column: number, line: number): string {
  return `${columnLetters(column)}${line}`;
}
