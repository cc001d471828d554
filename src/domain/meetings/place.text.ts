import { count, type Locale } from '#ui/format.ts';
import type { StateRefusal } from './meeting.ts';
import type { PlaceRefusal } from './place.ts';

/** Why a place could not be written down. */
export type PlacePageRefusal = PlaceRefusal | StateRefusal | 'no_such_meeting' | 'confirm_again';

const da = {
  title: 'Hvor mødes I?',
  lead: 'Er mødet kun online, så skriv linket, og lad resten stå tomt.',
  fields: {
    place: 'Sted',
    placeHint: 'Fx Kulturhuset, lokale 2',
    address: 'Adresse',
    onlineUrl: 'Link til at være med online',
    onlineHint: 'Begynder med https://. Medlemmer og gæster ser det, stedet ser det ikke.',
    venueEmail: 'Stedets mail',
    venueHint: 'Så får stedet antal og særlig mad fra os og bekræfter med et link. Det får aldrig navne.',
    cancelDays: 'Hvor mange dage før skal stedet kende det endelige antal?',
    cancelUnit: 'dage',
  },
  again: (place: string) => `Samme sted som sidst: ${place}`,
  save: 'Gem stedet',
  isTold:
    'Alle, der er inviteret, får én mail og en opdateret kalender, hvis sted, adresse eller link bliver et andet.',
  told: (people: number) =>
    `Stedet er gemt. ${count('da', people, { one: 'person får', other: 'personer får' })} det nye sted i kalenderen om to minutter. Retter du igen inden da, bliver det stadig én mail.`,
  recall: 'Send ikke besked',
  recalled: 'Ingen får besked. Stedet står, som du skrev det.',
  saved: 'Stedet er gemt.',
  left: (email: string) =>
    `${email} har fået et antal og hører ikke mere fra os. Skriv eller ring, og sig, at I ikke kommer.`,
  leftAct: 'Skriv til det gamle sted',
  leftSubject: (day: string) => `Afbestilling: vores møde ${day}`,
  toVenue: 'Antal til stedet',
  refusal: {
    place_too_long: 'Skriv stedet kortere: højst 200 tegn.',
    address_too_long: 'Skriv adressen kortere: højst 300 tegn.',
    link_not_understood: 'Linket skal begynde med https:// og må ikke have mellemrum.',
    email_not_understood: 'Skriv mailadressen som navn@sted.dk, eller lad feltet stå tomt.',
    days_not_understood: 'Skriv et antal dage fra 0 til 60.',
    meeting_closed: 'Mødet er afsluttet. Stedet kan ikke ændres.',
    meeting_cancelled: 'Mødet er aflyst. Stedet kan ikke ændres.',
    meeting_held: 'Mødet er holdt. Stedet kan ikke ændres.',
    day_missing: 'Mødet har ingen dato endnu.',
    not_from_here: 'Det kan ikke ændres nu.',
    no_such_meeting: 'Mødet findes ikke længere.',
    confirm_again: 'Bekræft først, at det er dig.',
    too_late: 'Mailene er gået. Ret stedet igen, hvis det er forkert; så får alle det rigtige.',
  } satisfies Record<PlacePageRefusal | 'too_late', string>,
};

const en: typeof da = {
  title: 'Where do you meet?',
  lead: 'If the meeting is online only, write the link and leave the rest empty.',
  fields: {
    place: 'Place',
    placeHint: 'For instance the arts centre, room 2',
    address: 'Address',
    onlineUrl: 'Link for joining online',
    onlineHint: 'Begins with https://. Members and guests see it, the venue does not.',
    venueEmail: 'Mail of the venue',
    venueHint:
      'Then we tell the venue numbers and special food, and it confirms by a link. It never gets names.',
    cancelDays: 'How many days before must the venue know the final number?',
    cancelUnit: 'days',
  },
  again: (place) => `Same place as last time: ${place}`,
  save: 'Save the place',
  isTold:
    'Everybody who is invited gets one mail and an updated calendar entry if place, address or link becomes another.',
  told: (people) =>
    `The place is saved. ${count('en', people, { one: 'person gets', other: 'people get' })} the new place in the calendar in two minutes. Change it again before, and it is still one mail.`,
  recall: 'Tell nobody',
  recalled: 'Nobody is told. The place stands as you wrote it.',
  saved: 'The place is saved.',
  left: (email) =>
    `${email} has been told a number and hears no more from us. Write or call, and say that you are not coming.`,
  leftAct: 'Write to the former venue',
  leftSubject: (day) => `Cancellation: our meeting ${day}`,
  toVenue: 'Numbers to the venue',
  refusal: {
    place_too_long: 'Write the place shorter: at most 200 characters.',
    address_too_long: 'Write the address shorter: at most 300 characters.',
    link_not_understood: 'The link must begin with https:// and hold no blanks.',
    email_not_understood: 'Write the mail address as name@place.dk, or leave the field empty.',
    days_not_understood: 'Write a number of days from 0 to 60.',
    meeting_closed: 'The meeting is closed. The place cannot be changed.',
    meeting_cancelled: 'The meeting is cancelled. The place cannot be changed.',
    meeting_held: 'The meeting has been held. The place cannot be changed.',
    day_missing: 'The meeting has no date yet.',
    not_from_here: 'It cannot be changed now.',
    no_such_meeting: 'The meeting no longer exists.',
    confirm_again: 'First confirm that it is you.',
    too_late:
      'The mails have gone. If the place is wrong, change it again; everybody then gets the right one.',
  },
};

/** The words of the page on which a meeting gets its place. */
export const placeText: Record<Locale, typeof da> = { da, en };
