import nodeIcal, { type VEvent } from 'node-ical';
import { linkIn } from '#domain/notices/meeting-letters.fixtures.ts';
import type { Posted } from './year.fixtures.ts';
import { wallAt } from './year-clock.fixtures.ts';

/** A calendar file that came with a mail, and the one event that another library finds in it. */
export type Entry = { day: string; who: string; to: string; file: string; tokens: string[]; event: VEvent };

/** The calendar files of the mails, in their order. A mail has none or one, which it carries in two parts. */
export function entriesIn(posted: readonly Posted[]): Entry[] {
  return posted.flatMap(({ at, mail, to, who }) => {
    const parts = mail.attachments.filter(({ mimeType }) => /calendar|ics/.test(mimeType));
    const files = new Set(parts.map(({ content }) => textOf(content)));
    if (files.size > 1) throw new Error('a mail with two calendar files');
    const tokens = [linkIn(mail.text).token].filter(Boolean);
    return [...files].map((file) => {
      const [event, ...others] = eventsIn(file);
      if (!event || others.length > 0) throw new Error('not one event in a calendar file');
      return { day: at.slice(0, 10), who, to: to.join(' '), file, tokens, event };
    });
  });
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** The events that another library finds in a calendar file. */
export function eventsIn(file: string): VEvent[] {
  const found = Object.values(nodeIcal.sync.parseICS(file));
  return found.filter((part): part is VEvent => part?.type === 'VEVENT');
}

/** What a file asks of the calendar that reads it. */
export function methodOf(file: string): string {
  return /^METHOD:(\w+)\r?$/m.exec(file)?.[1] ?? '';
}

/** An event in one line: its number and state, when it begins and ends in Copenhagen and in the world, and what it is. */
export function lineOf(event: VEvent): string {
  const [start, end] = [new Date(event.start), new Date(event.end ?? 0)];
  const times = `${wallAt(start)}–${wallAt(end).slice(11)} (${start.toISOString().slice(11, 16)}Z)`;
  return `${event.sequence} ${event.status} ${times} ${event.summary}`;
}

/** All mail addresses that stand anywhere in a file. */
export function addressesIn(file: string): string[] {
  const unfolded = file.replace(/\r\n[ \t]/g, '');
  return [...new Set(unfolded.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g))].sort();
}
