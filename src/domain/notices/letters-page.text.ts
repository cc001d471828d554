import { count, dayText, type Locale, number, timeText } from '#ui/format.ts';
import type { LetterState } from './letter-state.ts';
import type { Receiver } from './meeting-letter.ts';
import type { Needless } from './meeting-letter-refusal.ts';

const daMails = { one: 'mail', other: 'mails' };
const enMails = { one: 'mail', other: 'mails' };
// A name of a kind within a sentence.
const inside = (what: string) => what.slice(0, 1).toLowerCase() + what.slice(1);

const da = {
  title: 'Mails om mødet',
  lead: 'Her ser du, hvem der har fået hvad, og hvem du må ringe til.',
  none: {
    title: 'Ingen mails endnu',
    text: 'Når du spørger om datoer eller inviterer, ser du her, hvad der blev af hver mail.',
  },
  waiting: (n: number, what: string, moment: Date) =>
    `${count('da', n, daMails)} (${inside(what)}) går kl.\u00a0${timeText('da', moment)}. Indtil da kan du fortryde.`,
  undo: 'Fortryd',
  recall: 'Send dem ikke',
  read: 'Se mailen',
  readFirst: 'Se mailen først',
  preview: {
    title: 'Sådan ser mailen ud',
    subject: 'Emne',
    to: {
      member: 'Her står dit navn. De andre får den med deres eget navn og link.',
      guest: 'Sådan får gæsten den.',
      venue: 'Sådan får stedet den.',
      source: 'Sådan får datakilden den.',
      respondent: 'Sådan får samarbejdspartnerens folk den.',
    } satisfies Record<Receiver, string>,
    greeting: 'Ret ordene til medlemmerne',
    guest: 'Ret det, gæsten får at vide',
    all: 'Læs mailene, før de går',
    allHint: 'Sådan ser de ud lige nu. Dag, sted og svar følger mødet.',
  },
  recalled: (n: number, gone: number) =>
    `${count('da', n, daMails)} blev taget tilbage.${gone > 0 ? ` ${count('da', gone, daMails)} var gået.` : ''}`,
  unreached: (n: number) =>
    n === 1 ? 'Denne ene fik den aldrig' : `Disse ${number('da', n, 0)} fik den aldrig`,
  unreachedLead: 'Ring, eller giv et link på papir. Adressen retter personen selv, når I har talt sammen.',
  all: 'Alle mails',
  to: 'Til',
  practice: 'Praksis',
  phone: 'Telefon',
  noPhone: 'Intet nummer',
  reason: 'Hvorfor',
  kind: 'Mail',
  state: 'Status',
  when: 'Hvornår',
  paper: 'Link på papir',
  paperFor: (name: string) => `Lav et link på papir til ${name}`,
  phoneOf: (practice: string) => `Telefon til ${practice}`,
  savePhone: 'Gem nummeret',
  phoneSaved: 'Nummeret er gemt.',
  states: {
    waiting: 'Venter',
    sent: 'Sendt',
    delayed: 'Forsinket, prøves igen',
    refused: 'Kunne ikke afleveres',
    needless: 'Ikke sendt, ikke nødvendig',
    bounced: 'Kom retur',
    recalled: 'Taget tilbage',
  } satisfies Record<LetterState, string>,
  reasons: {
    meeting_cancelled: 'mødet er aflyst',
    meeting_moved: 'mødet er flyttet',
    meeting_over: 'mødet er holdt',
    not_cancelled: 'mødet er ikke aflyst',
    poll_closed: 'afstemningen er lukket',
    vote_closed: 'afstemningen er lukket',
    answered: 'har svaret',
    settled: 'er på plads',
    muted: 'har slået den slags mails fra',
    membership_ended: 'er ikke med i klyngen mere',
    guest_cancelled: 'gæsten er meldt fra',
    source_left: 'leverer ikke mere',
    partner_left: 'er ikke længere hos samarbejdspartneren',
    questionnaire_closed: 'spørgeskemaet er lukket',
    nothing_left: 'intet at fortælle',
    no_address: 'har ingen mailadresse',
    bad_address: 'adressen er skrevet forkert',
    gave_up: 'er forsøgt i tre dage',
  } satisfies Record<Needless | 'no_address' | 'bad_address' | 'gave_up', string>,
  refusedByServer: 'modtagerens mailserver tager ikke imod',
  cameBack: 'mailen kom retur',
  paperPage: {
    title: (name: string) => `Link til ${name}`,
    ask: (name: string) =>
      `Du er ved at lave et link, som du giver ${name} på papir. Den, der har det, svarer i ${name}s navn om datoer, og om ${name} kommer. Linket viser hverken stemmer på emner eller mad. Det står i journalen, at du har lavet det.`,
    make: 'Lav linket',
    why: (meeting: string, cluster: string) => `Svar om mødet ”${meeting}” i ${cluster}`,
    how: 'Hold telefonens kamera over koden, eller skriv adressen.',
    code: 'Kode, der fører til din egen side',
    until: 'Linket er dit eget. Det virker til 14 dage efter mødet.',
    print: 'Skriv siden ud nu. Koden vises kun denne ene gang.',
    back: 'Tilbage til mails om mødet',
  },
  refusal: {
    nothing_to_recall: 'Der er ikke noget at tage tilbage: mailene er gået, eller de er taget tilbage.',
    reached_by_mail:
      'Der laves kun link på papir til medlemmer, som mails om mødet ikke når, eller som ikke har svaret trods en påmindelse.',
    made_already: 'Linket blev lavet, men kan ikke vises igen. Lav et nyt, så holder det gamle op.',
    phone_malformed: 'Skriv et telefonnummer med tal og mellemrum.',
    no_such_practice: 'Praksis er ikke med i klyngen.',
    confirm_again: 'Log ind igen, og prøv så en gang til.',
  },
  day: (day: Date) => dayText('da', day),
};

