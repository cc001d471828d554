/**
 * Advance widths of Source Sans 3 at weight 700, in em, rounded up by groups of letters. Text in a chart is
 * placed on the server, where no font can be measured, so the estimate must never be too small.
 */
const GROUPS: readonly (readonly [letters: string, em: number])[] = [
  [' \u00a0', 0.21],
  ["ijlI.,:;'|!", 0.31],
  ['frt()[]-/', 0.4],
  ['mwæ%WMÆ', 0.86],
  ['≤≥—…', 0.9],
  ['ABCDEFGHJKLNOPQRSTUVXYZÅØÄÖ&', 0.69],
  ['abcdeghknopqsuvxyzåøäöéü0123456789<>–"', 0.58],
];
const EM = new Map(GROUPS.flatMap(([letters, em]) => [...letters].map((letter) => [letter, em] as const)));
const UNKNOWN_LETTER = 1;
/** Room for a fallback such as Arial, which is wider, until the page's own font has arrived. */
const SAFETY = 1.06;

/** The width a line of text needs at most, in the unit of the font size. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const letter of text) em += EM.get(letter) ?? UNKNOWN_LETTER;
  return em * fontSize * SAFETY;
}

/**
 * The text in lines no wider than `width`, broken at spaces (never at a no-break space) and, when a single
 * word is wider than that, inside the word. Gives at least one line.
 */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  const fits = (line: string) => textWidth(line, fontSize) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => piecesOf(whole, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) lines.push(line);
    line = line === '' || fits(longer) ? longer : word;
  }
  return [...lines, line];
}

function piecesOf(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
