import { DEADLINE_ACTS, type DeadlineAct } from '#domain/packages/package.ts';
import { type Day, daysAfter, daysBetween } from './calendar-day.ts';
import type { MeetingKind } from './meeting.ts';

/** What is to be done about a meeting by a day. `dueOn` is null while the meeting has no day. */
export type Deadline = {
  deadlineId: string;
  meetingId: string;
  act: DeadlineAct;
  /** In the words of the package or of whoever added it; empty where the act says enough. */
  title: string;
  offsetDays: number;
  dueOn: Day | null;
  isPinned: boolean;
  state: 'open' | 'done' | 'skipped';
  settledAt: Date | null;
};

/** A day by which something happens without anybody doing it, and whether it has; it stands among the deadlines. */
export type OwnDeadline = { name: string; dueOn: Day | null; isDone: boolean; href: string };

/** A deadline that a meeting is to have, so many days before it (negative) or after it. */
export type PlannedDeadline = { act: DeadlineAct; title: string; offsetDays: number };

/** What moved with a meeting, and from which day to which. */
export type MovedDeadline = Pick<Deadline, 'deadlineId' | 'act' | 'title'> & { from: Day | null; to: Day };

export const LONGEST_DEADLINE = 200;
export const MOST_DEADLINES = 60;
const EARLIEST_DAYS = -400;
const LATEST_DAYS = 800;

export type DeadlineRefusal =
  | 'no_such_meeting'
  | 'no_such_deadline'
  | 'settled_already'
  | 'open_already'
  | 'title_missing'
  | 'title_too_long'
  | 'day_not_understood'
  | 'day_too_far'
  | 'day_missing'
  | 'too_many_deadlines';

/** The act that a form or a package names, or null for none of them. */
export function deadlineActIn(value: unknown): DeadlineAct | null {
  return DEADLINE_ACTS.find((act) => act === value) ?? null;
}

/** The day on which something is due, so many days from the meeting's. */
export function dueOn(heldOn: Day | null, offsetDays: number): Day | null {
  return heldOn && daysAfter(heldOn, offsetDays);
}

/** How many days from the meeting a day is, or null when that is further than anybody plans. */
export function offsetOf(heldOn: Day, day: Day): number | null {
  const days = daysBetween(heldOn, day);
  return days < EARLIEST_DAYS || days > LATEST_DAYS ? null : days;
}

/** What moves when the meeting goes to another day: all that is open and that nobody has pinned to a day. */
export function movedTo(heldOn: Day, deadlines: readonly Deadline[]): MovedDeadline[] {
  return deadlines
    .filter(({ state, isPinned }) => state === 'open' && !isPinned)
    .map(({ deadlineId, act, title, dueOn: from, offsetDays }) => ({
      deadlineId,
      act,
      title,
      from,
      to: daysAfter(heldOn, offsetDays),
    }))
    .filter(({ from, to }) => from !== to);
}

/** How near what is open has come. */
export type Urgency = 'overdue' | 'this_week' | 'this_month' | 'later' | 'undated';

/** How near a day has come: past, within 7 days, within 31, or later. */
export function urgencyOf(due: Day | null, today: Day): Urgency {
  if (!due) return 'undated';
  const days = daysBetween(today, due);
  if (days < 0) return 'overdue';
  if (days <= 7) return 'this_week';
  return days <= 31 ? 'this_month' : 'later';
}

/** The open deadlines in the order in which they press: by day, those without one last. */
export function byUrgency<T extends Pick<Deadline, 'state' | 'dueOn' | 'offsetDays'>>(
  deadlines: readonly T[],
): T[] {
  const pressing = ({ dueOn: due }: T) => due ?? '9999';
  return deadlines
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => pressing(a).localeCompare(pressing(b)) || a.offsetDays - b.offsetDays);
}

const of = (act: DeadlineAct, offsetDays: number): PlannedDeadline => ({ act, offsetDays, title: '' });

const PLANS: Record<'cluster' | 'assembly' | 'small', PlannedDeadline[]> = {
  cluster: [
    of('order_figures', -60),
    of('book_venue', -56),
    of('send_invitation', -42),
    of('send_material', -14),
    of('venue_numbers', -3),
    of('minutes', 2),
    of('measure_again', 182),
    of('measure_again', 365),
  ],
  assembly: [of('book_venue', -56), of('send_invitation', -28), of('venue_numbers', -3), of('minutes', 2)],
  small: [of('send_invitation', -14), of('minutes', 2)],
};

/** What has a deadline at a meeting that is made from nothing: by its kind. */
export function plannedFor(kind: MeetingKind): PlannedDeadline[] {
  if (kind === 'board' || kind === 'pre_meeting') return PLANS.small;
  return kind === 'general_assembly' || kind === 'founding_assembly' ? PLANS.assembly : PLANS.cluster;
}

/**
 * The deadlines of a package with those that every meeting of its kind needs besides: minutes after 2 days, and
 * whatever is measured, again after 6 and 12 months.
 */
export function withWhatAllNeed(planned: readonly PlannedDeadline[], isMeasured: boolean): PlannedDeadline[] {
  const lacks = (act: DeadlineAct) => !planned.some((deadline) => deadline.act === act);
  return [
    ...planned,
    ...(isMeasured && lacks('order_figures') ? [of('order_figures', -60)] : []),
    ...(lacks('minutes') ? [of('minutes', 2)] : []),
    ...(isMeasured && lacks('measure_again') ? [of('measure_again', 182), of('measure_again', 365)] : []),
  ];
}
