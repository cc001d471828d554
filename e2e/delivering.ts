import { randomUUID } from 'node:crypto';
import { type Answer, type Guest, untilAnswered } from './guest.ts';

/** A file of figures and what stands in it: `number;numerator;denominator` of each practice. */
export type Figures = { name: string; text: string; rows: string[] };

/** Figures of one indicator for these practices in the month of this place, counted from January 2010. */
export function figuresOfMonth(place: number, indicator: string, numbers: readonly string[]): Figures {
  const month = `${2010 + Math.floor(place / 12)}m${String((place % 12) + 1).padStart(2, '0')}`;
  const rows = numbers.map(
    (number, at) => `${number};${(place * 7 + at * 13) % 61};${61 + ((place + at) % 40)}`,
  );
  const lines = rows.map((row) => row.replace(';', `;${indicator};${month};`));
  return {
    name: `${month}.csv`,
    text: ['ydernr;indikator;periode;tæller;nævner', ...lines, ''].join('\n'),
    rows,
  };
}

/** The fields of the form on a page that goes to this action, as a browser would send them untouched. */
export function fieldsOf(html: string, action: string): Record<string, string> {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form =
    forms.find((each) => attribute(each.match(/<form\b[^>]*>/)?.[0] ?? '', 'action')?.startsWith(action)) ??
    '';
  const inputs = (form.match(/<input\b[^>]*>/g) ?? [])
    .filter(isSent)
    .map((tag) => named(tag, attribute(tag, 'value') ?? 'on'));
  const selects = (form.match(/<select\b[\s\S]*?<\/select>/g) ?? []).map((select) =>
    named(select, chosenIn(select)),
  );
  return Object.fromEntries([...inputs, ...selects]);
}

const named = (tag: string, value: string) => [attribute(tag, 'name') ?? '', value] as const;

function isSent(tag: string): boolean {
  const type = attribute(tag, 'type');
  return (type !== 'radio' && type !== 'checkbox') || /\bchecked\b/.test(tag);
}

function chosenIn(select: string): string {
  const options = select.match(/<option\b[^>]*>/g) ?? [];
  const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0] ?? '';
  return attribute(chosen, 'value') ?? '';
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
}

/**
 * Delivers a file by the forms of the pages, as somebody does who sends what was not answered once more, and begins
 * anew when the file is gone. `onConfirm` is called when the confirmation has just been sent. Answers the delivery.
 */
export async function deliver(
  guest: Guest,
  source: string,
  figures: Figures,
  onConfirm: () => void,
): Promise<string> {
  for (let turns = 0; turns < 20; turns += 1) {
    const begun = await upload(guest, source, figures);
    if ('delivered' in begun) return begun.delivered;
    const at = `/source/${source}/deliveries/${begun.draft}`;
    const page = await untilAnswered(() => guest.get(`${at}/check`));
    const fields = fieldsOf(page.body, '?/confirm');
    if (page.status !== 200 || !fields.mark) continue;
    const confirming = untilAnswered(() => guest.post(`${at}/check?/confirm`, fields));
    onConfirm();
    if ((await confirming).status === 303) return begun.draft;
  }
  throw new Error(`${figures.name} could not be delivered.`);
}

type Begun = { draft: string } | { delivered: string };

async function upload(guest: Guest, source: string, { name, text }: Figures): Promise<Begun> {
  const file = new File([text], name, { type: 'text/csv' });
  const fields = { command: randomUUID(), text: '', extracted: '' };
  const answer = await untilAnswered(() =>
    guest.deliver(`/source/${source}/deliveries/upload`, fields, file),
  );
  const delivered = /\/new\?.*\bdelivery=([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1];
  if (delivered) return { delivered };
  const [, draft, step] = /\/deliveries\/([0-9a-f-]{36})\/(\w+)$/.exec(answer.location ?? '') ?? [];
  if (!draft) throw new Error(`${name} was refused: ${told(answer)}`);
  if (step === 'columns') await acceptColumns(guest, `/source/${source}/deliveries/${draft}/columns`);
  return { draft };
}

async function acceptColumns(guest: Guest, at: string): Promise<void> {
  const page = await untilAnswered(() => guest.get(at));
  const fields = fieldsOf(page.body, '?/save');
  if (fields.command) await untilAnswered(() => guest.post(`${at}?/save`, fields));
}

const told = ({ status, location }: Answer) => `${status} ${location ?? ''}`;
