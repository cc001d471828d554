import { nameOfDeadline } from '#domain/meetings/deadline.text.ts';
import { count, type Locale } from '#ui/format.ts';
import type { Thing, ThingKind } from './thing.ts';

type Words = { title: (thing: Thing) => string; act: string };
type Things = Record<ThingKind, Words>;

function deadlineTitle(locale: Locale, { about, deadline }: Thing): string {
  return deadline ? `${nameOfDeadline(locale, deadline)} (${about})` : about;
}

const letters = { one: 'mail', other: 'mails' };
const toRing = { one: 'medlem, der ikke har svaret', other: 'medlemmer, der ikke har svaret' };
const da: Things = {
  mail_failed: {
    title: ({ about, count: n }) => `${count('da', n, letters)} om ${about} nåede ikke frem`,
    act: 'Se hvem',
  },
  choose_date: { title: ({ about }) => `Vælg en dato til ${about}`, act: 'Se forslaget' },
  ring_round: {
    title: ({ about, count: n }) => `Datoer til ${about}: ring til ${count('da', n, toRing)}`,
    act: 'Se listen',
  },
  order_without_source: {
    title: ({ about }) => `Vælg, hvem der leverer tal til ${about}`,
    act: 'Bestil tal',
  },
  confirm_meeting: { title: ({ about }) => `Inviter til ${about}`, act: 'Inviter' },
  deadline: { title: (thing) => deadlineTitle('da', thing), act: 'Gør det nu' },
  close_meeting: { title: ({ about }) => `Afslut ${about}: fremmøde, aftale og referat`, act: 'Til mødet' },
  topics_voted: { title: () => 'Afstemningen er slut: læg emnerne i rækkefølge', act: 'Se resultatet' },
  publish_figures: {
    title: ({ about }) => `Tallene til ${about} er kommet: vis dem for klyngen`,
    act: 'Se tallene',
  },
  round_short: {
    title: ({ about, count: n }) =>
      `”${about}” lukker snart med for få svar: ring til ${count('da', n, toRing)}`,
    act: 'Se listen',
  },
  round_too_few: {
    title: ({ about }) => `For få svar på ”${about}”: forlæng, ellers bliver de slettet`,
    act: 'Se spørgeskemaet',
  },
  texts_to_read: {
    title: ({ about, count: n }) =>
      `Læs ${count('da', n, { one: 'svar i ord', other: 'svar i ord' })}, og vælg, hvad klyngen ser: ${about}`,
    act: 'Læs svarene',
  },
  results_ready: {
    title: ({ about }) => `Svarene på ”${about}” er klar: se dem før mødet`,
    act: 'Se svarene',
  },
  agreement_due: { title: ({ about }) => `Skriv, hvad aftalen blev til: ${about}`, act: 'Skriv det' },
};

const en: Things = {
  mail_failed: {
    title: ({ about, count: n }) =>
      `${count('en', n, { one: 'mail', other: 'mails' })} about ${about} did not arrive`,
    act: 'See whose',
  },
  choose_date: { title: ({ about }) => `Choose a day for ${about}`, act: 'See the suggestion' },
  ring_round: {
    title: ({ about, count: n }) =>
      `Days for ${about}: ring ${count('en', n, { one: 'member who has', other: 'members who have' })} not answered`,
    act: 'See the list',
  },
  order_without_source: {
    title: ({ about }) => `Choose who delivers figures for ${about}`,
    act: 'Order figures',
  },
  confirm_meeting: { title: ({ about }) => `Invite to ${about}`, act: 'Invite' },
  deadline: { title: (thing) => deadlineTitle('en', thing), act: 'Do it now' },
  close_meeting: {
    title: ({ about }) => `Close ${about}: attendance, agreement and minutes`,
    act: 'To the meeting',
  },
  topics_voted: { title: () => 'The vote is over: put the topics in order', act: 'See the result' },
  publish_figures: {
    title: ({ about }) => `The figures for ${about} have come: show them to the cluster`,
    act: 'See the figures',
  },
  round_short: {
    title: ({ about, count: n }) =>
      `“${about}” closes soon with too few answers: ring ${count('en', n, { one: 'member who has', other: 'members who have' })} not answered`,
    act: 'See the list',
  },
  round_too_few: {
    title: ({ about }) => `Too few answers to “${about}”: give more time, or they are deleted`,
    act: 'See the questionnaire',
  },
  texts_to_read: {
    title: ({ about, count: n }) =>
      `Read ${count('en', n, { one: 'answer', other: 'answers' })} in words, and choose what the cluster sees: ${about}`,
    act: 'Read the answers',
  },
  results_ready: {
    title: ({ about }) => `The answers to “${about}” are ready: see them before the meeting`,
    act: 'See the answers',
  },
  agreement_due: { title: ({ about }) => `Say what became of the agreement: ${about}`, act: 'Write it' },
};

/** What waits to be done, and the words on the way to it. */
export const thingText: Record<Locale, Things> = { da, en };
