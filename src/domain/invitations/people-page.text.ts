import { count, dateText, type Locale } from '#ui/format.ts';
import type { Turnout } from './people.server.ts';

const da = {
  title: 'Hvem kommer',
  turnout: ({ yes, online, no, silent, practices, ofPractices }: Turnout) =>
    `${yes} kommer${online > 0 ? `, ${online} er med online` : ''}, ${no} kommer ikke, ${silent} har ikke svaret. ${practices} af ${count('da', ofPractices, { one: 'praksis', other: 'praksisser' })} er med.`,
  notInvited: {
    title: 'Ingen er inviteret endnu',
    text: 'Når du inviterer, får alle i klinikkerne en mail med en kalenderfil og et link, hvor de svarer for sig selv og hinanden. Mødet ligger derefter fast.',
    noDay: 'Find en dato først. Så kan du invitere.',
    findDay: 'Find en dato',
    noPlace: 'Mødet har intet sted endnu, og invitationen siger heller intet.',
    writePlace: 'Skriv stedet først',
  },
  invite: (people: number) => `Inviter ${count('da', people, { one: 'person', other: 'personer' })}`,
  inviteAsk: 'Mails går om to minutter. Indtil da kan du fortryde.',
  inviteRest: (people: number) =>
    `${count('da', people, { one: 'person er ikke inviteret', other: 'personer er ikke inviteret' })} endnu.`,
  said: {
    invited: 'Alle i klinikkerne bliver inviteret.',
    saved: 'Svaret er gemt.',
    phone: 'Nummeret er gemt.',
    undone: 'Det er fortrudt. Ingen mail er sendt.',
  },
  reminders: (first: string, second: string) =>
    `De, der ikke har svaret, bliver mindet om det ${dateText('da', first)} og ${dateText('da', second)}.`,
  columns: { name: 'Navn', answer: 'Svar', need: 'Mad eller fravær', act: 'Svar for' },
  silent: 'Ikke svaret',
  notAsked: 'Ikke inviteret',
  answerFor: 'Svar for',
  change: 'Ret',
  answerForWhom: (name: string) => `Svar for ${name}`,
  answerForNote: 'Svaret bliver mærket som dit, så alle i klinikken kan se det.',
  needsNote:
    'Mad og fravær ser kun den enkelte, koordinatoren og sekretæren. Det bliver slettet 14 dage efter mødet.',
  overNote: 'Mødet har været. Svarene står, som de var.',
};

const en: typeof da = {
  title: 'Who comes',
  turnout: ({ yes, online, no, silent, practices, ofPractices }) =>
    `${yes} come${online > 0 ? `, ${online} join online` : ''}, ${no} do not come, ${silent} have not answered. ${practices} of ${count('en', ofPractices, { one: 'practice', other: 'practices' })} represented.`,
  notInvited: {
    title: 'Nobody is invited yet',
    text: 'When you invite, everybody in the clinics gets a mail with a calendar file and a link by which they answer for themselves and each other. The meeting is settled then.',
    noDay: 'Find a date first. Then you can invite.',
    findDay: 'Find a date',
    noPlace: 'The meeting has no place yet, and the invitation says none.',
    writePlace: 'Write the place first',
  },
  invite: (people) => `Invite ${count('en', people, { one: 'person', other: 'people' })}`,
  inviteAsk: 'Mails go in two minutes. Until then you can undo it.',
  inviteRest: (people) =>
    `${count('en', people, { one: 'person is not invited', other: 'people are not invited' })} yet.`,
  said: {
    invited: 'Everybody in the clinics is being invited.',
    saved: 'The answer is saved.',
    phone: 'The number is saved.',
    undone: 'Undone. No mail has gone.',
  },
  reminders: (first, second) =>
    `Those who have not answered are reminded ${dateText('en', first)} and ${dateText('en', second)}.`,
  columns: { name: 'Name', answer: 'Answer', need: 'Food or absence', act: 'Answer for' },
  silent: 'Not answered',
  notAsked: 'Not invited',
  answerFor: 'Answer for',
  change: 'Change',
  answerForWhom: (name) => `Answer for ${name}`,
  answerForNote: 'The answer is marked as yours, so that everybody in the clinic can see it.',
  needsNote:
    'Food and absence are seen by oneself, the coordinator and the secretary alone, and deleted 14 days after the meeting.',
  overNote: 'The meeting has been. The answers stand as they were.',
};

/** The words of the page about who comes, for those who arrange. */
export const peoplePageText: Record<Locale, typeof da> = { da, en };
