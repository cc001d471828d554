import type { AgendaWish } from './agenda.ts';
import { AGENDA_KINDS } from './agenda.ts';
import { type Day, dayRead } from './calendar-day.ts';

/** What was typed into a field of one line, without spaces around it or twice in a row. */
export function lineIn(form: FormData, field: string): string {
  return String(form.get(field) ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What was typed into a field of several lines, without spaces around it. */
export function textIn(form: FormData, field: string): string {
  return String(form.get(field) ?? '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

/** The day that was typed, null where nothing was, undefined where it is none; without a year the next one from a day. */
export function dayIn(form: FormData, field: string, today: Day): Day | null | undefined {
  const typed = lineIn(form, field);
  return typed === '' ? null : (dayRead(typed, today) ?? undefined);
}

const MEMBER = 'member:';

/** Who was chosen or named as owner: a member of the list, else the name that was typed. */
export function ownerIn(form: FormData): { owner: string; ownerId: string | null } {
  const chosen = lineIn(form, 'owner-member');
  const ownerId = chosen.startsWith(MEMBER) ? chosen.slice(MEMBER.length) : null;
  return { owner: ownerId ? '' : lineIn(form, 'owner'), ownerId };
}

/** A member as the value of a choice. */
export function memberValue(memberId: string | null): string {
  return memberId ? `${MEMBER}${memberId}` : '';
}

/** The item of an agenda that was typed. Minutes that are no whole number are refused by the rule, as NaN. */
export function agendaWishIn(form: FormData): AgendaWish {
  const kind = AGENDA_KINDS.find((known) => known === form.get('kind')) ?? 'talk';
  const minutes = lineIn(form, 'minutes').replace(/\s*min\.?$/i, '');
  return {
    title: lineIn(form, 'title'),
    kind,
    minutes: minutes === '' ? Number.NaN : Number(minutes),
    ...ownerIn(form),
    material: lineIn(form, 'material'),
  };
}
