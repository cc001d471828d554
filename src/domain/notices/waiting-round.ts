import { isMeetingLetter, MEETING_LETTER_KINDS, type MeetingLetterKind } from './meeting-letter.ts';

/** Letters of one act about a meeting that can still be taken back: of what kind, how many, and until when. */
export type WaitingRound = { roundId: string; kind: MeetingLetterKind; count: number; dueAt: Date };

/** The kind that a round is known by: what members get stands before what guests and the venue get. */
export function mainKindOf(kinds: readonly string[]): MeetingLetterKind | null {
  const known = kinds.filter(isMeetingLetter);
  return MEETING_LETTER_KINDS.find((kind) => known.includes(kind)) ?? null;
}

/** Letters about a meeting that can be read before they are sent, in the order in which they come. */
export const PREVIEWED = [
  'date_poll',
  'date_poll_reminder',
  'date_reserved',
  'meeting_invitation',
  'rsvp_reminder',
  'venue_numbers',
  'guest_dates',
  'guest_invitation',
  'meeting_moved',
  'meeting_cancelled',
  'minutes',
] as const satisfies readonly MeetingLetterKind[];
export type PreviewedKind = (typeof PREVIEWED)[number];

/** The kind that an address names, or null for one that cannot be read beforehand. */
export function previewedIn(name: string | null): PreviewedKind | null {
  return PREVIEWED.find((kind) => kind === name) ?? null;
}

const YET_TO_COME: Readonly<Record<string, readonly PreviewedKind[]>> = {
  idea: ['date_poll', 'date_reserved', 'meeting_invitation', 'minutes'],
  polling: ['date_poll_reminder', 'date_reserved', 'meeting_invitation', 'minutes'],
  reserved: ['meeting_invitation', 'rsvp_reminder', 'minutes'],
  confirmed: ['meeting_invitation', 'rsvp_reminder', 'minutes'],
  held: ['minutes'],
};

/** What members will still hear about a meeting that stands as it does; none once it is closed or called off. */
export function previewsIn(state: string): readonly PreviewedKind[] {
  return YET_TO_COME[state] ?? [];
}
