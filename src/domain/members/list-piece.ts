import { looksLikeAPerson, namesAPractice, type Title, trimmed, withoutTitles } from './list-words.ts';

/** What one piece of a member list was understood as. `words` may be a name, a practice, or neither. */
export type Piece =
  | { is: 'email'; text: string }
  | { is: 'practice'; text: string }
  | { is: 'name'; text: string; isTurned?: boolean }
  | { is: 'words'; text: string; isTurned?: boolean }
  | { is: 'number'; text: string; isPadded: boolean }
  | { is: 'title'; title: Title };

/** The pieces of one cell or line, in the order they stand. Telephone numbers and civil numbers are left out. */
export function piecesIn(cell: string): Piece[] {
  const found: Piece[] = [];
  // Each piece leaves its place in the text, so that the order survives.
  const keep = (piece: Piece) => `\uE010${found.push(piece) - 1}\uE010`;
  const text = practiceOut(emailsOut(cell, keep).replace(NEVER_KEPT, ' '), keep);
  const rest = numbersOut(text, keep);
  return rest.split(/(\uE010\d+\uE010)/).flatMap((text) => {
    const place = /^\uE010(\d+)\uE010$/.exec(text)?.[1];
    return place === undefined ? textPieces(text) : [found[Number(place)]!];
  });
}

type Keep = (piece: Piece) => string;

// Ten digits in the shape of a CPR number, and eight that are a telephone's.
const NEVER_KEPT =
  /(?<!\d)\d{6}[- ]?\d{4}(?!\d)|(?:\b(?:tlf|telefon|mobil|phone|mob)\b\.?:?\s*)?(?:\+|00)?(?:\b45[ -]?)?(?<!\d)\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}(?!\d)/giu;
const EMAIL = /(?:mailto:)?([^\s<>()[\]"',;:|@]+@[^\s<>()[\]"',;:|@]+)/gi;
const DISGUISED = /\s*[([{]\s*(?:at|snabel-?a)\s*[)\]}]\s*/gi;

function emailsOut(text: string, keep: Keep): string {
  const plain = text.replace(DISGUISED, '@').replace(/(?<=[\p{L}\d]) ?@ ?(?=[\p{L}\d])/gu, '@');
  return plain.replace(EMAIL, (_, address: string) =>
    keep({ is: 'email', text: address.replace(/\.+$/, '').toLowerCase() }),
  );
}

const CALLED = /(?<=^|[,;|\t])\s*(?:praksis|klinik|lægehus|practice)\s*:\s*([^,;|\t()\uE010]+)/giu;

function practiceOut(text: string, keep: Keep): string {
  return text.replace(CALLED, (_, name: string) => keep({ is: 'practice', text: trimmed(name) }));
}

const LABELLED =
  /(?<!\p{L})(?:yder(?:nummer|nr|-?nr)?|praksisnummer|practice number|number|nummer|nr|no)(?!\p{L})[.:]?[\s:#]*(\d{3} \d{3}|\d{4,6}|[A-Z]\d{5})(?![\d\p{L}])/giu;
const BARE = /(?<![\d\p{L}+./-])(\d{3} \d{3}|\d{6}|[A-Z]\d{5})(?![\d\p{L}/-])/gu;

function numbersOut(text: string, keep: Keep): string {
  const take = (_: string, digits: string) => keep(numberPiece(digits));
  return text.replace(LABELLED, take).replace(BARE, take);
}

/** A practice number in its six characters; a sheet drops the zeros in front, and they are put back. */
export function numberPiece(text: string): Piece & { is: 'number' } {
  const bare = text.replace(/\s/g, '').toUpperCase();
  return { is: 'number', text: bare.padStart(6, '0'), isPadded: bare.length < 6 };
}

/** Whether a cell of its own is a practice number, also where a sheet dropped the zeros in front. */
export function isANumber(cell: string): boolean {
  return /^\s*(?:\d{3} \d{3}|\d{4,6}|[A-Za-z]\d{5})\s*$/.test(cell);
}

const LABEL =
  /^(?:e-?mail|mail|e-?mailadresse|mailadresse|navn|name|praksis|klinik|practice|læger?|doctors?|tlf|telefon|mobil|phone|yder(?:nummer|nr)?|nr)\.?$/iu;

function textPieces(text: string): Piece[] {
  const parts = text
    .split(/[,;:<>()[\]|\t]|\s[-–—]\s/u)
    .map(trimmed)
    .filter((part) => part !== '' && !LABEL.test(part));
  return turned(parts) ?? parts.flatMap(partPieces);
}

// `Holm, Anna` and `Holm Jensen, Anna`: the way a mail programme writes a name.
function turned(parts: string[]): Piece[] | null {
  const [last = '', first = '', ...titles] = parts;
  const isName = (part: string) => /^\p{Lu}[\p{L}'’.-]*( \p{Lu}[\p{L}'’.-]*)?$/u.test(part);
  const isOneName = isName(last) && isName(first) && [last, first].some((part) => !part.includes(' '));
  const hasTitle = [last, first].some((part) => withoutTitles(part).text !== part || namesAPractice(part));
  if (!isOneName || hasTitle || titles.some((part) => withoutTitles(part).text !== '')) return null;
  return [{ is: 'name', text: `${first} ${last}`, isTurned: true }, ...titles.flatMap(partPieces)];
}

function partPieces(part: string): Piece[] {
  const { text, titles } = withoutTitles(part);
  const titled = titles.map((title): Piece => ({ is: 'title', title }));
  if (text !== '' && namesAPractice(part) && !looksLikeAPerson(text)) return [{ is: 'practice', text: part }];
  if (text === '' || isAPlace(text)) return titled;
  const names = text.split(/ (?:og|and|&|\/|\+) /u);
  if (names.length > 1 && names.every(looksLikeAPerson))
    return [...names.map((name): Piece => ({ is: 'name', text: name })), ...titled];
  return [{ is: looksLikeAPerson(text) ? 'name' : 'words', text }, ...titled];
}

// A street, a post code, a floor: whatever holds a digit and names no practice.
function isAPlace(text: string): boolean {
  return /\d/.test(text);
}
