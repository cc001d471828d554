import { type Day, daysAfter, daysBetween } from '#domain/meetings/calendar-day.ts';

/** At most so many reminders of one thing go to one person. */
export const MOST_REMINDERS = 2;

/**
 * Whom a reminder could go to: when they were last asked, how many have gone since then and how many before, and the
 * day of the last one.
 */
export type Reminded = { askedOn: Day; sent: number; sentBefore: number; lastSentOn: Day | null };

/**
 * The days on which those are reminded who have not answered a poll: halfway, and the day before the last. A poll of
 * under four days reminds on the last day instead, one of a single day never.
 */
export function reminderDays(openedOn: Day, closesOn: Day): Day[] {
  const days = daysBetween(openedOn, closesOn);
  if (days < 1) return [];
  if (days === 1) return [closesOn];
  const last = days >= 4 ? daysAfter(closesOn, -1) : closesOn;
  return [daysAfter(openedOn, Math.ceil(days / 2)), last];
}

/**
 * Whether a reminder is due today: more of the days have come since somebody was asked than reminders have gone, and
 * none has gone today already. A day that nobody was there to keep is made up for by one, never by two at once.
 */
export function isReminderDue(
  days: readonly Day[],
  { askedOn, lastSentOn, sent, sentBefore }: Reminded,
  today: Day,
): boolean {
  const come = days.filter((day) => askedOn < day && day <= today).length;
  return sent < come && sent + sentBefore < MOST_REMINDERS && lastSentOn !== today;
}

/** Whether both reminders have gone, or will not come any more: then it is time to ring. */
export function isTimeToRing(days: readonly Day[], today: Day): boolean {
  return days.every((day) => day < today) || days.at(-1) === today;
}
