/** What somebody can say to a day. */
export const ANSWERS = ['yes', 'if_needed', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

/** A day, `2027-03-02`, and a time on the wall in Copenhagen, `17:00` or `17:00:00`. */
export type Occasion = { heldOn: string; startsAt: string };

/** A day that is asked about. */
export type DateOption = Occasion & { dateOptionId: string; addedAt: Date };

/** A date poll asks the members of a cluster which of some days suit them, until a day that is the last to answer on. */
export type DatePoll = {
  datePollId: string;
  meetingId: string;
  openedAt: Date;
  closesOn: string;
  closedAt: Date | null;
  options: DateOption[];
};

/** The most days that one poll asks about. */
export const MOST_DATES = 12;

/** What a coordinator asks about: the days, the last day to answer on, and without whom the meeting makes no sense. */
export type PollWish = { options: Occasion[]; closesOn: string; mustMemberIds: string[] };

export type DatesRefusal = 'no_dates' | 'too_many_dates' | 'not_a_date' | 'date_passed' | 'same_date_twice';
export type ClosingRefusal = 'not_a_closing_day' | 'closing_passed' | 'closing_after_first_date';

/** Why these days cannot be asked about, with those that are asked about already, or null when they can. */
export function refusalOfDates(
  fresh: readonly Occasion[],
  today: string,
  known: readonly Occasion[] = [],
): DatesRefusal | null {
  if (fresh.length === 0) return 'no_dates';
  if (fresh.length + known.length > MOST_DATES) return 'too_many_dates';
  if (!fresh.every(({ heldOn, startsAt }) => isDay(heldOn) && isTime(startsAt))) return 'not_a_date';
  if (fresh.some(({ heldOn }) => heldOn <= today)) return 'date_passed';
  const keys = [...fresh, ...known].map(({ heldOn, startsAt }) => `${heldOn} ${startsAt.slice(0, 5)}`);
  return new Set(keys).size < keys.length ? 'same_date_twice' : null;
}

/** Why this cannot be the last day to answer on, or null when it can: not past, and before the first of the days. */
export function refusalOfClosing(
  closesOn: string,
  options: readonly Occasion[],
  today: string,
): ClosingRefusal | null {
  if (!isDay(closesOn)) return 'not_a_closing_day';
  if (closesOn < today) return 'closing_passed';
  return options.some(({ heldOn }) => heldOn <= closesOn) ? 'closing_after_first_date' : null;
}

/** Whether the poll still takes answers. */
export function isOpen(
  { closedAt, closesOn }: Pick<DatePoll, 'closedAt' | 'closesOn'>,
  today: string,
): boolean {
  return closedAt === null && closesOn >= today;
}

/** The answer that a form names, or null for none of them. */
export function answerIn(value: unknown): Answer | null {
  return ANSWERS.find((answer) => answer === value) ?? null;
}

/** Whether a text is a day of the calendar, `2027-03-02`. */
export function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:00)?$/.test(text);
}
