import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp850' | 'macintosh';
export type DecodedText = { text: string; encoding: Encoding };

/** Why bytes are no text: a workbook (`.xlsx`, `.xls`), which must be saved as CSV first, or something else. */
export type TextRefusal = 'workbook' | 'not_text';

const SAMPLE_BYTES = 1 << 18;
const SINGLE_BYTE = ['utf-8', 'windows-1252', 'cp850', 'macintosh'] as const;
const DANISH = /[æøåÆØÅéÉäöüÄÖÜ]/g;
const USUAL_SIGNS = /[–—‘’“”…€£§°½¼¾´·²³µ×÷ ±«»]/g;
const NOT_ASCII = /[^\p{ASCII}]/gu;

/**
 * The text in the bytes of a delivered file, without a byte order mark and with composed letters. The
 * encoding is told by its mark, by the noughts of UTF-16, by being valid UTF-8, or else by which code page
 * makes the most Danish letters and the fewest odd signs. Refuses what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | TextRefusal {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return 'workbook';
  const encoding = encodingOf(bytes);
  const text = textAs(encoding, bytes).normalize('NFC');
  return text.includes('\0') ? 'not_text' : { text, encoding };
}

/** The most likely encoding of the bytes; see `decodeText`. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return sixteenBitOf(bytes) ?? (isUtf8(bytes) ? 'utf-8' : likeliestOf(bytes));
}

function sixteenBitOf(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 2_000);
  const noughts = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) noughts[i % 2]!++;
  });
  const half = sample.length / 2;
  if (noughts[1]! > half * 0.5 && noughts[0]! < half * 0.1) return 'utf-16le';
  return noughts[0]! > half * 0.5 && noughts[1]! < half * 0.1 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

// A file of thousands of rows may have its first Danish letter late: the sample starts near it.
function likeliestOf(bytes: Uint8Array): Encoding {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(Math.max(0, first - 100), first + SAMPLE_BYTES);
  const scored = SINGLE_BYTE.map((encoding) => ({ encoding, score: scoreOf(textAs(encoding, sample)) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best), scored[1]!).encoding;
}

function scoreOf(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const letters = count(DANISH);
  const odd = count(NOT_ASCII) - letters - count(USUAL_SIGNS);
  const lettersInMidWord = count(/(?<=[a-z])[æøåé](?=[a-z])/g);
  const capitalsBehindSmall = count(/[a-zæøå][ÆØÅÉ]/g);
  return letters + lettersInMidWord - 2 * odd - 2 * capitalsBehindSmall;
}

function textAs(encoding: Encoding, bytes: Uint8Array): string {
  if (encoding !== 'cp850') return new TextDecoder(encoding).decode(bytes);
  return iconv.decode(bytes, 'cp850');
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}
