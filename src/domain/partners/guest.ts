import { hasFormattedCprNumber } from '#domain/access/cpr-number.ts';
import { dayRead, dayWritten } from '#domain/meetings/calendar-day.ts';
import { isAhead, type MeetingState } from '#domain/meetings/meeting.ts';
import { textIn } from '#domain/meetings/typed.ts';
import { timeIn } from '#domain/meetings/wall-time.ts';

/** What a guest is asked to, and what they need to know. The day and time of a pre-meeting go together. */
export type Brief = {
  agendaItemId: string | null;
  /** What the cluster asks: the problemformulering. */
  problem: string;
  practicalities: string;
  preMeetingOn: string | null;
  preMeetingAt: string | null;
  mustAttend: boolean;
};
export type GuestAnswer = '' | 'yes' | 'no';

/** How far a guest is: on the list, asked, answered, or called off. */
export type GuestStanding = 'listed' | 'asked' | 'comes' | 'declined' | 'called_off';
type Traces = { invitedAt: Date | null; cancelledAt: Date | null; answer: GuestAnswer };

export const LONGEST = { problem: 4000, practicalities: 2000, tookHome: 2000 } as const;

export type GuestRefusal =
  | 'no_such_meeting'
  | 'no_such_guest'
  | 'no_such_person'
  | 'no_such_slot'
  | 'guest_already'
  | 'meeting_over'
  | 'no_day_yet'
  | 'no_address'
  | 'invited_already'
  | 'not_invited'
  | 'called_off_already'
  | 'problem_too_long'
  | 'practicalities_too_long'
  | 'pre_meeting_unclear'
  | 'pre_meeting_after'
  | 'took_home_too_long'
  | 'cpr'
  | 'too_late'
  | 'nothing_answered';

/** How far a guest is. */
export function standingOf({ invitedAt, cancelledAt, answer }: Traces): GuestStanding {
  if (cancelledAt) return 'called_off';
  if (!invitedAt) return 'listed';
  if (answer === '') return 'asked';
  return answer === 'yes' ? 'comes' : 'declined';
}

/** What somebody typed of a brief; a day or a time that cannot be read stands as it was typed. */
export type BriefTyped = {
  agendaItemId: string;
  problem: string;
  practicalities: string;
  preMeetingOn: string;
  preMeetingAt: string;
  mustAttend: boolean;
};

/** Reads `slot`, `problem`, `practicalities`, `pre-on`, `pre-at` and `must` of a form. */
export function briefTypedIn(form: FormData): BriefTyped {
  const text = (name: string) => textIn(form, name);
  return {
    agendaItemId: text('slot'),
    problem: text('problem'),
    practicalities: text('practicalities'),
    preMeetingOn: text('pre-on'),
    preMeetingAt: text('pre-at'),
    mustAttend: form.has('must'),
  };
}

/** A brief as its form shows it again, the day in Danish order. */
export function briefShown(brief: Brief): BriefTyped {
  return {
    agendaItemId: brief.agendaItemId ?? '',
    problem: brief.problem,
    practicalities: brief.practicalities,
    preMeetingOn: dayWritten(brief.preMeetingOn),
    preMeetingAt: brief.preMeetingAt?.slice(0, 5).replace(':', '.') ?? '',
    mustAttend: brief.mustAttend,
  };
}

/** The brief that was typed, or why it is none. A pre-meeting lies on a day before the meeting, or on its own day. */
export function briefOf(typed: BriefTyped, heldOn: string | null, today: string): Brief | GuestRefusal {
  const { agendaItemId, problem, practicalities, mustAttend } = typed;
  const wordsRefused = refusalOfWords(typed, today);
  if (wordsRefused) return wordsRefused;
  const brief = { agendaItemId: agendaItemId || null, problem, practicalities, mustAttend };
  if (typed.preMeetingOn === '' && typed.preMeetingAt === '')
    return { ...brief, preMeetingOn: null, preMeetingAt: null };
  const preMeetingOn = dayRead(typed.preMeetingOn, today);
  const preMeetingAt = timeIn(typed.preMeetingAt);
  if (!preMeetingOn || !preMeetingAt) return 'pre_meeting_unclear';
  if (heldOn && preMeetingOn > heldOn) return 'pre_meeting_after';
  return { ...brief, preMeetingOn, preMeetingAt };
}

