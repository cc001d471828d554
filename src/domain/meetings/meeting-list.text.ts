import { count, type Locale } from '#ui/format.ts';

const da = {
  title: 'Møder',
  plan: 'Planlæg et møde',
  year: 'Klyngens år',
  ahead: 'Kommende',
  past: 'Holdt',
  off: 'Aflyst',
  empty: {
    title: 'Her kommer klyngens møder',
    text: 'Vælg en klyngepakke eller begynd fra bunden. Dagsorden, frister og referat følger mødet.',
    waiting: 'Når koordinatoren har planlagt et møde, står det her.',
  },
  noneAhead: 'Intet er planlagt.',
  presses: 'Det haster mest',
  more: (n: number) => `og ${count('da', n, { one: 'frist', other: 'frister' })} mere`,
  days: (n: number) => count('da', n, { one: 'mulig dato', other: 'mulige datoer' }),
};
const en: typeof da = {
  title: 'Meetings',
  plan: 'Plan a meeting',
  year: 'The cluster’s year',
  ahead: 'To come',
  past: 'Held',
  off: 'Cancelled',
  empty: {
    title: 'Here the meetings of the cluster will be',
    text: 'Choose a package or begin from nothing. Agenda, deadlines and minutes follow the meeting.',
    waiting: 'When the coordinator has planned a meeting, it is here.',
  },
  noneAhead: 'Nothing is planned.',
  presses: 'What presses most',
  more: (n) => `and ${count('en', n, { one: 'deadline', other: 'deadlines' })} more`,
  days: (n) => count('en', n, { one: 'possible date', other: 'possible dates' }),
};

/** What the list of meetings says. */
export const meetingListText: Record<Locale, typeof da> = { da, en };
