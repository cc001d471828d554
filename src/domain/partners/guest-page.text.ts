import { count, dayText, type Locale, number, periodText } from '#ui/format.ts';
import { guestText } from './guest.text.ts';

const da = {
  title: 'Din side om mødet',
  answersAs: 'Du svarer som',
  notMe: (cluster: string) =>
    `Er det ikke dig? Så lad siden være, og svar ${cluster} på mailen. Linket er personligt.`,
  noDay: 'Datoen er ikke fundet endnu.',
  cancelled: 'Mødet er aflyst. Du skal ikke gøre noget.',
  calledOff: (meeting: string) =>
    `Din del af mødet ”${meeting}” er aflyst, så siden er lukket. Du skal ikke gøre noget. Svar på mailen, hvis det kommer bag på dig.`,
  saved: {
    answer: 'Dit svar er gemt. Du kan ændre det her.',
    dates: 'Dine svar om datoerne er gemt. Du kan ændre dem her.',
    pre: 'Dit svar om formødet er gemt.',
    slides: 'Filen ligger her nu.',
    out: 'Filen er taget ud.',
    question: 'Svaret er gemt.',
    home: 'Tak. Det kommer med i referatet.',
  },
  come: {
    title: 'Kommer du?',
    yes: 'Ja, jeg kommer',
    no: 'Nej, jeg kan ikke',
    act: 'Gem svar',
    after: { yes: 'Du har svaret: ja.', no: 'Du har svaret: nej.', '': 'Du har ikke svaret.' },
  },
  dates: {
    title: 'Hvilke dage kan du?',
    until: (day: string) => `Svar senest ${dayText('da', day)}.`,
    answers: { yes: 'Ja', if_needed: 'Hvis det er nødvendigt', no: 'Nej' },
    act: 'Gem svar',
  },
  problem: 'Det vil vi gerne tale med dig om',
  programme: 'Programmet',
  yourPart: 'din del',
  yourPartAt: (time: string, minutes: number, title: string) =>
    `Din del er ”${title}”: kl. ${time}, ${count('da', minutes, { one: 'minut', other: 'minutter' })}.`,
  yourPartNoTime: (minutes: number, title: string) =>
    `Din del er ”${title}”: ${count('da', minutes, { one: 'minut', other: 'minutter' })}.`,
  minutes: (n: number) => count('da', n, { one: 'minut', other: 'minutter' }),
  pre: {
    title: 'Formøde',
    ask: (when: string) => `Kan du ${when}?`,
    yes: 'Ja, det passer',
    no: 'Nej, find en anden tid',
    act: 'Gem svar',
  },
  practical: {
    title: 'Det praktiske',
    when: 'Hvornår',
    where: 'Hvor',
    online: 'Online',
    join: 'Deltag online',
    other: 'Godt at vide',
  },
  slides: {
    title: 'Dine slides',
    lead: 'Læg dem her, så er de klar i mødelokalet. Klyngens medlemmer kan hente dem.',
    file: 'Fil',
    hint: 'PDF, PowerPoint (.pptx) eller OpenDocument (.odp), højst 25 MB. Ingen CPR-numre eller andet om patienter.',
    act: 'Læg filen her',
    takeOut: (name: string) => `Tag ${name} ud`,
    again: 'Læg en fil',
    back: 'Tilbage til din side',
    large: 'Vent, til siden skifter. En stor fil kan tage et par minutter.',
  },
  questions: {
    title: 'Medlemmernes spørgsmål til dig',
    lead: 'Svar, hvis du vil. Alle i klyngen ser svaret, og det bliver gemt.',
    answer: 'Dit svar',
    act: 'Gem svaret',
    answered: 'Er besvaret.',
  },
  totals: {
    title: 'Klyngens tal, lagt sammen',
    sentence: (n: number, what: string, of: number, whom: string) =>
      `${number('da', n, 0)} ${what}, ud af ${number('da', of, 0)} ${whom}.`,
    count: (n: number, what: string) => `${number('da', n, 0)} ${what}.`,
    source: (practices: number, period: { from: string; until: string }, source: string) =>
      `${number('da', practices, 0)} praksisser tilsammen, ${periodText('da', period)}. Afrundet til nærmeste 5. Leveret af ${source}. Ingen praksis kan ses for sig.`,
  },
  after: {
    title: 'Det blev aftalt',
    none: 'Der blev ikke aftalt noget bestemt denne gang.',
    by: (day: string) => `i gang senest ${dayText('da', day)}`,
    again: (day: string) => `måles igen ${dayText('da', day)}`,
    home: 'Hvad tog I med hjem?',
    homeHint: 'Et par linjer er nok. Svaret står i klyngens referat med dit navn.',
    act: 'Gem svaret',
  },
  until: (day: string) => `Siden virker til og med ${dayText('da', day)}.`,
  refusal: guestText.da.refusal,
};

