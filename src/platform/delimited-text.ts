import Papa from 'papaparse';

/** The lines of a delimited file, each cut into cells as they stand. A line is one record: a cell may hold breaks. */
export type DelimitedText = { delimiter: string; lines: string[][] };

/** The file has a quotation mark that is never closed, near this line (from 1): cells would run into each other. */
export type DelimitedRefusal = { refusal: 'broken_quotes'; line: number };

const DELIMITERS = ['\t', ';', '|', ','] as const;
const LOOKED_AT = 200;
const HINT = /^sep=(.)\r?$/i;

/** Cuts text into lines and cells at the delimiter that the text itself shows. Empty lines are kept, to count. */
export function delimitedText(text: string): DelimitedText | DelimitedRefusal {
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const delimiter = delimiterOf(unified);
  const parsed = Papa.parse<string[]>(unified, { delimiter, newline: '\n', skipEmptyLines: false });
  const fault = parsed.errors.find((error) => error.type === 'Quotes');
  return fault ? { refusal: 'broken_quotes', line: (fault.row ?? 0) + 1 } : { delimiter, lines: parsed.data };
}

/**
 * The sign that cuts lines into cells: what a `sep=` line says, or the one that most lines hold equally often.
 * A comma wins only alone, since it is also the Danish decimal sign.
 */
export function delimiterOf(text: string): string {
  const head = text.slice(0, 1 << 18).split('\n', LOOKED_AT);
  const hint = HINT.exec(head[0] ?? '')?.[1];
  if (hint) return hint;
  const lines = head.filter((line) => line.trim() !== '').map((line) => line.replace(/"[^"]*"/g, ''));
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: agreement(lines, delimiter) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

// The share of lines that hold the sign as often as most of those that hold it.
function agreement(lines: readonly string[], sign: string): number {
  const seen = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(sign).length - 1;
    if (count > 0) seen.set(count, (seen.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...seen.values()) / Math.max(1, lines.length);
}
