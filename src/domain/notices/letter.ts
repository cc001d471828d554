/** What a letter is about. Its words stand in letter.text.ts. */
export const LETTER_KINDS = [
  'sign_in',
  'invitation',
  'source_invitation',
  'colleague_opened',
  'leave_address',
  'take_address',
  'figures_ready',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Whether this release has words for a letter of this kind. */
export function isKnown(kind: string): kind is LetterKind {
  return LETTER_KINDS.some((known) => known === kind);
}

/** Ids, names of things and paths of this site. Never a figure, never a token. */
export type LetterFacts = Readonly<Record<string, string>>;

/** Words without line breaks, as a name and a subject must be. */
export function onOneLine(words = ''): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** What the link of a letter does, besides leading somewhere. */
export type LinkPurpose = 'sign_in' | 'leave_address' | 'take_address';
type Link = { purpose: LinkPurpose; minutes: number };

const DAY = 24 * 60;
const LINKS: Partial<Record<LetterKind, Link>> = {
  sign_in: { purpose: 'sign_in', minutes: 30 },
  invitation: { purpose: 'sign_in', minutes: 14 * DAY },
  source_invitation: { purpose: 'sign_in', minutes: 14 * DAY },
  leave_address: { purpose: 'leave_address', minutes: 2 * DAY },
  take_address: { purpose: 'take_address', minutes: 2 * DAY },
};

/** The link that a letter of this kind carries a token for, and for how many minutes; null for a plain address. */
export function linkOf(kind: LetterKind): Link | null {
  return LINKS[kind] ?? null;
}

/** The path that the link of a letter leads to: of a fresh token, or the page that the facts name. */
export function pathOf(kind: LetterKind, token: string, target: string): string {
  const purpose = linkOf(kind)?.purpose;
  if (!purpose) return target;
  return purpose === 'sign_in' ? `/sign-in/${token}` : `/address/${token}`;
}

/** A path of this site, as the table of links takes it; the front page for anything else. */
export function targetIn(facts: LetterFacts, clusterId: string | null): string {
  const target = facts.target ?? (clusterId ? `/c/${clusterId}` : '/');
  return /^\/([^/\\].*)?$/.test(target) && target.length <= 300 ? target : '/';
}

const WAITS_MINUTES = [2, 5, 15, 60, 240];
const LONGEST_DAYS = 3;
// As many as fit into a day.
const FEWEST_TRIES = 10;

/** When a letter that has been tried so many times, at least once, is tried again, unless it has arrived by then. */
export function nextTry(attempts: number, now: Date): Date {
  const minutes = WAITS_MINUTES[attempts - 1] ?? WAITS_MINUTES.at(-1)!;
  return new Date(now.getTime() + minutes * 60_000);
}

/**
 * Why there is no more use in sending a letter, or null while there is. `attempts` counts the tries, this one
 * included; a letter that had to wait for its time is always tried.
 */
export function refusalOfSending(
  { attempts, kind, writtenAt }: { attempts: number; kind: string; writtenAt: Date },
  now: Date,
): 'too_late' | 'gave_up' | null {
  const minutes = (now.getTime() - writtenAt.getTime()) / 60_000;
  // Who asked to sign in half an hour ago has asked again, or given up.
  if (kind === 'sign_in' && minutes > 30) return 'too_late';
  return attempts > FEWEST_TRIES && minutes > LONGEST_DAYS * DAY ? 'gave_up' : null;
}
