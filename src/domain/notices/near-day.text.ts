import { dateText, type Locale } from '#ui/format.ts';

const DAY = 86_400_000;

/** A day as one says it: its weekday alone within the week, else with its date: `fredag`, `fredag den 12. marts`. */
export function near(locale: Locale, day: string, today: string): string {
  const full = dateText(locale, day).replace(/\s\d{4}$/, '');
  const days = (Date.parse(day) - Date.parse(today)) / DAY;
  return days >= 0 && days < 7 ? full.replace(locale === 'da' ? /\sden\s.*$/ : /\s\d.*$/, '') : full;
}
