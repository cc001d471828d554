import type { Locale } from '#ui/format.ts';
import type { YearEntry } from './year.ts';

const da = {
  title: 'Klyngens år',
  lead: 'Tolv måneder tilbage og tolv frem: møder, frister og målinger igen.',
  before: 'Det, der var',
  kinds: { meeting: 'Møde', deadline: 'Frist', measured_again: 'Mål igen' } satisfies Record<
    YearEntry['kind'],
    string
  >,
  settled: 'klaret',
  held: 'holdt',
  nothing: 'Intet endnu',
  empty: {
    title: 'Året er tomt endnu',
    text: 'Når der er planlagt et møde, står det her med sine frister.',
    act: 'Planlæg et møde',
  },
  print: 'Året fylder én side, når du printer det.',
};
const en: typeof da = {
  title: 'The cluster’s year',
  lead: 'Twelve months back and twelve ahead: meetings, deadlines and measurings again.',
  before: 'What was',
  kinds: { meeting: 'Meeting', deadline: 'Deadline', measured_again: 'Measure again' },
  settled: 'settled',
  held: 'held',
  nothing: 'Nothing yet',
  empty: {
    title: 'The year is empty yet',
    text: 'When a meeting is planned, it stands here with its deadlines.',
    act: 'Plan a meeting',
  },
  print: 'The year takes one page when you print it.',
};

/** What the page of the cluster's year says. */
export const yearText: Record<Locale, typeof da> = { da, en };
