import { type Day, daysAfter } from '#domain/meetings/calendar-day.ts';
import { type MeetingState, refusalOfPlanning, type StateRefusal } from '#domain/meetings/meeting.ts';

/** What a member can answer to "Kommer du?". `online` only where the meeting has a link. */
export const RSVP_ANSWERS = ['yes', 'online', 'no'] as const;
export type RsvpAnswer = (typeof RSVP_ANSWERS)[number];

/** What somebody eats. */
export const DIETS = [
  '',
  'vegetarian',
  'vegan',
  'no_pork',
  'no_gluten',
  'no_lactose',
  'no_nuts',
  'other',
] as const;
export type Diet = (typeof DIETS)[number];

/** Why somebody does not come. */
export const ABSENCES = ['', 'duty', 'holiday', 'ill', 'family', 'course', 'other'] as const;
export type Absence = (typeof ABSENCES)[number];

/** What only those who need it see. */
export type Need = { diet: Diet; absence: Absence };

/** What a member answers, for themselves with what they eat or why they do not come; for others without. */
export type Rsvp = { memberId: string; answer: RsvpAnswer; need: Need | null };

export type InvitingRefusal = StateRefusal | 'day_passed';

type Invited = { state: MeetingState; heldOn: string | null };

/** Why nobody can be invited to a meeting, or null when they can: its day is found, and lies ahead. */
export function refusalOfInviting(meeting: Invited, today: string): InvitingRefusal | null {
  const refusal = refusalOfPlanning(meeting);
  if (refusal) return refusal;
  if (meeting.state === 'held') return 'meeting_held';
  if (!meeting.heldOn) return 'day_missing';
  return meeting.heldOn < today ? 'day_passed' : null;
}

export type RsvpRefusal =
  | 'no_such_meeting'
  | 'meeting_over'
  | 'nothing_answered'
  | 'not_online'
  | 'not_yours_to_answer';

type Answerable = Invited & { onlineUrl: string };

/** Why these answers cannot be given by somebody who may answer for these members, or null when they can. */
export function refusalOfRsvps(
  meeting: Answerable,
  rsvps: readonly Rsvp[],
  mayAnswerFor: ReadonlySet<string>,
  today: string,
): RsvpRefusal | null {
  const isFixed = meeting.state === 'reserved' || meeting.state === 'confirmed';
  if (!isFixed || !meeting.heldOn || meeting.heldOn < today) return 'meeting_over';
  if (rsvps.length === 0) return 'nothing_answered';
  if (!meeting.onlineUrl && rsvps.some(({ answer }) => answer === 'online')) return 'not_online';
  return rsvps.every(({ memberId }) => mayAnswerFor.has(memberId)) ? null : 'not_yours_to_answer';
}

/**
 * What is kept of a need with an answer: who comes in person eats, who says no may say why, and who comes online does
 * neither.
 */
export function needWith(answer: RsvpAnswer, { diet, absence }: Need): Need {
  return { diet: answer === 'yes' ? diet : '', absence: answer === 'no' ? absence : '' };
}

/** Reads the fields `rsvp:<member>`, `diet:<member>` and `absence:<member>` of a form, and ignores all else. */
export function rsvpsIn(form: FormData): Rsvp[] {
  const rsvps: Rsvp[] = [];
  for (const [field, value] of form) {
    const memberId = field.startsWith('rsvp:') ? field.slice('rsvp:'.length) : '';
    const answer = RSVP_ANSWERS.find((known) => known === value);
    if (memberId && answer) rsvps.push({ memberId, answer, need: needIn(form, memberId) });
  }
  return rsvps;
}

function needIn(form: FormData, memberId: string): Need | null {
  const diet = DIETS.find((known) => known === form.get(`diet:${memberId}`));
  const absence = ABSENCES.find((known) => known === form.get(`absence:${memberId}`));
  return diet === undefined && absence === undefined ? null : { diet: diet ?? '', absence: absence ?? '' };
}

/** The days on which those are reminded who have not said whether they come: 14 and 5 days before. */
export function rsvpReminderDays(heldOn: Day): Day[] {
  return [daysAfter(heldOn, -14), daysAfter(heldOn, -5)];
}
