import type { Locale } from '#ui/format.ts';

const da = {
  title: 'Brug det til et møde',
  lead: 'Vælg mødet. Bagefter vælger du, hvem der skal svare, og hvornår. Intet bliver sendt endnu.',
  none: 'Der er ingen møder på vej. Planlæg et, og vælg så spørgeskemaet under mødet.',
  noDay: 'Ingen dato endnu',
  make: 'Planlæg et møde',
};

const en: typeof da = {
  title: 'Use it for a meeting',
  lead: 'Choose the meeting. Then you choose who is to answer, and when. Nothing is sent yet.',
  none: 'There are no meetings ahead. Plan one, and then choose the questionnaire at the meeting.',
  noDay: 'No day yet',
  make: 'Plan a meeting',
};

/** What leads from a questionnaire to a meeting that asks it. */
export const useAtMeetingText: Record<Locale, typeof da> = { da, en };
