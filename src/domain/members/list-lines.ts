/** The longest list that is read, in characters and lines, and the longest cell; no cluster comes near any of them. */
export const LONGEST_LIST = { characters: 200_000, lines: 2_000, cell: 300 };

// Signs inside quotation marks that would cut a cell, and the stand-ins they wear until it is cut.
const CUTTERS = ['\t', ';', '|', ','] as const;
const STAND_INS = ['\uE000', '\uE001', '\uE002', '\uE003'] as const;

/**
 * The lines of a pasted list, each as its cells; an empty line has none. A line is cut at its tabs, else at its
 * semicolons or bars, else at its commas or wide gaps, and a line of several people is cut into one line each.
 */
export function linesIn(text: string): string[][] {
  const lines = unquoted(plainText(text)).split('\n');
  const cut = lines.slice(0, LONGEST_LIST.lines).map(withoutLead);
  return cut
    .filter((line) => line !== null)
    .flatMap((line) => peopleOf(line).map((cells) => cells.map(requoted)));
}

/** Whether this is longer than a list of members can be. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST_LIST.characters || text.split('\n').length > LONGEST_LIST.lines;
}

function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD\uE000-\uE010]/g, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/[“”„»«]/g, '"')
    .replace(/\r\n?|\u2028|\u2029/g, '\n');
}

const QUOTED = /(?<=^|[\t;|,\n] ?)"((?:[^"]|""){0,300})"(?=[ \t]*(?:[<(\t;|,\n]|$))/g;

function unquoted(text: string): string {
  return text.replace(QUOTED, (_, inside: string) => {
    const oneLine = inside.replaceAll('""', '"').replace(/\n/g, ' ');
    return CUTTERS.reduce((kept, sign, at) => kept.replaceAll(sign, STAND_INS[at]!), oneLine);
  });
}

function requoted(cell: string): string {
  return STAND_INS.reduce((kept, sign, at) => kept.replaceAll(sign, CUTTERS[at]!), cell)
    .trim()
    .slice(0, LONGEST_LIST.cell);
}

const DROPPED_LEAD = /^\s*(?:sendt|sent|emne|subject|dato|date)\s*:/i;

// A line drawn between the parts, which parts them as an empty one does.
const RULER = /^[\s|:+=_*-]*[|+=_*-]{3,}[\s|:+=_*-]*$/;

// Quotation marks of a mail, bullets, and the words in front of its receivers. Null is a line of its head.
function withoutLead(line: string): string | null {
  if (DROPPED_LEAD.test(line)) return null;
  if (RULER.test(line)) return '';
  return line
    .replace(/^[ >]*(?:[-*•·–—] +|\d{1,3}[.)] +)?/, '')
    .replace(/^(?:til|to|cc|bcc|fra|from)\s*:\s*/i, '')
    .replace(/^ +| +$/g, '');
}

const HAS_ADDRESS = /@|\((?:at|snabel-?a)\)/i;

// `Anna Holm <anna@…> Bo Ærø <bo@…>`: an address ends a person also where no sign follows it.
const RUN_ON = /(@[^\s<>,;:|()]{1,250}[>)]?) +(?=\p{Lu})/gu;

function peopleOf(whole: string): string[][] {
  if (whole.trim() === '') return [[]];
  if (whole.includes('\t')) return [cellsOf(whole, '\t')];
  const line = /[;|]/.test(whole) ? whole : whole.replace(RUN_ON, '$1, ');
  const sign = [';', '|'].find((one) => line.includes(one)) ?? ',';
  // Columns that were lined up with spaces.
  if (!line.includes(sign) && / {2,}/.test(line)) return [line.split(/ {2,}/)];
  const cells = cellsOf(line, sign);
  const addressed = cells.filter((cell) => HAS_ADDRESS.test(cell)).length;
  const filled = cells.filter((cell) => cell !== '').length;
  if (addressed < 2) return [cells];
  if (sign !== ',' && addressed === filled) return cells.filter(Boolean).map((cell) => cellsOf(cell, ','));
  return groups(cells);
}

function cellsOf(line: string, sign: string): string[] {
  return line.split(sign).map((cell) => cell.trim());
}

// Cuts after each address, unless what follows is an address alone: that one is the same person's.
function groups(cells: string[]): string[][] {
  const isAlone = (cell: string) => /^<?[^\s@]+@[^\s@]+$/.test(cell);
  if (cells.every((cell) => cell === '' || isAlone(cell))) return cells.filter(Boolean).map((cell) => [cell]);
  const people: string[][] = [[]];
  for (const cell of cells) {
    const last = people.at(-1)!;
    const isComplete = last.some((earlier) => HAS_ADDRESS.test(earlier));
    if (isComplete && cell !== '' && !isAlone(cell)) people.push([cell]);
    else last.push(cell);
  }
  return people;
}
