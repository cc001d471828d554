import { count, type Locale } from '#ui/format.ts';

const da = {
  title: 'Spørgeskemaer og svar',
  lead: 'De spørgeskemaer, klyngen er i gang med, og svarene på dem, der er slut.',
  none: {
    title: 'Intet spørgeskema endnu',
    text: 'Når klyngen spørger om noget før et møde, står det her, og svarene kommer, når det er slut.',
  },
  underWay: 'I gang og planlagt',
  nothingUnderWay: 'Der er ikke planlagt noget spørgeskema.',
  over: 'Slut',
  evaluations: 'Sådan har møderne været',
  evaluationsLead: 'Det, deltagerne svarede på 60 sekunder efter hvert møde, fra møde til møde.',
  evaluationsNone: {
    title: 'Ikke to møder endnu',
    text: 'Når der er svaret om mindst to møder, kan du følge svarene fra møde til møde her.',
  },
  seeMeeting: 'Svarene om hvert møde',
  tooFew: 'For få svar',
  waiting: 'Ikke talt op endnu',
  meetings: (n: number) => count('da', n, { one: 'møde', other: 'møder' }),
  source: (meetings: string) =>
    `Klyngens medlemmer, spurgt efter ${meetings}. Møder med for få svar mangler i kurven.`,
  definitions: 'Skriv og ret spørgeskemaer',
  toMeetings: 'Vælg et møde, og planlæg det dér',
  all: 'Alle spørgeskemaer, klyngen har svaret på',
  fromMeeting: 'Svar fra spørgeskemaet',
  open: 'Åbent spørgeskema',
};

const en: typeof da = {
  title: 'Questionnaires and answers',
  lead: 'The questionnaires the cluster is busy with, and the answers to those that are over.',
  none: {
    title: 'No questionnaire yet',
    text: 'When the cluster asks about something before a meeting it stands here, and the answers come when it is over.',
  },
  underWay: 'Under way and planned',
  nothingUnderWay: 'No questionnaire is planned.',
  over: 'Over',
  evaluations: 'How the meetings have been',
  evaluationsLead: 'What those who came answered in 60 seconds after each meeting, from meeting to meeting.',
  evaluationsNone: {
    title: 'Not two meetings yet',
    text: 'When at least two meetings have been answered about, you can follow the answers from meeting to meeting here.',
  },
  seeMeeting: 'The answers about each meeting',
  tooFew: 'Too few answers',
  waiting: 'Not counted yet',
  meetings: (n) => count('en', n, { one: 'meeting', other: 'meetings' }),
  source: (meetings) =>
    `The cluster’s members, asked after ${meetings}. Meetings with too few answers are missing from the line.`,
  definitions: 'Write and change questionnaires',
  toMeetings: 'Choose a meeting, and plan it there',
  all: 'All questionnaires the cluster has answered',
  fromMeeting: 'Answers to the questionnaire',
  open: 'Open questionnaire',
};

/** The words of the list of rounds and of the trend over meetings. */
export const roundListText: Record<Locale, typeof da> = { da, en };
