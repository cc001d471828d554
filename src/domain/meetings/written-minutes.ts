import { type Day, dayRead } from './calendar-day.ts';
import { bothOf, type ResolutionWish } from './minutes.ts';
import { lineIn, memberValue } from './typed.ts';

/** What was typed of a decision or action below one item. */
export type TypedResolution = {
  kind: string;
  sentence: string;
  ownerMember: string;
  owner: string;
  due: string;
};

/** What was typed into the page of the minutes: the notes of each item with what they were based on, and what was resolved. */
export type WrittenPage = {
  notes: Record<string, { was: string; typed: string }>;
  resolutions: Record<string, TypedResolution>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the page of the minutes: fields `notes-<id>`, `was-<id>`, and those of a decision or action with the id of its item. */
export function writtenIn(form: FormData): WrittenPage {
  const page: WrittenPage = { notes: {}, resolutions: {} };
  for (const id of form
    .getAll('agenda-item')
    .map(String)
    .filter((text) => UUID.test(text))) {
    const text = (field: string) => String(form.get(`${field}-${id}`) ?? '').replace(/\r\n?/g, '\n');
    page.notes[id] = { was: text('was'), typed: text('notes') };
    const sentence = lineIn(form, `sentence-${id}`);
    const owner = lineIn(form, `owner-${id}`);
    if (sentence === '') continue;
    page.resolutions[id] = {
      kind: lineIn(form, `kind-${id}`),
      sentence,
      ownerMember: lineIn(form, `owner-member-${id}`),
      owner,
      due: lineIn(form, `due-${id}`),
    };
  }
  return page;
}

/** The decision or action that was typed below an item, as a wish. */
export function wishOfTyped(agendaItemId: string, typed: TypedResolution, today: Day): ResolutionWish {
  const ownerId = typed.ownerMember.startsWith('member:') ? typed.ownerMember.slice('member:'.length) : null;
  return {
    kind: typed.kind === 'action' ? 'action' : 'decision',
    sentence: typed.sentence,
    owner: ownerId ? '' : typed.owner,
    ownerId,
    dueOn: typed.due === '' ? null : (dayRead(typed.due, today) ?? undefined),
    agendaItemId,
  };
}

/** A decision or action that was taken out, as it would have been typed, so that it can be mended. */
export function typedOf(
  resolution: { kind: string; sentence: string; owner: string; ownerId: string | null },
  due: string,
): TypedResolution {
  const { kind, sentence, owner, ownerId } = resolution;
  return { kind, sentence, owner, ownerMember: memberValue(ownerId), due };
}

/** What a field of the minutes shows and what it is based on, after a save that was refused or met another's words. */
export function shownNotes(
  stored: string,
  answer: {
    isRefused: boolean;
    written: { was: string; typed: string } | undefined;
    conflict: { typed: string; now: string } | undefined;
  } | null,
): { value: string; was: string } {
  if (answer?.conflict) return { value: bothOf(answer.conflict), was: answer.conflict.now };
  if (answer?.isRefused && answer.written) return { value: answer.written.typed, was: answer.written.was };
  return { value: stored, was: stored };
}
