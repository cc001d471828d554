/** A text of the minutes: what the page showed when the writing began, what was typed, and what stands there now. */
export type WrittenText = { was: string; typed: string; now: string };

/** One line ending everywhere, since browsers send another than they were given, and no spaces around it. */
export function tidied(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/**
 * What becomes of a text: `same` when there is nothing to store, `store` when nobody else wrote meanwhile, `conflict`
 * when somebody did and wrote something else. Then nothing is stored, and both texts are shown.
 */
export function fateOf({ was, typed, now }: WrittenText): 'same' | 'store' | 'conflict' {
  if (typed === now || typed === was) return 'same';
  return was === now ? 'store' : 'conflict';
}

/** Both texts of a conflict in one, so that whoever mends it begins with everything. */
export function bothOf({ typed, now }: Pick<WrittenText, 'typed' | 'now'>): string {
  if (now === '' || typed.includes(now)) return typed;
  return now.includes(typed) ? now : `${now}\n\n${typed}`;
}

export const LONGEST_SENTENCE = 600;

/** What was resolved at a meeting: a decision, or an action that somebody took on. */
export type ResolutionKind = 'decision' | 'action';

/** A decision or action as it is shown. `ownerName` is the member's name or the name that was written. */
export type Resolution = {
  resolutionId: string;
  meetingId: string;
  agendaItemId: string | null;
  kind: ResolutionKind;
  sentence: string;
  owner: string;
  ownerId: string | null;
  ownerName: string;
  dueOn: string | null;
  madeAt: Date;
  doneAt: Date | null;
};

/** What somebody wishes to write down as resolved. `dueOn` is undefined when what was typed is no day. */
export type ResolutionWish = {
  kind: ResolutionKind;
  sentence: string;
  owner: string;
  ownerId: string | null;
  dueOn: string | null | undefined;
  agendaItemId: string | null;
};

export type ResolutionRefusal =
  | 'no_such_meeting'
  | 'no_such_agenda_item'
  | 'no_such_member'
  | 'no_such_resolution'
  | 'sentence_missing'
  | 'sentence_too_long'
  | 'owner_missing'
  | 'owner_too_long'
  | 'day_not_understood'
  | 'done_already'
  | 'open_already'
  | 'not_an_action';

/** Why this cannot be written down, or null when it can. An action has somebody who takes it on. */
export function refusalOfResolution(wish: ResolutionWish): ResolutionRefusal | null {
  if (wish.sentence === '') return 'sentence_missing';
  if (wish.sentence.length > LONGEST_SENTENCE) return 'sentence_too_long';
  if (wish.dueOn === undefined) return 'day_not_understood';
  if (wish.owner.length > 120) return 'owner_too_long';
  return wish.kind === 'action' && wish.owner === '' && !wish.ownerId ? 'owner_missing' : null;
}
