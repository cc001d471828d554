import type { AgendaKind, AgendaWish } from './agenda.ts';
import type { firstAgendaText } from './first-agenda.text.ts';
import type { MeetingKind } from './meeting.ts';

/** What the items of a first agenda are called, by kind of meeting. */
export type FirstAgendaWords = (typeof firstAgendaText)['da'];
type Line<K extends keyof FirstAgendaWords> = readonly [
  name: keyof FirstAgendaWords[K],
  kind: AgendaKind,
  minutes: number,
];
type Lines = { readonly [K in keyof FirstAgendaWords]: readonly Line<K>[] };

const LINES: Lines = {
  general_assembly: [
    ['chosen', 'welcome', 5],
    ['report', 'talk', 15],
    ['accounts', 'plenum', 15],
    ['proposals', 'plenum', 10],
    ['elections', 'plenum', 10],
    ['topics', 'plenum', 25],
    ['other', 'plenum', 10],
  ],
  founding_assembly: [
    ['chosen', 'welcome', 5],
    ['why', 'plenum', 25],
    ['articles', 'plenum', 20],
    ['elections', 'plenum', 10],
    ['practical', 'plenum', 10],
    ['topics', 'plenum', 15],
    ['other', 'plenum', 5],
  ],
  board: [
    ['since', 'actions', 10],
    ['money', 'plenum', 10],
    ['meetings', 'plenum', 30],
    ['other', 'plenum', 10],
  ],
  joint: [
    ['welcome', 'welcome', 10],
    ['ours', 'talk', 20],
    ['theirs', 'talk', 20],
    ['groups', 'group_work', 40],
    ['agreement', 'agreements', 20],
  ],
  pre_meeting: [
    ['aim', 'plenum', 10],
    ['guest', 'plenum', 10],
    ['figures', 'figures', 15],
    ['roles', 'plenum', 10],
  ],
  follow_up: [
    ['since', 'plenum', 10],
    ['figures', 'figures', 20],
    ['groups', 'group_work', 30],
    ['agreement', 'agreements', 20],
  ],
};

/**
 * The items that a meeting of a kind begins with when it is made from nothing, in the words given, each with its minutes,
 * to be changed as one likes. A cluster meeting begins empty: it is about what the cluster chooses.
 */
export function firstAgendaOf(kind: MeetingKind, words: FirstAgendaWords): AgendaWish[] {
  return kind === 'cluster' ? [] : itemsOf(kind, words[kind]);
}

function itemsOf<K extends keyof FirstAgendaWords>(kind: K, words: FirstAgendaWords[K]): AgendaWish[] {
  return LINES[kind].map(([name, item, minutes]) => ({
    title: String(words[name]),
    kind: item,
    minutes,
    owner: '',
    ownerId: null,
    material: '',
  }));
}
