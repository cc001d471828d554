import { count, type Locale } from '#ui/format.ts';
import type { StateRefusal } from './meeting.ts';
import type { ResolutionKind, ResolutionRefusal } from './minutes.ts';

export type MinutesRefusal = ResolutionRefusal | StateRefusal | 'notes_too_long' | 'confirm_again';

const da = {
  title: 'Referat',
  notYet: 'Referatet er ikke sendt endnu. Det kommer her, når mødet er afsluttet.',
  draft: 'Udkast: referatet er ikke sendt.',
  write: 'Skriv referat',
  close: 'Afslut mødet og send referat',
  print: 'Print siden med browserens printknap, eller gem den som PDF.',
  present: ({ people, practices, visitors }: { people: number; practices: number; visitors: number }) =>
    `Til stede: ${count('da', people, { one: 'medlem', other: 'medlemmer' })} fra ${count('da', practices, { one: 'praksis', other: 'praksisser' })}${
      visitors > 0 ? ` og ${count('da', visitors, { one: 'anden', other: 'andre' })}` : ''
    }.`,
  chair: 'Mødeleder',
  kinds: { decision: 'Beslutning', action: 'Opgave' } satisfies Record<ResolutionKind, string>,
  due: 'senest',
  done: 'gjort',
  open: 'åben',
  nothing: 'Intet skrevet.',
  agreements: 'Aftaler',
  who: 'Hvem',
  by: 'Senest i gang',
  measure: 'Måles ved',
  again: 'Måles igen',
  noAgreement: 'Ingen aftale, fordi',
  tookHome: 'Det tog gæsten med hjem',
  source: (cluster: string) => `Referat fra ${cluster}, skrevet i Klyngerum.`,
  writing: {
    title: 'Skriv referat',
    lead: 'Skriv i punkterne, mens I taler. Hver gemknap gemmer det hele. Skriver en anden samtidig, mister ingen noget.',
    notes: 'Hvad blev sagt?',
    save: 'Gem',
    saveAll: 'Gem det hele',
    saved: (stored: number) =>
      stored === 0
        ? 'Gemt. Intet var ændret.'
        : `Gemt i ${count('da', stored, { one: 'punkt', other: 'punkter' })}.`,
    added: 'Tilføjet.',
    takenOut:
      'Taget ud. Teksten står i felterne under punktet, hvis du vil rette den og skrive den ind igen.',
    conflict: 'En anden har skrevet her imens',
    conflictNote: 'Her er den andens tekst. I feltet står begge. Ret den til, og gem.',
    mark: 'Skriv en beslutning eller opgave',
    kind: 'Hvad er det?',
    sentence: 'Hvad blev besluttet, eller hvad skal gøres?',
    dueOn: 'Senest',
    dueHint: 'Fx 14.4.2027',
    takeOut: 'Ret eller tag ud',
    takeOutOf: (sentence: string) => `Ret eller tag ud: ${sentence}`,
    markDone: 'Gjort',
    markDoneOf: (sentence: string) => `Gjort: ${sentence}`,
    markOpen: 'Ikke gjort alligevel',
    markOpenOf: (sentence: string) => `Ikke gjort alligevel: ${sentence}`,
    noAgenda: 'Mødet har ingen dagsorden. Læg den først, så er der punkter at skrive i.',
    toAgenda: 'Læg dagsordenen',
    see: 'Se referatet',
    noneOpen: 'Ingen opgaver er åbne fra sidst.',
  },
  refusal: {
    no_such_meeting: 'Mødet findes ikke længere.',
    no_such_agenda_item:
      'Et punkt er taget af dagsordenen imens. Din tekst står her stadig: flyt den til et andet punkt.',
    no_such_member: 'Personen er ikke med i klyngen længere.',
    no_such_resolution: 'Den er taget ud allerede.',
    sentence_missing: 'Skriv, hvad der blev besluttet.',
    sentence_too_long: 'Skriv det kortere: højst 600 tegn.',
    owner_missing: 'Vælg eller skriv, hvem der tager opgaven.',
    owner_too_long: 'Skriv navnet kortere: højst 120 tegn.',
    day_not_understood: 'Skriv dagen som 14.4.2027.',
    done_already: 'Opgaven er gjort allerede.',
    open_already: 'Opgaven er åben allerede.',
    not_an_action: 'Det er en beslutning og ingen opgave.',
    notes_too_long:
      'Et punkt er længere end 8.000 tegn. Gør det kortere. Intet er gemt, og det hele står her stadig.',
    meeting_closed: 'Mødet er afsluttet, og referatet er sendt. Det kan ikke ændres.',
    meeting_cancelled: 'Mødet er aflyst.',
    meeting_held: 'Mødet har været holdt.',
    day_missing: 'Mødet har ingen dato endnu.',
    not_from_here: 'Det kan mødet ikke, sådan som det står nu.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<MinutesRefusal, string>,
};

const en: typeof da = {
  title: 'Minutes',
  notYet: 'The minutes are not out yet. They will be here once the meeting is closed.',
  draft: 'Draft: the minutes are not out.',
  write: 'Write minutes',
  close: 'Close the meeting and send the minutes',
  print: 'Print the page with the browser’s print button, or save it as PDF.',
  present: ({ people, practices, visitors }) =>
    `Present: ${count('en', people, { one: 'member', other: 'members' })} of ${count('en', practices, { one: 'practice', other: 'practices' })}${
      visitors > 0 ? ` and ${count('en', visitors, { one: 'other', other: 'others' })}` : ''
    }.`,
  chair: 'Chair',
  kinds: { decision: 'Decision', action: 'Action' },
  due: 'by',
  done: 'done',
  open: 'open',
  nothing: 'Nothing written.',
  agreements: 'Agreements',
  who: 'Who',
  by: 'Under way by',
  measure: 'Measured by',
  again: 'Measured again',
  noAgreement: 'No agreement, because',
  tookHome: 'What the guest took home',
  source: (cluster) => `Minutes of ${cluster}, written in Klyngerum.`,
  writing: {
    title: 'Write minutes',
    lead: 'Write into the items while you talk. Each save button saves all of it. If somebody else writes at the same time, nobody loses anything.',
    notes: 'What was said?',
    save: 'Save',
    saveAll: 'Save all of it',
    saved: (stored) =>
      stored === 0
        ? 'Saved. Nothing had changed.'
        : `Saved in ${count('en', stored, { one: 'item', other: 'items' })}.`,
    added: 'Added.',
    takenOut:
      'Taken out. The words stand in the fields below the item, if you want to mend and enter them again.',
    conflict: 'Somebody else wrote here meanwhile',
    conflictNote: 'Here is their text. The field has both. Mend it and save.',
    mark: 'Write a decision or action',
    kind: 'What is it?',
    sentence: 'What was decided, or what is to be done?',
    dueOn: 'By',
    dueHint: 'As 14.4.2027, the day first',
    takeOut: 'Mend or take out',
    takeOutOf: (sentence) => `Mend or take out: ${sentence}`,
    markDone: 'Done',
    markDoneOf: (sentence) => `Done: ${sentence}`,
    markOpen: 'Not done after all',
    markOpenOf: (sentence) => `Not done after all: ${sentence}`,
    noAgenda: 'The meeting has no agenda. Lay it first, so that there are items to write into.',
    toAgenda: 'Lay the agenda',
    see: 'See the minutes',
    noneOpen: 'No action is open from last time.',
  },
  refusal: {
    no_such_meeting: 'The meeting no longer exists.',
    no_such_agenda_item:
      'An item was taken off the agenda meanwhile. Your words are still here: move them to another item.',
    no_such_member: 'The person is no longer in the cluster.',
    no_such_resolution: 'It has been taken out already.',
    sentence_missing: 'Write what was decided.',
    sentence_too_long: 'Write it shorter: at most 600 characters.',
    owner_missing: 'Choose or write who takes it on.',
    owner_too_long: 'Write a shorter name: at most 120 characters.',
    day_not_understood: 'Write the day as 14.4.2027, the day first.',
    done_already: 'The action is done already.',
    open_already: 'The action is open already.',
    not_an_action: 'That is a decision and no action.',
    notes_too_long:
      'An item is longer than 8,000 characters. Shorten it. Nothing is saved, and all of it is still here.',
    meeting_closed: 'The meeting is closed and the minutes are out. They cannot be changed.',
    meeting_cancelled: 'The meeting is cancelled.',
    meeting_held: 'The meeting has been held.',
    day_missing: 'The meeting has no date yet.',
    not_from_here: 'The meeting cannot do that as it stands now.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the minutes of a meeting say, where they are read and where they are written. */
export const minutesText: Record<Locale, typeof da> = { da, en };
