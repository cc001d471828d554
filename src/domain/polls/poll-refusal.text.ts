import { accessText } from '#domain/access/access.text.ts';
import { meetingText } from '#domain/meetings/meeting.text.ts';
import type { StateRefusal } from '#domain/meetings/meeting.ts';
import type { Locale } from '#ui/format.ts';
import { datePollText, type PollRefusal } from './date-poll.text.ts';

/** Why a poll could not be opened, changed or decided as wished. */
export type PlanningRefusal = PollRefusal | StateRefusal | 'confirm_again';

/** Such a refusal in words. */
export function pollRefusalText(locale: Locale, refusal: PlanningRefusal): string {
  const own: Partial<Record<string, string>> = datePollText[locale].refusal;
  const ofState: Partial<Record<string, string>> = meetingText[locale].state;
  return own[refusal] ?? ofState[refusal] ?? accessText[locale].confirm_again;
}

const OF_DAYS: readonly PlanningRefusal[] = [
  'no_dates',
  'too_many_dates',
  'not_a_date',
  'date_passed',
  'same_date_twice',
];
const OF_CLOSING: readonly PlanningRefusal[] = [
  'not_a_closing_day',
  'closing_passed',
  'closing_after_first_date',
];

/** The part of the form that a refusal belongs to, or null for none. */
export function partOfRefusal(refusal: PlanningRefusal): 'days' | 'closes' | 'must' | null {
  if (OF_DAYS.includes(refusal)) return 'days';
  if (OF_CLOSING.includes(refusal)) return 'closes';
  return refusal === 'no_such_member' ? 'must' : null;
}