function refusalOfWords({ problem, practicalities }: BriefTyped, today: string): GuestRefusal | null {
  if (problem.length > LONGEST.problem) return 'problem_too_long';
  if (practicalities.length > LONGEST.practicalities) return 'practicalities_too_long';
  return holdsCpr(`${problem}\n${practicalities}`, today) ? 'cpr' : null;
}

/** Whether words hold a CPR number, which is written down nowhere here. */
export function holdsCpr(words: string, today: string): boolean {
  return hasFormattedCprNumber(words, today);
}

/** What of a brief a guest who has been asked is told of when it changes. */
export type BriefPart = 'slot' | 'problem' | 'practicalities' | 'pre_meeting';

/** The parts of a brief that are new to the guest; who must attend concerns the cluster alone. */
export function changesToTell(before: Brief, after: Brief): BriefPart[] {
  const isNew: Record<BriefPart, boolean> = {
    slot: before.agendaItemId !== after.agendaItemId,
    problem: before.problem !== after.problem,
    practicalities: before.practicalities !== after.practicalities,
    pre_meeting: isPreMeetingMoved(before, after),
  };
  return (Object.keys(isNew) as BriefPart[]).filter((part) => isNew[part]);
}

/** Whether another day or time of the pre-meeting makes the answer about it out of date. */
export function isPreMeetingMoved(before: Brief, after: Brief): boolean {
  const time = ({ preMeetingOn, preMeetingAt }: Brief) => `${preMeetingOn} ${preMeetingAt?.slice(0, 5)}`;
  return time(before) !== time(after);
}

/**
 * Whether the one reminder of a guest is due: the first of the days that lies after the one on which they were asked
 * has come.
 */
export function isGuestReminderDue(days: readonly string[], askedOn: string, today: string): boolean {
  const first = days.find((day) => askedOn < day);
  return first !== undefined && first <= today;
}

/** The field of the form that a refusal is about. */
export const FIELD_OF: Partial<Record<GuestRefusal, string>> = {
  no_such_person: 'person',
  guest_already: 'person',
  no_such_slot: 'slot',
  problem_too_long: 'problem',
  cpr: 'problem',
  practicalities_too_long: 'practicalities',
  pre_meeting_unclear: 'pre-on',
  pre_meeting_after: 'pre-on',
  took_home_too_long: 'took-home',
};

type Invited = Traces & { email: string };
type Planned = { state: MeetingState; heldOn: string | null };

/** Why a guest cannot be asked now, or null when they can: the meeting has a day, or asks for one, and they an address. */
export function refusalOfInvitation(meeting: Planned, guest: Invited, today: string): GuestRefusal | null {
  if (!isAhead(meeting) || (meeting.heldOn && meeting.heldOn < today)) return 'meeting_over';
  if (guest.cancelledAt) return 'called_off_already';
  if (guest.invitedAt) return 'invited_already';
  if (!guest.email) return 'no_address';
  return meeting.state === 'idea' ? 'no_day_yet' : null;
}

/** What kind of letter asks a guest: about the days while they are asked for, else to the meeting. */
export function letterOfInvitation({ state }: Planned): 'guest_dates' | 'guest_invitation' {
  return state === 'polling' ? 'guest_dates' : 'guest_invitation';
}

/** Reads a yes or no of a form; null for neither. */
export function guestAnswerIn(value: unknown): 'yes' | 'no' | null {
  return value === 'yes' || value === 'no' ? value : null;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a form told an id, and not something else. */
export function isId(text: string): boolean {
  return ID.test(text);
}

export type GuestVote = 'yes' | 'if_needed' | 'no';
export const GUEST_VOTES: readonly GuestVote[] = ['yes', 'if_needed', 'no'];

/** Reads the fields `vote:<date option id>` of a form, and ignores all else. */
export function guestVotesIn(form: FormData): Map<string, GuestVote> {
  const votes = new Map<string, GuestVote>();
  for (const [field, value] of form) {
    const vote = GUEST_VOTES.find((known) => known === value);
    const id = field.startsWith('vote:') ? field.slice('vote:'.length) : '';
    if (vote && isId(id)) votes.set(id, vote);
  }
  return votes;
}
