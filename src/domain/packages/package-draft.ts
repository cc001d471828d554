import type { MeetingPackage } from './package.ts';

/** The parts of a package that are edited one at a time, each on a page of its own. */
export const EDIT_PARTS = ['about', 'programme', 'deadlines', 'figures', 'texts'] as const;
export type EditPart = (typeof EDIT_PARTS)[number];

/** One of the parts by its name in an address, or undefined. */
export function editPartIn(name: string): EditPart | undefined {
  return EDIT_PARTS.find((part) => part === name);
}

const PART_OF: Readonly<Record<string, EditPart>> = {
  minutes: 'programme',
  programme: 'programme',
  deadlines: 'deadlines',
  indicators: 'figures',
  discussion: 'figures',
  agreements: 'figures',
  speakerBrief: 'texts',
  texts: 'texts',
};

/** The part on whose page a field of a package is mended. */
export function partOfField(field: string): EditPart {
  return PART_OF[field.split('.')[0]!] ?? 'about';
}

/** A part as a form holds it: everything is text, whether it can be understood or not. */
export type Draft = {
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: readonly DraftRow[];
  readonly chosen: readonly string[];
};
export type DraftRow = Readonly<Record<string, string>>;

/** The fields of each part that stand alone, by their paths; lists are texts with a line for each. */
export const FIELDS: Readonly<Record<EditPart, readonly string[]>> = {
  about: [
    'title.da',
    'title.en',
    'summary.da',
    'summary.en',
    'meetingKind',
    'startsAt',
    'purpose',
    'background',
    'remarks',
    'preparation',
    'guests',
    'preMeeting.minutes',
    'preMeeting.points',
  ],
  programme: [],
  deadlines: [],
  figures: ['discussion'],
  texts: ['speakerBrief', 'texts.invitation', 'texts.venue', 'texts.guest', 'texts.followUp'],
};

/** The name of the rows of a part, as fields of the form begin with it; null where there are none. */
export function rowsNameOf(part: EditPart): 'programme' | 'deadlines' | 'agreements' | null {
  if (part === 'programme' || part === 'deadlines') return part;
  return part === 'figures' ? 'agreements' : null;
}

/** What a form shows of a part before anything is typed. */
export function draftOf(part: EditPart, all: MeetingPackage): Draft {
  const chosen = part === 'figures' ? all.indicators : [];
  const fields = Object.fromEntries(FIELDS[part].map((name) => [name, textAt(all, name)]));
  return { fields, rows: rowsOf(part, all), chosen };
}

function textAt(all: MeetingPackage, name: string): string {
  const value = name
    .split('.')
    .reduce<unknown>((inside, step) => (inside as Record<string, unknown> | null)?.[step], all);
  if (Array.isArray(value)) return value.join('\n');
  return value === undefined || value === null ? '' : String(value).trimEnd();
}

function rowsOf(part: EditPart, { agreements, deadlines, programme }: MeetingPackage): DraftRow[] {
  if (part === 'programme')
    return programme.map(({ isForGuest, minutes, ...texts }) => ({
      ...texts,
      minutes: String(minutes),
      isForGuest: isForGuest ? 'yes' : 'no',
    }));
  if (part === 'deadlines')
    return deadlines.map(({ act, days, title }) => ({
      act,
      title,
      days: String(Math.abs(days)),
      side: days > 0 ? 'after' : 'before',
    }));
  if (part !== 'figures') return [];
  return agreements.map(({ indicator, measure, months: [first, second], what }) => ({
    what,
    measure,
    indicator: indicator ?? '',
    months: String(first ?? ''),
    second: String(second ?? ''),
  }));
}
