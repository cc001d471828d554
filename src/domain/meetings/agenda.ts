import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/packages/package.ts';
import { minutesAfter } from './wall-time.ts';

/** What an item of the agenda is; the same words as the programme of a package has. */
export const AGENDA_KINDS: readonly AgendaKind[] = PROGRAMME_KINDS;
export type AgendaKind = ProgrammeKind;

/** What somebody wishes an item to be. `owner` is a name that is no member's; `ownerId` is a member's. */
export type AgendaWish = {
  title: string;
  kind: AgendaKind;
  minutes: number;
  owner: string;
  ownerId: string | null;
  material: string;
};

/** An item of the one agenda, which is programme, run-sheet and minutes. `notes` are what was said. */
export type AgendaItem = AgendaWish & { agendaItemId: string; ownerName: string; notes: string };

export const LONGEST = { title: 200, owner: 120, material: 500, notes: 8000, minutes: 480 } as const;
export const MOST_AGENDA_ITEMS = 60;

export type AgendaRefusal =
  | 'no_such_meeting'
  | 'no_such_agenda_item'
  | 'title_missing'
  | 'title_too_long'
  | 'owner_too_long'
  | 'no_such_member'
  | 'material_too_long'
  | 'minutes_not_understood'
  | 'agenda_full'
  | 'has_resolutions'
  | 'is_a_guests'
  | 'on_the_agenda_already';

/** The items with the time at which each begins, `17:10`: the meeting's start and the minutes of all before it. */
export function timetable<T extends { minutes: number }>(
  startsAt: string | null,
  items: readonly T[],
): (T & { beginsAt: string | null })[] {
  let passed = 0;
  return items.map((item) => {
    const beginsAt = startsAt && minutesAfter(startsAt, passed);
    passed += item.minutes;
    return { ...item, beginsAt };
  });
}

/** How many minutes the items run over the length of the meeting; 0 when they fit. */
export function minutesOver(items: readonly { minutes: number }[], lengthMinutes: number): number {
  return Math.max(0, minutesTogether(items) - lengthMinutes);
}

/** How long the items take together. */
export function minutesTogether(items: readonly { minutes: number }[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The ids with one of them at a place, counted from 1; beyond the ends it stands at the end. All others keep their order. */
export function placed(ids: readonly string[], id: string, place: number): string[] {
  if (!ids.includes(id)) return [...ids];
  const others = ids.filter((other) => other !== id);
  const at = Math.min(Math.max(Math.trunc(place) - 1, 0), others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/** Why an item cannot be as wished, or null when it can. */
export function refusalOfAgendaItem({ title, minutes, owner, material }: AgendaWish): AgendaRefusal | null {
  if (title === '') return 'title_missing';
  if (title.length > LONGEST.title) return 'title_too_long';
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > LONGEST.minutes) return 'minutes_not_understood';
  if (owner.length > LONGEST.owner) return 'owner_too_long';
  return material.length > LONGEST.material ? 'material_too_long' : null;
}

/** The minutes an item for what was left open last time takes. */
export const MINUTES_FOR_ACTIONS = 5;

/**
 * The items with one for the open actions of earlier meetings before all others. It takes its minutes from a welcome
 * that is long enough, since packages mean both by it; else the meeting grows by them.
 */
export function withActionsFirst<T extends AgendaWish>(items: readonly T[], title: string): AgendaWish[] {
  if (items.some(({ kind }) => kind === 'actions')) return [...items];
  const actions: AgendaWish = {
    title,
    kind: 'actions',
    minutes: MINUTES_FOR_ACTIONS,
    owner: '',
    ownerId: null,
    material: '',
  };
  const [first, ...others] = items;
  if (first?.kind !== 'welcome' || first.minutes < 2 * MINUTES_FOR_ACTIONS) return [actions, ...items];
  return [actions, { ...first, minutes: first.minutes - MINUTES_FOR_ACTIONS }, ...others];
}

/** A link that material leads to, when it is one; words alone lead nowhere. */
export function linkIn(material: string): string | null {
  return /^https:\/\/[^\s"<>]+$/.test(material) ? material : null;
}
