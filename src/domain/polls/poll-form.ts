import { type Day, dayRead, daysAfter } from '#domain/meetings/calendar-day.ts';
import { timeIn } from '#domain/meetings/wall-time.ts';
import { MOST_DATES, type Occasion } from './date-poll.ts';

/** The form about days as it was typed; every line stands, also the empty ones. */
export type TypedPoll = { days: { day: string; time: string }[]; closes: string; musts: string[] };

/** Reads the fields of the form: `day-1`, `time-1` and so on, `closes`, and `must` once for each member. */
export function typedPollIn(form: FormData): TypedPoll {
  const text = (field: string) => String(form.get(field) ?? '').trim();
  return {
    days: Array.from({ length: MOST_DATES }, (_, at) => ({
      day: text(`day-${at + 1}`),
      time: text(`time-${at + 1}`),
    })),
    closes: text('closes'),
    musts: form.getAll('must').map(String),
  };
}

/** The days that were typed, as they are stored, or as they stand where they cannot be understood; empty lines are left out. */
export function occasionsOf({ days }: Pick<TypedPoll, 'days'>, today: Day): Occasion[] {
  return days
    .filter(({ day }) => day !== '')
    .map(({ day, time }) => ({ heldOn: dayRead(day, today) ?? day, startsAt: timeIn(time) ?? time }));
}

/** The last day to answer, as it is stored; where nothing was typed, the one that is suggested. */
export function closingOf(
  { closes }: Pick<TypedPoll, 'closes'>,
  days: readonly Occasion[],
  today: Day,
): string {
  return closes === '' ? suggestedClosing(days, today) : (dayRead(closes, today) ?? closes);
}

const DAYS_TO_ANSWER = 7;

/** The last day to answer when nobody chose one: in a week, or the day before the first date when that is sooner. */
export function suggestedClosing(days: readonly Occasion[], today: Day): Day {
  const [first] = days.map(({ heldOn }) => heldOn).sort();
  const late = daysAfter(today, DAYS_TO_ANSWER);
  if (!first || Number.isNaN(Date.parse(first))) return late;
  return [late, daysAfter(first, -1)].sort()[0]!;
}

/** The line, counted from 1, that a refusal of the typed days is about: the first for one that is about all of them. */
export function lineOfRefusal({ days }: Pick<TypedPoll, 'days'>, refusal: string, today: Day): number {
  const read = days.map(({ day, time }) => ({
    isEmpty: day === '',
    heldOn: dayRead(day, today),
    startsAt: timeIn(time),
  }));
  const isFaulty: Record<string, (line: (typeof read)[number], at: number) => boolean> = {
    not_a_date: ({ heldOn, startsAt }) => !heldOn || !startsAt,
    date_passed: ({ heldOn }) => heldOn !== null && heldOn <= today,
    same_date_twice: ({ heldOn, startsAt }, at) =>
      read.slice(0, at).some((other) => other.heldOn === heldOn && other.startsAt === startsAt),
  };
  const at = read.findIndex((line, place) => !line.isEmpty && isFaulty[refusal]?.(line, place));
  return at < 0 ? 1 : at + 1;
}
