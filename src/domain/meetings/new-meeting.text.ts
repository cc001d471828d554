import { count, dateText, type Locale } from '#ui/format.ts';
import type { WishRefusal } from './meeting-wish.ts';

export type NewMeetingRefusal = WishRefusal | 'no_such_source' | 'no_such_topic' | 'confirm_again';

const da = {
  title: 'Planlæg et møde',
  lead: 'Vælg, hvad mødet skal bygge på. Dagsorden, frister og tekster følger med og kan rettes bagefter.',
  orElse: 'Eller begynd',
  near: 'Pakker om det samme som emnet',
  packages: 'Fra en klyngepakke',
  earlier: 'Som et tidligere møde',
  empty: 'Fra bunden',
  emptyNote:
    'Et klyngemøde begynder med en tom dagsorden. De andre slags møder får den, de plejer, og fristerne følger med.',
  emptyAct: 'Begynd på et tomt møde',
  choose: (title: string) => `Vælg ${title}`,
  begin: (weeks: number) => `begynd ${count('da', weeks, { one: 'uge', other: 'uger' })} før`,
  figures: (n: number) => (n > 0 ? count('da', n, { one: 'tal', other: 'tal' }) : 'ingen tal'),
  own: 'jeres egen',
  lastHeld: (day: string) => `Holdt ${day}`,
  from: { package: 'Bygger på pakken', meeting: 'Bygger på mødet', topic: 'Emne' },
  another: 'Vælg noget andet',
  fields: {
    title: 'Hvad hedder mødet?',
    kind: 'Hvad slags møde er det?',
    minutes: 'Hvor længe varer det?',
    minutesHint: 'I minutter, eller som 2.30 for to og en halv time.',
    days: 'Hvilke datoer kan I bruge?',
    daysHint:
      'Skriv op til fem. Er der flere end én, spørger vi medlemmerne. Skriver du kun én, bliver den reserveret. Du kan også lade dem stå tomme. Skriv dem som 14.4 og 17.00.',
    earliest: (weeks: number, day: string) =>
      `Pakken begynder ${count('da', weeks, { one: 'uge', other: 'uger' })} før mødet. Fra ${dateText('da', day)} når I det hele.`,
    day: (n: number) => `Dato ${n}`,
    time: (n: number) => `Klokken, dato ${n}`,
    closes: 'Hvornår skal der være svaret?',
    closesHint: 'Kun ved flere datoer. Står feltet tomt, er fristen om en uge, dog før den første dato.',
  },
  act: 'Lav mødet',
  refusal: {
    title_missing: 'Skriv, hvad mødet hedder.',
    title_too_long: 'Skriv titlen kortere: højst 160 tegn.',
    kind_missing: 'Vælg, hvad slags møde det er.',
    minutes_not_understood: 'Skriv længden i minutter, mellem 15 og 720, eller som 2.30.',
    day_not_understood: 'Skriv datoen som 14.4 eller 14.4.2027.',
    time_not_understood: 'Skriv klokkeslættet som 17.00.',
    day_past: 'Datoen er forbi. Skriv en, der kommer.',
    day_twice: 'Datoen står der to gange.',
    closes_not_understood: 'Skriv fristen som 1.4.2027.',
    closes_too_late: 'Fristen skal ligge før den første dato.',
    no_such_source: 'Pakken eller mødet findes ikke længere. Vælg noget andet.',
    no_such_topic: 'Emnet findes ikke længere.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<NewMeetingRefusal, string>,
};

const en: typeof da = {
  title: 'Plan a meeting',
  lead: 'Choose what the meeting builds on. Agenda, deadlines and texts come along and can be changed afterwards.',
  orElse: 'Or begin',
  near: 'Packages about the same as the topic',
  packages: 'From a package',
  earlier: 'Like an earlier meeting',
  empty: 'From nothing',
  emptyNote:
    'A cluster meeting begins with an empty agenda. Meetings of other kinds get their usual one, and the deadlines come along.',
  emptyAct: 'Begin an empty meeting',
  choose: (title) => `Choose ${title}`,
  begin: (weeks) => `begin ${count('en', weeks, { one: 'week', other: 'weeks' })} before`,
  figures: (n) => (n > 0 ? count('en', n, { one: 'indicator', other: 'indicators' }) : 'no figures'),
  own: 'your own',
  lastHeld: (day) => `Held ${day}`,
  from: { package: 'Builds on the package', meeting: 'Builds on the meeting', topic: 'Topic' },
  another: 'Choose something else',
  fields: {
    title: 'What is the meeting called?',
    kind: 'What kind of meeting is it?',
    minutes: 'How long does it take?',
    minutesHint: 'In minutes, or as 2:30 for two and a half hours.',
    days: 'Which dates would do?',
    daysHint:
      'Up to five. With more than one we ask the members. A single one is reserved. You can leave them empty. Write them as 14.4, the day first, and 17:00.',
    earliest: (weeks, day) =>
      `The package begins ${count('en', weeks, { one: 'week', other: 'weeks' })} before the meeting. From ${dateText('en', day)} there is time for all of it.`,
    day: (n) => `Date ${n}`,
    time: (n) => `Time, date ${n}`,
    closes: 'By when are answers needed?',
    closesHint: 'Only with several dates. Left empty it is in a week, but before the first date.',
  },
  act: 'Make the meeting',
  refusal: {
    title_missing: 'Write what the meeting is called.',
    title_too_long: 'Write a shorter title: at most 160 characters.',
    kind_missing: 'Choose what kind of meeting it is.',
    minutes_not_understood: 'Write the length in minutes, between 15 and 720, or as 2:30.',
    day_not_understood: 'Write the date as 14.4 or 14.4.2027, the day first.',
    time_not_understood: 'Write the time as 17:00.',
    day_past: 'The date is over. Write one that is to come.',
    day_twice: 'The date stands there twice.',
    closes_not_understood: 'Write the last day as 1.4.2027, the day first.',
    closes_too_late: 'The last day must be before the first date.',
    no_such_source: 'The package or meeting no longer exists. Choose something else.',
    no_such_topic: 'The topic no longer exists.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the pages for a new meeting say. */
export const newMeetingText: Record<Locale, typeof da> = { da, en };