const en: typeof da = {
  title: 'Mails about the meeting',
  lead: 'Here you see who got what, and whom you must phone.',
  none: {
    title: 'No mails yet',
    text: 'When you ask about dates or invite, you see here what became of each mail.',
  },
  waiting: (n, what, moment) =>
    `${count('en', n, enMails)} (${inside(what)}) go at ${timeText('en', moment)}. Until then you can undo it.`,
  undo: 'Undo',
  recall: 'Do not send them',
  read: 'Read the mail',
  readFirst: 'Read the mail first',
  preview: {
    title: 'What the mail says',
    subject: 'Subject',
    to: {
      member: 'Here stands your name. The others get it with their own name and link.',
      guest: 'This is how the guest gets it.',
      venue: 'This is how the venue gets it.',
      source: 'This is how the data source gets it.',
      respondent: 'This is how the partner’s people get it.',
    },
    greeting: 'Change the words to the members',
    guest: 'Change what the guest is told',
    all: 'Read the mails before they go',
    allHint: 'This is what they say now. Day, place and answers follow the meeting.',
  },
  recalled: (n, gone) =>
    `${count('en', n, enMails)} taken back.${gone > 0 ? ` ${count('en', gone, enMails)} had gone.` : ''}`,
  unreached: (n) => (n === 1 ? 'This one never got it' : `These ${number('en', n, 0)} never got it`),
  unreachedLead:
    'Phone them, or give them a link on paper. They correct the address themselves when you have talked.',
  all: 'All mails',
  to: 'To',
  practice: 'Practice',
  phone: 'Phone',
  noPhone: 'No number',
  reason: 'Why',
  kind: 'Mail',
  state: 'State',
  when: 'When',
  paper: 'Link on paper',
  paperFor: (name) => `Make a link on paper for ${name}`,
  phoneOf: (practice) => `Phone of ${practice}`,
  savePhone: 'Save the number',
  phoneSaved: 'The number is saved.',
  states: {
    waiting: 'Waiting',
    sent: 'Sent',
    delayed: 'Delayed, tried again',
    refused: 'Could not be delivered',
    needless: 'Not sent, not needed',
    bounced: 'Came back',
    recalled: 'Taken back',
  },
  reasons: {
    meeting_cancelled: 'the meeting is cancelled',
    meeting_moved: 'the meeting has moved',
    meeting_over: 'the meeting is over',
    not_cancelled: 'the meeting is not cancelled',
    poll_closed: 'the poll is closed',
    vote_closed: 'the vote is closed',
    answered: 'has answered',
    settled: 'is settled',
    muted: 'has turned such mails off',
    membership_ended: 'is no longer in the cluster',
    guest_cancelled: 'the guest is called off',
    source_left: 'delivers no more',
    partner_left: 'is no longer with the partner',
    questionnaire_closed: 'the questionnaire is closed',
    nothing_left: 'nothing to tell',
    no_address: 'has no mail address',
    bad_address: 'the address is written wrongly',
    gave_up: 'was tried for three days',
  },
  refusedByServer: 'the receiver’s mail server does not take it',
  cameBack: 'the mail came back',
  paperPage: {
    title: (name) => `Link for ${name}`,
    ask: (name) =>
      `You are about to make a link that you give ${name} on paper. Whoever has it answers in the name of ${name}, about dates and whether ${name} comes. The link shows neither votes on topics nor food. The journal says that you made it.`,
    make: 'Make the link',
    why: (meeting, cluster) => `Answer about the meeting “${meeting}” of ${cluster}`,
    how: 'Hold the camera of your phone over the code, or type the address.',
    code: 'Code that leads to your own page',
    until: 'The link is your own. It works until 14 days after the meeting.',
    print: 'Print the page now. The code is shown this once.',
    back: 'Back to the mails about the meeting',
  },
  refusal: {
    nothing_to_recall: 'There is nothing to take back: the mails have gone, or have been taken back.',
    reached_by_mail:
      'Links on paper are made only for members whom mails about the meeting do not reach, or who have not answered in spite of a reminder.',
    made_already: 'The link was made but cannot be shown again. Make a new one, and the old one stops.',
    phone_malformed: 'Write a phone number with digits and spaces.',
    no_such_practice: 'The practice is not in the cluster.',
    confirm_again: 'Sign in again, and then try once more.',
  },
  day: (day) => dayText('en', day),
};

/** The words of the pages that follow the letters of a meeting. */
export const lettersPageText: Record<Locale, typeof da> = { da, en };

/** Why a letter reached nobody or was not sent, in words; empty where its state says it all. */
export function reasonText(locale: Locale, state: LetterState, reason: string | null): string {
  const text = lettersPageText[locale];
  if (state === 'bounced') return text.cameBack;
  if (!reason) return '';
  const words: Readonly<Record<string, string>> = text.reasons;
  return words[reason] ?? (reason.startsWith('smtp_') ? text.refusedByServer : '');
}
