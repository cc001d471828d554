import { type Day, daysAfter } from '#domain/meetings/calendar-day.ts';

/** What a meeting asks the practices to count, by a day: one indicator, of one period, the same for all. */
export type CountAsk = {
  ownCountAskId: string;
  meetingId: string;
  indicatorKey: string;
  period: { from: Day; until: Day };
  dueOn: Day;
  state: 'open' | 'done' | 'given_up';
  reminders: number;
  isByItself: boolean;
  askedAt: Date;
};

/** How many days the practices have to count in. */
export const DAYS_TO_COUNT = 21;
const DAYS_TO_REMIND = 7;
const MOST_REMINDERS = 2;
const MOST_ASKED = 10;

export type AskRefusal =
  | 'no_such_meeting'
  | 'meeting_over'
  | 'no_indicator'
  | 'too_many_indicators'
  | 'not_an_own_count'
  | 'day_not_understood'
  | 'day_past'
  | 'asked_already'
  | 'nobody_to_ask'
  | 'no_such_ask';

/** Why these indicators cannot be asked for by a day, or null when they can; `known` are those that practices count. */
export function refusalOfAsking(
  { indicators, dueOn }: { indicators: readonly string[]; dueOn: Day },
  known: ReadonlySet<string>,
  today: Day,
): AskRefusal | null {
  if (indicators.length === 0) return 'no_indicator';
  if (indicators.length > MOST_ASKED) return 'too_many_indicators';
  if (!indicators.every((key) => known.has(key))) return 'not_an_own_count';
  return dueOn < today ? 'day_past' : null;
}

/** Whether the day has come on which practices are asked to count what is due on another. */
export function isTimeToAsk(dueOn: Day, today: Day): boolean {
  return daysAfter(dueOn, -DAYS_TO_COUNT) <= today;
}

/** Whether those who are missing are to be reminded today: a week before, and on the day itself. */
export function isTimeToRemind(
  { dueOn, reminders, state }: Pick<CountAsk, 'dueOn' | 'reminders' | 'state'>,
  today: Day,
): boolean {
  if (state !== 'open' || reminders >= MOST_REMINDERS) return false;
  const days = [daysAfter(dueOn, -DAYS_TO_REMIND), dueOn];
  return today >= days[reminders]! && today <= daysAfter(dueOn, DAYS_TO_REMIND);
}
