import { ACTS_AFTER, type DeadlineAct, minutesOf, type ProgrammePart } from './package.ts';
import { type Draft, type DraftRow, type EditPart, FIELDS, rowsNameOf } from './package-draft.ts';

/** The fields of a package that a draft stands for. What cannot be understood stays text, and is refused as such. */
export function changeOf(part: EditPart, { chosen, fields, rows }: Draft): Record<string, unknown> {
  const field = (name: string) => fields[name] ?? '';
  if (part === 'programme') {
    const programme = rows.map(programmePart);
    return { programme, ...(programme.every(isTimed) ? { minutes: minutesOf(programme) } : {}) };
  }
  if (part === 'deadlines') return { deadlines: rows.map(deadline) };
  if (part === 'figures')
    return { indicators: chosen, discussion: linesIn(field('discussion')), agreements: rows.map(agreement) };
  if (part === 'texts') {
    const [invitation, venue, guest, followUp] = FIELDS.texts.slice(1).map(field);
    return { speakerBrief: field('speakerBrief'), texts: { invitation, venue, guest, followUp } };
  }
  return aboutOf(field);
}

function aboutOf(field: (name: string) => string): Record<string, unknown> {
  const points = linesIn(field('preMeeting.points'));
  const minutes = field('preMeeting.minutes');
  return {
    title: { da: field('title.da'), en: field('title.en') },
    summary: { da: field('summary.da'), en: field('summary.en') },
    meetingKind: field('meetingKind'),
    startsAt: field('startsAt').replace('.', ':'),
    purpose: field('purpose'),
    background: field('background'),
    remarks: linesIn(field('remarks')),
    preparation: linesIn(field('preparation')),
    guests: linesIn(field('guests')),
    preMeeting: points.length === 0 && minutes === '' ? null : { minutes: wholeIn(minutes), points },
  };
}

type TypedPart = Omit<ProgrammePart, 'minutes'> & { minutes: number | string };

function programmePart({ minutes = '', isForGuest, ...texts }: DraftRow): TypedPart {
  return { ...texts, minutes: wholeIn(minutes), isForGuest: isForGuest === 'yes' } as TypedPart;
}

function isTimed(part: TypedPart): part is ProgrammePart {
  return typeof part.minutes === 'number';
}

function deadline({ act = '', days = '', side = '', title = '' }: DraftRow) {
  const number = wholeIn(days);
  const isAfter = act === 'task' ? side === 'after' : ACTS_AFTER.includes(act as DeadlineAct);
  return { act, title, days: typeof number === 'number' && !isAfter ? 0 - number : number };
}

function agreement({ indicator = '', measure = '', months = '', second = '', what = '' }: DraftRow) {
  const all = second === '' ? [months] : [months, second];
  return { what, measure, indicator: indicator || null, months: all.map(wholeIn) };
}

/** A whole number as it was typed, or the text itself where it is none. */
function wholeIn(text: string): number | string {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : text;
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•]\s+/, '').trim())
    .filter(Boolean);
}

/** The draft that a form brings. Rows that nothing was written into are left out. */
export function draftIn(part: EditPart, form: FormData): Draft {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
  const name = rowsNameOf(part);
  return {
    fields: Object.fromEntries(FIELDS[part].map((field) => [field, text(field)])),
    rows: name ? rowsIn(name, [...form.keys()], text) : [],
    chosen: part === 'figures' ? form.getAll('indicators').map(String) : [],
  };
}

const MOST_ROWS = 60;
const CHOICES = new Set(['kind', 'act', 'side', 'indicator', 'isForGuest']);

function rowsIn(name: string, keys: readonly string[], text: (name: string) => string): DraftRow[] {
  const rows: DraftRow[] = [];
  for (let at = 0; at < MOST_ROWS; at += 1) {
    const prefix = `${name}.${at}.`;
    const own = keys.filter((key) => key.startsWith(prefix));
    const row = Object.fromEntries(own.map((key) => [key.slice(prefix.length), text(key)]));
    if (Object.entries(row).some(([field, said]) => said !== '' && !CHOICES.has(field))) rows.push(row);
  }
  return rows;
}

/** Rows after one of them was moved up or down, or taken out: `up.3`, `down.0`, `out.2`. Anything else changes nothing. */
export function arranged(rows: readonly DraftRow[], wish: string): DraftRow[] {
  const [act, place] = wish.split('.');
  const at = Number(place);
  const moved = [...rows];
  const [row] = rows.slice(at, at + 1);
  if (!row || !/^\d+$/.test(place ?? '')) return moved;
  if (act !== 'up' && act !== 'down' && act !== 'out') return moved;
  moved.splice(at, 1);
  if (act !== 'out') moved.splice(Math.max(0, act === 'up' ? at - 1 : at + 1), 0, row);
  return moved;
}
