import { isMeetingLetter, type MeetingLetterKind } from './meeting-letter.ts';
import { NEEDLESS } from './meeting-letter-refusal.ts';

/**
 * What became of a letter. `delayed`: tried, and to be tried again. `refused`: it never reached the address.
 * `needless`: it was not sent, since there was no need any more. `bounced`: it came back.
 */
export const LETTER_STATES = [
  'waiting',
  'sent',
  'delayed',
  'refused',
  'needless',
  'bounced',
  'recalled',
] as const;
export type LetterState = (typeof LETTER_STATES)[number];

type Marks = {
  sentAt: Date | null;
  recalledAt: Date | null;
  bouncedAt: Date | null;
  failure: string | null;
  attempts: number;
};

/** What the marks on a letter say became of it. */
export function stateOf({ attempts, bouncedAt, failure, recalledAt, sentAt }: Marks): LetterState {
  if (recalledAt) return 'recalled';
  if (bouncedAt) return 'bounced';
  if (failure) return NEEDLESS.some((reason) => reason === failure) ? 'needless' : 'refused';
  if (sentAt) return 'sent';
  return attempts > 0 ? 'delayed' : 'waiting';
}

/** Whether somebody must be told by other means. */
export function isUndelivered(state: LetterState): boolean {
  return state === 'bounced' || state === 'refused';
}

/** A letter about a meeting as those who arrange it follow it. `reason` is a code. */
export type FollowedLetter = {
  letterId: string;
  kind: MeetingLetterKind;
  receiver: string;
  personId: string | null;
  memberId: string | null;
  guestId: string | null;
  practiceId: string | null;
  practiceName: string;
  phone: string;
  roundId: string | null;
  state: LetterState;
  reason: string | null;
  writtenAt: Date;
  dueAt: Date;
  sentAt: Date | null;
};

/** Somebody whom no letter about the meeting has reached. */
export type Unreached = Pick<
  FollowedLetter,
  | 'receiver'
  | 'personId'
  | 'memberId'
  | 'guestId'
  | 'practiceId'
  | 'practiceName'
  | 'phone'
  | 'state'
  | 'reason'
>;

/**
 * Those whose latest letter did not reach them, once each; what was needless says nothing about an address, and
 * neither does one that has not gone.
 */
export function unreachedIn(letters: readonly FollowedLetter[]): Unreached[] {
  const latest = new Map<string, FollowedLetter>();
  for (const letter of letters) {
    if (letter.state !== 'sent' && !isUndelivered(letter.state)) continue;
    const key = letter.personId ?? letter.guestId ?? 'venue';
    const other = latest.get(key);
    if (!other || letter.writtenAt > other.writtenAt) latest.set(key, letter);
  }
  return [...latest.values()].filter(({ state }) => isUndelivered(state));
}

/** The kind of a letter in the table, which an earlier release may have written. */
export function kindIn(kind: string): MeetingLetterKind | null {
  return isMeetingLetter(kind) ? kind : null;
}
