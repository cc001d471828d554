import { MEETING_KINDS as KINDS } from '#domain/packages/package.ts';

/** What a meeting can be; a package is for one of them. */
export const MEETING_KINDS: readonly MeetingKind[] = KINDS;
export type MeetingKind = (typeof KINDS)[number];

/** How far a meeting has come. */
export const MEETING_STATES = [
  'idea',
  'polling',
  'reserved',
  'confirmed',
  'held',
  'closed',
  'cancelled',
] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Who is responsible for what at a meeting. */
export const PARTS = ['chair', 'facilitator', 'minute_taker', 'host'] as const;
export type Part = (typeof PARTS)[number];

/**
 * A meeting as every page of it needs it. `heldOn` is a day, `2027-03-02`, and `startsAt` a time on the wall in
 * Copenhagen, `17:00:00`; both are null until a day is found. The length is in minutes.
 */
export type MeetingHead = {
  meetingId: string;
  kind: MeetingKind;
  title: string;
  purpose: string;
  state: MeetingState;
  heldOn: string | null;
  startsAt: string | null;
  minutes: number;
  place: string;
  address: string;
  onlineUrl: string;
  venueEmail: string;
  venueCancelDays: number;
  venueConfirmedAt: Date | null;
  greeting: string;
  noAgreement: string;
  packageKey: string | null;
  ownPackageId: string | null;
  topicId: string | null;
  followsId: string | null;
  calendarSequence: number;
  madeAt: Date;
  invitedAt: Date | null;
  cancelledAt: Date | null;
  closedAt: Date | null;
  minutesSentAt: Date | null;
};

/** Which state may follow which. A meeting that is closed stays closed. */
const MAY_FOLLOW: Record<MeetingState, readonly MeetingState[]> = {
  idea: ['polling', 'reserved', 'confirmed', 'cancelled'],
  polling: ['idea', 'reserved', 'confirmed', 'cancelled'],
  reserved: ['polling', 'confirmed', 'held', 'closed', 'cancelled'],
  confirmed: ['reserved', 'held', 'closed', 'cancelled'],
  held: ['closed'],
  closed: [],
  // Taken back within two minutes, while no letter has gone.
  cancelled: ['idea', 'polling', 'reserved', 'confirmed'],
};

export type StateRefusal =
  | 'meeting_closed'
  | 'meeting_cancelled'
  | 'meeting_held'
  | 'day_missing'
  | 'not_from_here';

/** Why a meeting in this state cannot go over to that one, or null when it can. A fixed meeting has a day. */
export function refusalOfState(
  meeting: { state: MeetingState; heldOn: string | null },
  next: MeetingState,
): StateRefusal | null {
  if (meeting.state === 'closed') return 'meeting_closed';
  const isFixed = next === 'reserved' || next === 'confirmed' || next === 'held' || next === 'closed';
  if (MAY_FOLLOW[meeting.state].includes(next)) return isFixed && !meeting.heldOn ? 'day_missing' : null;
  if (meeting.state === 'cancelled') return 'meeting_cancelled';
  return meeting.state === 'held' ? 'meeting_held' : 'not_from_here';
}

/** Why nothing about a meeting can be planned any more, or null while it can: until it is closed or called off. */
export function refusalOfPlanning({ state }: { state: MeetingState }): StateRefusal | null {
  if (state === 'closed') return 'meeting_closed';
  return state === 'cancelled' ? 'meeting_cancelled' : null;
}

/** Whether the meeting still lies ahead: planned, and neither held nor called off. */
export function isAhead({ state }: { state: MeetingState }): boolean {
  return state === 'idea' || state === 'polling' || isFixedAhead({ state });
}

/** Whether its day is found and has not been. */
export function isFixedAhead({ state }: { state: MeetingState }): boolean {
  return state === 'reserved' || state === 'confirmed';
}

/** The kind that a form names, or null for none of them. */
export function meetingKindIn(value: unknown): MeetingKind | null {
  return MEETING_KINDS.find((kind) => kind === value) ?? null;
}

/** The part that a form names, or null for none of them. */
export function partIn(value: unknown): Part | null {
  return PARTS.find((part) => part === value) ?? null;
}
