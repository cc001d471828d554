import type { Locale } from '#ui/format.ts';

const da = {
  reserved: 'Dato reserveret',
};

const en: typeof da = {
  reserved: 'Date reserved',
};

/** The words in calendars, and on the page where one's own is made. */
export const calendarText: Record<Locale, typeof da> = { da, en };