const en: typeof da = {
  title: 'Your page about the meeting',
  answersAs: 'You answer as',
  notMe: (cluster) =>
    `Is that not you? Then leave the page and answer ${cluster}’s mail. The link is personal.`,
  noDay: 'The date has not been found yet.',
  cancelled: 'The meeting is cancelled. You need not do anything.',
  calledOff: (meeting) =>
    `Your part in the meeting “${meeting}” is called off, so the page is closed. You need not do anything. Answer the mail if this surprises you.`,
  saved: {
    answer: 'Your answer is saved. You can change it here.',
    dates: 'Your answers about the dates are saved. You can change them here.',
    pre: 'Your answer about the pre-meeting is saved.',
    slides: 'The file is here now.',
    out: 'The file has been taken out.',
    question: 'The answer is saved.',
    home: 'Thank you. It goes into the minutes.',
  },
  come: {
    title: 'Are you coming?',
    yes: 'Yes, I am coming',
    no: 'No, I cannot',
    act: 'Save the answer',
    after: { yes: 'You answered: yes.', no: 'You answered: no.', '': 'You have not answered.' },
  },
  dates: {
    title: 'Which days can you?',
    until: (day) => `Please answer by ${dayText('en', day)}.`,
    answers: { yes: 'Yes', if_needed: 'If needed', no: 'No' },
    act: 'Save the answers',
  },
  problem: 'This is what we would like to talk about with you',
  programme: 'The programme',
  yourPart: 'your part',
  yourPartAt: (time, minutes, title) =>
    `Your part is “${title}”: at ${time}, ${count('en', minutes, { one: 'minute', other: 'minutes' })}.`,
  yourPartNoTime: (minutes, title) =>
    `Your part is “${title}”: ${count('en', minutes, { one: 'minute', other: 'minutes' })}.`,
  minutes: (n) => count('en', n, { one: 'minute', other: 'minutes' }),
  pre: {
    title: 'Pre-meeting',
    ask: (when) => `Can you meet on ${when}?`,
    yes: 'Yes, that suits me',
    no: 'No, find another time',
    act: 'Save the answer',
  },
  practical: {
    title: 'The practical side',
    when: 'When',
    where: 'Where',
    online: 'Online',
    join: 'Join online',
    other: 'Good to know',
  },
  slides: {
    title: 'Your slides',
    lead: 'Leave them here and they are ready in the room. The cluster’s members can fetch them.',
    file: 'File',
    hint: 'PDF, PowerPoint (.pptx) or OpenDocument (.odp), at most 25 MB. No CPR numbers or anything else about patients.',
    act: 'Leave the file here',
    takeOut: (name) => `Take ${name} out`,
    again: 'Leave a file',
    back: 'Back to your page',
    large: 'Wait until the page changes. A large file can take a few minutes.',
  },
  questions: {
    title: 'The members’ questions to you',
    lead: 'Answer if you like. Everybody in the cluster sees the answer, and it is kept.',
    answer: 'Your answer',
    act: 'Save the answer',
    answered: 'Has been answered.',
  },
  totals: {
    title: 'The cluster’s figures, added up',
    sentence: (n, what, of, whom) => `${number('en', n, 0)} ${what}, out of ${number('en', of, 0)} ${whom}.`,
    count: (n, what) => `${number('en', n, 0)} ${what}.`,
    source: (practices, period, source) =>
      `${number('en', practices, 0)} practices together, ${periodText('en', period)}. Rounded to the nearest 5. Delivered by ${source}. No practice can be seen on its own.`,
  },
  after: {
    title: 'What was agreed',
    none: 'Nothing particular was agreed this time.',
    by: (day) => `by ${dayText('en', day)}`,
    again: (day) => `measured again on ${dayText('en', day)}`,
    home: 'What did you take home?',
    homeHint: 'A few lines will do. The answer stands in the cluster’s minutes with your name.',
    act: 'Save the answer',
  },
  until: (day) => `The page works until ${dayText('en', day)}.`,
  refusal: guestText.en.refusal,
};

/** What a guest's own page says. */
export const guestPageText: Record<Locale, typeof da> = { da, en };

/** What came of an act on the guest's page, as its address tells. */
export type GuestSaved = keyof typeof da.saved;
/** The word for what was saved, in an address, or null for none. */
export function guestSavedIn(word: string | null): GuestSaved | null {
  return word && Object.hasOwn(da.saved, word) ? (word as GuestSaved) : null;
}
