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

const FIELDS: Partial<Record<PlanningRefusal, string>> = {
  no_dates: 'day-1',
  too_many_dates: 'day-1',
  not_a_date: 'day-1',
  date_passed: 'day-1',
  same_date_twice: 'day-1',
  not_a_closing_day: 'closes',
  closing_passed: 'closes',
  closing_after_first_date: 'closes',
  no_such_member: 'must',
};

/** The field of the form that a refusal belongs to, or null for none. */
export function fieldOfRefusal(refusal: PlanningRefusal): string | null {
  return FIELDS[refusal] ?? null;
}
