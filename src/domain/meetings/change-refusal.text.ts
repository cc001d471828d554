import type { Locale } from '#ui/format.ts';
import { meetingText } from './meeting.text.ts';
import { overviewText } from './overview.text.ts';

type Own = keyof (typeof overviewText)['da']['refusal'];
type OfState = keyof (typeof meetingText)['da']['state'];

/** Why a meeting cannot be changed, moved, called off or closed as wished. */
export type ChangeRefusal = Own | OfState;

/** Such a refusal in words. */
export function changeRefusal(locale: Locale, refusal: ChangeRefusal): string {
  const own: Record<string, string> = overviewText[locale].refusal;
  return own[refusal] ?? meetingText[locale].state[refusal as OfState];
}
