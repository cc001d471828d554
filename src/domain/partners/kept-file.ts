import { packedBytesOf, zipEntriesOf } from './zip-directory.ts';

/** What a file is kept for: to be shown at a meeting, or to show what was paid. */
export type FilePurpose = 'slides' | 'receipt';

/** The kinds of file that are kept, with the ending that each gets. */
export const ENDINGS = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
} as const;
export type MediaType = keyof typeof ENDINGS;

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const ODP = 'application/vnd.oasis.opendocument.presentation';

/** For each purpose the kinds that are taken, and the most bytes. */
export const KEPT: Record<FilePurpose, { mediaTypes: readonly MediaType[]; mostBytes: number }> = {
  slides: { mediaTypes: ['application/pdf', PPTX, ODP], mostBytes: 25 * 1024 * 1024 },
  receipt: { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], mostBytes: 10 * 1024 * 1024 },
};

/** How many files a guest may leave. */
export const MOST_FILES = 10;

/** What is told of a file without opening it. */
export type KeptFile = {
  keptFileId: string;
  guestId: string | null;
  name: string;
  mediaType: MediaType;
  bytes: number;
};

export type KeptFileRefusal =
  | 'no_file'
  | 'file_too_large'
  | 'file_wrong_kind'
  | 'file_broken'
  | 'file_has_macros'
  | 'file_holds_cpr'
  | 'wrong_form'
  | 'no_room'
  | 'too_many_files'
  | 'no_such_file'
  | 'meeting_gone';

const starts = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const BY_START: readonly [MediaType, readonly number[]][] = [
  ['application/pdf', PDF],
  ['image/png', PNG],
  ['image/jpeg', JPEG],
  [PPTX, ZIP],
  [ODP, ZIP],
];

/** How many first bytes tell whether a file can be of any kind that is taken. */
export const FIRST_BYTES = 8;

/** Whether a file that begins so may turn out to be of a kind that this purpose takes. */
export function mayBe(purpose: FilePurpose, first: Uint8Array): boolean {
  return BY_START.some(
    ([kind, signature]) => KEPT[purpose].mediaTypes.includes(kind) && starts(first, signature),
  );
}

/** What a file is by its content, whatever it is called; or why it is not taken. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | KeptFileRefusal {
  if (starts(bytes, ZIP)) return presentationIn(bytes);
  return BY_START.find(([, signature]) => starts(bytes, signature))?.[0] ?? 'file_wrong_kind';
}

function presentationIn(bytes: Uint8Array): MediaType | KeptFileRefusal {
  const entries = zipEntriesOf(bytes);
  if (!entries) return 'file_broken';
  const find = (name: string) => entries.find((entry) => entry.name === name);
  if (find('ppt/presentation.xml') && find('[Content_Types].xml'))
    return entries.some(({ name }) => /vbaProject|\/activeX\//i.test(name)) ? 'file_has_macros' : PPTX;
  const told = find('mimetype');
  if (told?.method !== 0) return 'file_wrong_kind';
  const kind = packedBytesOf(bytes, told);
  if (!kind || new TextDecoder().decode(kind).trim() !== ODP) return 'file_wrong_kind';
  return entries.some(({ name }) => /^(Basic|Scripts)\/./.test(name)) ? 'file_has_macros' : ODP;
}

/** Whether an answer about a file is a kind and no refusal. */
export function isMediaType(answer: MediaType | KeptFileRefusal): answer is MediaType {
  return answer in ENDINGS;
}

const LONGEST_NAME = 120;

/**
 * The name that a file is kept under: the last part of what the sender called it, without signs that a disk or a
 * header could take for something else, and with the ending of what it is.
 */
export function cleanedName(name: string, mediaType: MediaType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/\.(pdf|pptx?|odp|jpe?g|png)$/i, '')
    // Letters, digits and a few signs; the rest, and marks that turn the direction of writing, become spaces.
    .replace(/[^\p{L}\p{N}()&+,._ -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. -]+|[. -]+$/g, '')
    .slice(0, LONGEST_NAME)
    .trim();
  return `${plain || 'fil'}.${ENDINGS[mediaType]}`;
}

/** The header that has a browser save a file under its name, in every alphabet. */
export function dispositionOf(name: string): string {
  const plain = name
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const FORM_BYTES = 64 * 1024;

/** Whether the length that a request tells is more than a form with one file of the purpose can have. */
export function isLongerThan(purpose: FilePurpose, contentLength: string | null): boolean {
  return Number(contentLength ?? 0) > KEPT[purpose].mostBytes + FORM_BYTES;
}
