import { count, dateText, dayText, type Locale } from '#ui/format.ts';
import type { Asked, RoundPurpose } from './round.ts';
import { lastDayToProlong, type Standing } from './standing.ts';

type Days = {
  purpose: RoundPurpose;
  opensOn: string | null;
  closesOn: string | null;
  countedOn: string | null;
  least: number;
};

const few = {
  da: ['', '', '', '', '', 'fem', '', '', '', '', 'ti'],
  en: ['', '', '', '', '', 'five', '', '', '', '', 'ten'],
};
const least = (locale: Locale, n: number) => few[locale][n] || String(n);
const day = (locale: Locale, of: string | null) => (of ? dateText(locale, of) : '');

const da = {
  title: 'Spørgeskema',
  evaluation: 'Efter mødet',
  named: 'Med navne',
  anonymous: 'Uden navne',
  wellbeing: 'Trivsel',
  states: {
    waits_for_day: 'Venter på mødets dato',
    planned: 'Planlagt',
    missed: 'Blev ikke åbnet',
    open: 'Åbent',
    counting: 'Tælles op',
    too_few: 'For få svar',
    counted: 'Svarene er klar',
    dropped: 'Slettet ulæst',
    unreadable: 'Slettet ulæst',
    taken_back: 'Taget tilbage',
  } satisfies Record<Standing, string>,
  standing: {
    waits_for_day: ({ purpose }) =>
      `Når mødet har fået en dato, åbner det af sig selv ${purpose === 'evaluation' ? 'dagen efter mødet' : 'i god tid før mødet'}.`,
    planned: ({ closesOn, opensOn }) =>
      `Det åbner af sig selv ${day('da', opensOn)}, og sidste dag at svare er ${day('da', closesOn)}.`,
    missed: () => 'Dagene gik, før det kunne åbne. Vælg nye dage, eller åbn det nu.',
    open: ({ closesOn }) => `Der kan svares til og med ${day('da', closesOn)}.`,
    counting: () => 'Der kan ikke svares mere. Svarene bliver talt op inden for et minut.',
    too_few: ({ closesOn, least: n }) =>
      `Der kan ikke svares mere, og færre end ${least('da', n)} har svaret. Derfor vises intet. Forlæng senest ${day('da', closesOn && lastDayToProlong(closesOn))}. Ellers bliver svarene slettet, uden at nogen har læst dem.`,
    counted: ({ countedOn }) => `Svarene blev talt op ${day('da', countedOn)}.`,
    dropped: ({ least: n }) =>
      `Færre end ${least('da', n)} svarede. Svarene er slettet, uden at nogen har læst dem.`,
    unreadable: () =>
      'Den nøgle, der åbner svarene, er gået tabt. Svarene er slettet, uden at nogen har læst dem. I kan spørge igen.',
    taken_back: () => 'Det bliver ikke spurgt om.',
  } satisfies Record<Standing, (days: Days) => string> as Record<Standing, (days: Days) => string>,
  ofCancelled: 'Mødet er aflyst. Så længe spørges og mindes ingen.',
  asked: {
    doctors: 'Klyngens læger',
    everybody: 'Alle i praksisserne',
    attendees: 'Dem, der var med til mødet',
    nobody: 'Ingen i klyngen',
  } satisfies Record<Asked, string>,
  andPartner: (name: string) => `og ${name}`,
  who: 'Hvem bliver spurgt?',
  days: 'Hvornår?',
  from: (opens: string, closes: string) => `${dayText('da', opens)} – ${dayText('da', closes)}`,
  answered: (n: number, of: number) => `${n} af ${of} har svaret`,
  sides: { member: 'Klyngen', partner: 'Samarbejdspartneren' },
  people: (n: number) => count('da', n, { one: 'person', other: 'personer' }),
  see: 'Se spørgeskemaet',
  seeResults: 'Se svarene',
  toAnswer: 'Svar på spørgeskemaet',
};

const en: typeof da = {
  title: 'Questionnaire',
  evaluation: 'After the meeting',
  named: 'With names',
  anonymous: 'Without names',
  wellbeing: 'Wellbeing',
  states: {
    waits_for_day: 'Waits for the meeting’s date',
    planned: 'Planned',
    missed: 'Was not opened',
    open: 'Open',
    counting: 'Being counted',
    too_few: 'Too few answers',
    counted: 'The answers are ready',
    dropped: 'Deleted unread',
    unreadable: 'Deleted unread',
    taken_back: 'Taken back',
  },
  standing: {
    waits_for_day: ({ purpose }) =>
      `Once the meeting has a date, it opens by itself ${purpose === 'evaluation' ? 'the day after the meeting' : 'in good time before the meeting'}.`,
    planned: ({ closesOn, opensOn }) =>
      `It opens by itself on ${day('en', opensOn)}, and the last day to answer is ${day('en', closesOn)}.`,
    missed: () => 'The days passed before it could open. Choose new days, or open it now.',
    open: ({ closesOn }) => `It can be answered until ${day('en', closesOn)}, that day included.`,
    counting: () => 'It can be answered no more. The answers are counted within a minute.',
    too_few: ({ closesOn, least: n }) =>
      `It can be answered no more, and fewer than ${least('en', n)} have answered. So nothing is shown. Give more time by ${day('en', closesOn && lastDayToProlong(closesOn))}. Otherwise the answers are deleted without anybody having read them.`,
    counted: ({ countedOn }) => `The answers were counted on ${day('en', countedOn)}.`,
    dropped: ({ least: n }) =>
      `Fewer than ${least('en', n)} answered. The answers are deleted, and nobody has read them.`,
    unreadable: () =>
      'The key that opens the answers is lost. The answers are deleted, and nobody has read them. You can ask again.',
    taken_back: () => 'It is not asked.',
  },
  ofCancelled: 'The meeting is cancelled. As long as it is, nobody is asked or reminded.',
  asked: {
    doctors: 'The cluster’s doctors',
    everybody: 'Everybody in the practices',
    attendees: 'Those who were at the meeting',
    nobody: 'Nobody in the cluster',
  },
  andPartner: (name) => `and ${name}`,
  who: 'Who is asked?',
  days: 'When?',
  from: (opens, closes) => `${dayText('en', opens)} – ${dayText('en', closes)}`,
  answered: (n, of) => `${n} of ${of} have answered`,
  sides: { member: 'The cluster', partner: 'The partner' },
  people: (n) => count('en', n, { one: 'person', other: 'people' }),
  see: 'See the questionnaire',
  seeResults: 'See the answers',
  toAnswer: 'Answer the questionnaire',
};

/** What a round is called, how it stands, and who is asked. */
export const roundText: Record<Locale, typeof da> = { da, en };

/** The fewest answers that are shown, as a word: `fem`, `ti`. */
export const leastText = least;
