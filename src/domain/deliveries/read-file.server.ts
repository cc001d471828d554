import { type DelimitedText, delimitedText } from '#platform/delimited-text.ts';
import { decodeText } from '#platform/text-decoding.ts';
import { cprHits } from './cpr.ts';
import { holdsCprNumber } from './file-name.ts';
import type { FileRefusal } from './file-refusal.ts';
import { type Sheet, sheetOf } from './sheet.ts';

/** A file as it was sent: its name, as the deliverer knows it, and its bytes. */
export type DeliveredFile = { name: string; bytes: Uint8Array };

const MOST_COLUMNS = 5_000;
/** A file is read as a whole, and takes some twenty times its bytes while that lasts: about a million rows. */
export const MOST_READ_BYTES = 60_000_000;
const LONGEST_NAME = 500;
const PDF = '%PDF-';

/**
 * The table in a delivered file, after a search for CPR numbers through all of it, title rows, header and name
 * included; or why it is not taken. `today` is an ISO date.
 */
export function readFile({ name, bytes }: DeliveredFile, today: string): Sheet | FileRefusal {
  if (holdsCprNumber(name, today)) return { reason: 'cpr_in_name' };
  if (bytes.length > MOST_READ_BYTES) return { reason: 'too_long' };
  const lines = linesIn(bytes);
  if ('reason' in lines) return lines;
  const hits = cprHits(lines.lines, today);
  if (hits[0]) return { reason: 'cpr', ...hits[0], places: hits.length };
  return tableIn(lines);
}

/** The table in a file that was searched before. */
export function readSearchedFile(bytes: Uint8Array): Sheet | FileRefusal {
  const lines = linesIn(bytes);
  return 'reason' in lines ? lines : tableIn(lines);
}

function linesIn(bytes: Uint8Array): DelimitedText | FileRefusal {
  if (bytes.length === 0) return { reason: 'empty' };
  const decoded = decodeText(bytes);
  if (typeof decoded === 'string') return { reason: decoded };
  if (decoded.text.startsWith(PDF)) return { reason: 'not_text' };
  const cut = delimitedText(decoded.text);
  return 'refusal' in cut ? { reason: cut.refusal, line: cut.line } : cut;
}

function tableIn({ lines, delimiter }: DelimitedText): Sheet | FileRefusal {
  const sheet = sheetOf(lines, delimiter);
  if (typeof sheet === 'string') return { reason: sheet };
  // What is longer than this is no name of a column but a text, and the header stands elsewhere or nowhere.
  if (sheet.header.some((name) => name.length > LONGEST_NAME)) return { reason: 'no_header' };
  return sheet.header.length > MOST_COLUMNS ? { reason: 'too_wide' } : sheet;
}
