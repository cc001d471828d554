import type { Kind } from './membership.ts';

/** What the text of a member list says about a person besides the name; `null` is a word that only decorates. */
export type Title = Kind | 'role' | null;

const TITLES: readonly (readonly [Title, string])[] = [
  [
    'trainee',
    'uddannelseslæge|udd\\.? ?læge|hu-?læge|h-læge|fase ?-?[123](?:[- ]?læge)?|intro-?læge|kbu(?:-?læge)?|reservelæge|amanuensis|trainee|registrar',
  ],
  [
    'staff',
    '(?:praksis|konsultations)?sygeplejerske|(?:læge)?sekretær|klinikassistent|bioanalytiker|jordemoder|sosu(?:-assistent)?|social- og sundhedsassistent|(?:praksis)?personale|farmaceut|klinikleder|praksismanager|nurse|staff|receptionist',
  ],
  ['secretary', 'klyngesekretær|cluster secretary'],
  ['consultant', '(?:praksis|data|kvalitets|lægemiddel)?konsulent|facilitator|consultant'],
  [
    'doctor',
    'praktiserende læge|prakt\\. ?læge|speciallæge(?: i almen medicin)?|almenmediciner|overlæge|ejerlæge|ansat læge|lægevikar|seniorlæge|læge|doktor|dr\\.?|general practitioner|doctor|gp|pl',
  ],
  [
    'role',
    '(?:klynge)?koordinator|tovholder|(?:næst)?formand|kasserer|bestyrelsesmedlem|bestyrelsen?|coordinator|chair|treasurer|board',
  ],
  [null, 'medlem|member|ph\\.? ?d\\.?|cand\\.? ?med\\.?|i almen medicin|hr\\.?|fru|mr\\.?|mrs\\.?|ms\\.?'],
];
const TITLE_PATTERNS = TITLES.map(
  ([title, words]) =>
    [title, new RegExp(`^(?:${words})(?![\\p{L}\\d])|(?<![\\p{L}\\d])(?:${words})$`, 'iu')] as const,
);

/** Takes the titles off both ends of a text: `læge Anna Holm`, `Anna Holm, fase 2-læge`. */
export function withoutTitles(text: string): { text: string; titles: Title[] } {
  const titles: Title[] = [];
  let rest = trimmed(text);
  for (let found = titleOf(rest); found; found = titleOf(rest)) {
    titles.push(found.title);
    rest = trimmed(rest.replace(found.pattern, ''));
  }
  return { text: rest, titles };
}

function titleOf(text: string) {
  const known = TITLE_PATTERNS.find(([, pattern]) => pattern.test(text));
  return known && { title: known[0], pattern: known[1] };
}

/** A text without the signs and bullets around it. */
export function trimmed(text: string): string {
  return text.replace(/^[\s,;:.*•·–—\-<>()[\]"'|]+|[\s,;:*•·–—\-<>()[\]"'|]+$/gu, '').replace(/\s+/g, ' ');
}

const PRACTICE =
  /læge(?:hus|klinik|center|centr|gruppe|fællesskab|praksis|selskab|r(?:ne)?(?!\p{L}))|klinik|praksis|sundheds(?:hus|center)|doktorhus|almen medicin|(?<!\p{L})(?:i\/s|aps|p\/s|a\/s|v\/)|surgery|practice|medical|clinic|health/iu;

/** Whether a text names a practice by one of the words that practices are called by. */
export function namesAPractice(text: string): boolean {
  return PRACTICE.test(text);
}

const PARTICLE = 'af|de|den|der|di|du|el|la|van|von|ten|ter';
const NAME_WORD = "\\p{Lu}[\\p{L}'’.-]*";
const PERSON = new RegExp(`^${NAME_WORD}(?: (?:${NAME_WORD}|${PARTICLE})){0,4} ${NAME_WORD}$`, 'u');

/** Whether a text looks like a person's full name: two to six words, no digits, capital letters first. */
export function looksLikeAPerson(text: string): boolean {
  return PERSON.test(text) && !namesAPractice(text);
}

/** A text in small letters a to z and digits, so that spellings and addresses can be compared: `ærø` is `aeroe`. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/[^a-z0-9 ]+/g, '');
}

/** Whether a word of the text stands in the part of the address before the @; `ø` may be written `oe` or `o`. */
export function speaksOfAddress(text: string, email: string): boolean {
  const mailbox = plain(email.split('@')[0] ?? '');
  const words = plain(text).split(' ');
  return !namesAPractice(text) && words.some((word) => word.length > 2 && mailbox.includes(word));
}

function plain(text: string): string {
  return folded(text).replaceAll('ae', 'a').replaceAll('oe', 'o').replaceAll('aa', 'a');
}
