import { count, dateText, type Locale } from '#ui/format.ts';
import type { Answer, ClosingRefusal, DatesRefusal } from './date-poll.ts';
import type { Total } from './polls.server.ts';
import type { VoteRefusal } from './votes.ts';

/** Why something about a poll was not done, besides what its days and votes are refused for. */
export type PollRefusal =
  | DatesRefusal
  | ClosingRefusal
  | VoteRefusal
  | 'no_such_meeting'
  | 'asked_already'
  | 'no_such_member'
  | 'no_such_date'
  | 'poll_over'
  | 'last_date'
  | 'date_answered'
  | 'too_late_to_undo';

type Sums = Pick<Total, 'yes' | 'ifNeeded' | 'no' | 'practices'>;

const da = {
  title: 'Mødedato',
  question: 'Hvilke dage kan du?',
  forClinic: (colleagues: number) =>
    `Svar også for ${count('da', colleagues, { one: 'kollega', other: 'kolleger' })} i klinikken`,
  forClinicHint: 'Det, en kollega har svaret selv, ændrer du kun, hvis du vælger om.',
  about: (title: string) => `Til mødet ”${title}”.`,
  closes: (day: string) => `Svar senest ${dateText('da', day)}. Du kan rette indtil da.`,
  name: 'Navn',
  answers: { yes: 'Ja', if_needed: 'Hvis nødvendigt', no: 'Nej' } satisfies Record<Answer, string>,
  // With places to break in a narrow column.
  heads: { yes: 'Ja', if_needed: 'Hvis nød\u00adven\u00addigt', no: 'Nej' } satisfies Record<Answer, string>,
  isNew: 'Ny dato',
  totals: ({ yes, ifNeeded, no, practices }: Sums) =>
    yes + ifNeeded + no === 0
      ? 'Ingen har svaret endnu.'
      : `${yes} kan, ${ifNeeded} hvis nødvendigt, ${no} kan ikke. ${count('da', practices, { one: 'praksis', other: 'praksisser' })} er med.`,
  answeredBy: (name: string) => `svaret af ${name}`,
  you: 'dig',
  someoneElse: 'en anden i klyngen',
  save: 'Gem svar',
  late: {
    title: 'Afstemningen lukkede, mens du svarede',
    text: 'Dit svar kom ikke med. Her står det, du havde valgt. Skriv til koordinatoren, hvis det betyder noget.',
  },
  refusal: {
    no_dates: 'Skriv mindst én dato med klokkeslæt.',
    too_many_dates: 'Spørg om højst 12 datoer.',
    not_a_date: 'En af datoerne er ikke til at forstå. Skriv for eksempel 14.4.2027 og 17.00.',
    date_passed: 'En af datoerne er i dag eller har været. Vælg dage frem i tiden.',
    same_date_twice: 'Den samme dato og tid står to gange. Fjern den ene.',
    not_a_closing_day: 'Skriv den sidste dag at svare på, for eksempel 16-03-2027.',
    closing_passed: 'Den sidste dag at svare på har været. Vælg en senere.',
    closing_after_first_date: 'Den sidste dag at svare på skal ligge før den første dato.',
    no_such_poll: 'Afstemningen findes ikke længere. Intet blev ændret.',
    poll_closed:
      'Afstemningen er lukket, så svaret kom ikke med. Skriv til koordinatoren, hvis det betyder noget.',
    nothing_answered: 'Vælg mindst ét svar, og gem igen.',
    date_not_asked_about: 'En af datoerne er taget ud i mellemtiden. Se datoerne igen, og gem.',
    not_yours_to_answer:
      'En af dem, du svarede for, er ikke i din klinik længere. De andre svar er ikke gemt: gem igen.',
    no_such_meeting: 'Mødet findes ikke. Intet blev ændret.',
    asked_already: 'Der er allerede spurgt om datoer til mødet. Føj flere til i stedet.',
    no_such_member: 'En af dem, der skal med, er ikke medlem længere. Vælg igen.',
    no_such_date: 'Datoen er taget ud i mellemtiden. Se listen igen.',
    poll_over: 'Datoen er valgt, eller mødet er aflyst. Afstemningen kan ikke ændres.',
    last_date: 'Det er den eneste dato. Føj en anden til først.',
    date_answered: 'Nogen har svaret om den dato. Bekræft, at den og svarene skal væk.',
    too_late_to_undo: 'Det er for sent at fortryde: mails er sendt, eller noget er ændret siden.',
  } satisfies Record<PollRefusal, string>,
};

const en: typeof da = {
  title: 'Meeting date',
  question: 'Which days suit you?',
  forClinic: (colleagues) =>
    `Answer for ${count('en', colleagues, { one: 'colleague', other: 'colleagues' })} in the clinic too`,
  forClinicHint: 'What a colleague has answered changes only if you choose anew.',
  about: (title) => `For the meeting “${title}”.`,
  closes: (day) => `Answer by ${dateText('en', day)}. You can change it until then.`,
  name: 'Name',
  answers: { yes: 'Yes', if_needed: 'If needed', no: 'No' },
  heads: { yes: 'Yes', if_needed: 'If needed', no: 'No' },
  isNew: 'New date',
  totals: ({ yes, ifNeeded, no, practices }) =>
    yes + ifNeeded + no === 0
      ? 'Nobody has answered yet.'
      : `${yes} can, ${ifNeeded} if needed, ${no} cannot. ${count('en', practices, { one: 'practice', other: 'practices' })} represented.`,
  answeredBy: (name) => `answered by ${name}`,
  you: 'you',
  someoneElse: 'somebody else in the cluster',
  save: 'Save answers',
  late: {
    title: 'The poll closed while you were answering',
    text: 'Your answer was not counted. Here is what you had chosen. Write to the coordinator if it matters.',
  },
  refusal: {
    no_dates: 'Write at least one date with a time.',
    too_many_dates: 'Ask about at most 12 dates.',
    not_a_date: 'One of the dates cannot be understood. Write for instance 14.4.2027 and 17:00.',
    date_passed: 'One of the dates is today or has been. Choose days ahead.',
    same_date_twice: 'The same date and time stands twice. Remove one of them.',
    not_a_closing_day: 'Write the last day to answer, for instance 16-03-2027.',
    closing_passed: 'The last day to answer has been. Choose a later one.',
    closing_after_first_date: 'The last day to answer must come before the first date.',
    no_such_poll: 'The poll is not there any more. Nothing was changed.',
    poll_closed: 'The poll is closed, so the answer was not counted. Write to the coordinator if it matters.',
    nothing_answered: 'Choose at least one answer, and save again.',
    date_not_asked_about: 'One of the dates has been taken out meanwhile. Look at the dates again, and save.',
    not_yours_to_answer:
      'One of those you answered for has left your clinic. The other answers are not saved: save again.',
    no_such_meeting: 'The meeting is not there. Nothing was changed.',
    asked_already: 'Dates have been asked about for this meeting already. Add more instead.',
    no_such_member: 'One of those who must be there is no member any more. Choose again.',
    no_such_date: 'The date has been taken out meanwhile. Look at the list again.',
    poll_over: 'The date is chosen, or the meeting is cancelled. The poll cannot be changed.',
    last_date: 'It is the only date. Add another first.',
    date_answered: 'Somebody has answered about that date. Confirm that it and the answers shall go.',
    too_late_to_undo: 'It is too late to undo: mails have gone, or something has changed since.',
  },
};

/** What somebody reads who answers which days suit them, and why an answer or a poll was refused. */
export const datePollText: Record<Locale, typeof da> = { da, en };
