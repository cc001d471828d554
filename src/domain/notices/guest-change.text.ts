import { clockText, dayAndTimeText, type Locale } from '#ui/format.ts';
import type { MeetingTold } from './meeting-letter.ts';

type Lines = Record<string, (told: MeetingTold) => string>;

const da: Lines = {
  slot: ({ part: { slot, slotAt } }) =>
    slot
      ? `Din plads i programmet er nu ”${slot}”${slotAt ? ` kl. ${clockText('da', slotAt)}` : ''}.`
      : 'Du har ikke længere en bestemt plads i programmet.',
  problem: ({ problem }) =>
    problem ? `Det vil vi gerne tale med dig om: ${problem}` : 'Spørgsmålet til dig er taget ud.',
  practicalities: ({ part: { practicalities } }) =>
    practicalities
      ? `Det praktiske: ${practicalities}`
      : 'Det, vi skrev om det praktiske, gælder ikke længere.',
  pre_meeting: ({ part: { preMeeting } }) =>
    preMeeting
      ? `Formøde: ${dayAndTimeText('da', preMeeting.heldOn, preMeeting.startsAt)}. Svar på din side, om du kan.`
      : 'Der bliver ikke holdt formøde.',
};

const en: typeof da = {
  slot: ({ part: { slot, slotAt } }) =>
    slot
      ? `Your part in the programme is now “${slot}”${slotAt ? ` at ${clockText('en', slotAt)}` : ''}.`
      : 'You no longer have a part of your own in the programme.',
  problem: ({ problem }) =>
    problem
      ? `This is what we would like to talk about with you: ${problem}`
      : 'The question to you is taken out.',
  practicalities: ({ part: { practicalities } }) =>
    practicalities
      ? `The practical side: ${practicalities}`
      : 'What we wrote about the practical side no longer holds.',
  pre_meeting: ({ part: { preMeeting } }) =>
    preMeeting
      ? `Pre-meeting: ${dayAndTimeText('en', preMeeting.heldOn, preMeeting.startsAt)}. Say on your page whether you can.`
      : 'There is no pre-meeting.',
};

const LINES: Record<Locale, Lines> = { da, en };

/** What is new about a guest's part of the meeting, a sentence of each, and of nothing else. */
export function guestChangeText(locale: Locale, told: MeetingTold): string[] {
  return told.part.changed.flatMap((part) => LINES[locale][part]?.(told) ?? []);
}
