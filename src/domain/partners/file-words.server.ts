import { inflateRawSync } from 'node:zlib';
import type { MediaType } from './kept-file.ts';
import { packedBytesOf, type ZipEntry, zipEntriesOf } from './zip-directory.ts';

const SHEETS = /^(ppt\/(slides|notesSlides|comments|diagrams)\/[^/]+\.xml|content\.xml)$/;
const MOST_BYTES = 20_000_000;
const [STORED, DEFLATED] = [0, 8];

/**
 * The words on the slides of a presentation and in its notes, a line for each paragraph, to be searched. Empty for
 * pictures and PDF, which are not read. Null when a presentation cannot be unpacked, or unpacks to more than slides
 * can hold.
 */
export function wordsOfSlides(bytes: Uint8Array, mediaType: MediaType): string | null {
  if (!/presentation/.test(mediaType)) return '';
  const words: string[] = [];
  let room = MOST_BYTES;
  for (const entry of (zipEntriesOf(bytes) ?? []).filter(({ name }) => SHEETS.test(name))) {
    const sheet = unpacked(bytes, entry, room);
    if (!sheet) return null;
    room -= sheet.length;
    words.push(wordsIn(sheet.toString()));
  }
  return words.join('\n');
}

function unpacked(bytes: Uint8Array, entry: ZipEntry, room: number): Buffer | null {
  const packed = packedBytesOf(bytes, entry);
  if (!packed || room <= 0) return null;
  if (entry.method === STORED) return packed.length <= room ? Buffer.from(packed) : null;
  if (entry.method !== DEFLATED) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: room });
  } catch {
    return null;
  }
}

// A word may be cut into several runs; a paragraph is not. No tag holds another's beginning: without that, a file of
// beginnings that never end would be looked through again from each of them.
function wordsIn(xml: string): string {
  return xml
    .replace(/<\/(a:p|text:p|text:h)>|<(a:br|text:line-break|text:tab)\b[^<>]*>/g, '\n')
    .replace(/<[^<>]*>/g, '');
}
