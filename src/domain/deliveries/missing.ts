/**
 * Why a cell holds no number: too few to be told, not known to the source, cannot occur, or left blank.
 */
export type MissingReason = 'suppressed' | 'not_available' | 'not_applicable' | 'empty';

const SUPPRESSED = new Set(['*', '**', '***', '#', 'skjult', 'diskretioneret', 'suppressed']);
const DASHES_AND_DOTS = [':', '..', '...', '…', '-', '–', '—', '−'];
const WORDS = ['na', 'n/a', 'n.a.', 'nan', 'null', 'none', 'i.o.', 'io', 'ikke oplyst', 'uoplyst', 'missing'];
const SPREADSHEET_FAULTS = [
  '#n/a',
  '#i/t',
  '#div/0!',
  '#værdi!',
  '#value!',
  '#ref!',
  '#num!',
  '#navn?',
  '#name?',
];
const NOT_AVAILABLE = new Set([...DASHES_AND_DOTS, ...WORDS, ...SPREADSHEET_FAULTS]);
const NOT_APPLICABLE = new Set(['.', 'z', 'i.r.', 'ikke relevant', 'not applicable']);
const FEWER_THAN = /^(?:<|<=|≤|under |færre end |less than )\s*\d+$/;

/**
 * The reason why a cell is missing, or null when it holds something to be read.
 * The marks are those of Danmarks Statistik, Eurostat (`:`, `z`), spreadsheets and plain habit. A dash is
 * never taken for nought, though some tables use it so: a missing figure harms nobody, a false nought may.
 */
export function missingReason(cell: string): MissingReason | null {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (isDigit(text.charCodeAt(0)) || text.length > 20) return null;
  const mark = text.toLowerCase();
  if (SUPPRESSED.has(mark) || FEWER_THAN.test(mark)) return 'suppressed';
  if (NOT_AVAILABLE.has(mark)) return 'not_available';
  return NOT_APPLICABLE.has(mark) ? 'not_applicable' : null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
