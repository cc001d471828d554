import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import { onOneLine } from './letter.ts';
import type { MeetingLetter } from './letters.server.ts';
import type { GuestPart } from './meeting-letter.ts';

type About = Pick<MeetingLetter, 'kind' | 'guestId' | 'facts'>;
type Row = {
  slot: string;
  slotAt: string | null;
  practicalities: string;
  preMeetingOn: string | null;
  preMeetingAt: string | null;
};

/** Reads what a guest is to know about their part of the meeting; nothing for letters that do not tell of it. */
export async function findGuestPart({ db }: Scope, { facts, guestId, kind }: About): Promise<GuestPart> {
  const nothing = { changed: [], slot: '', slotAt: null, practicalities: '', preMeeting: null };
  if (kind !== 'guest_changed') return nothing;
  const { rows } = await sql<Row>`
    select coalesce(a.title, '') as slot, g.practicalities, g.pre_meeting_on::text as pre_meeting_on, g.pre_meeting_at::text as pre_meeting_at,
      (m.starts_at + make_interval(mins => (select coalesce(sum(e.minutes), 0)::int from agenda_item e
        where e.meeting_id = a.meeting_id and (e.position, e.agenda_item_id) < (a.position, a.agenda_item_id))))::time::text as slot_at
    from guest g join meeting m on m.meeting_id = g.meeting_id left join agenda_item a on a.agenda_item_id = g.agenda_item_id
    where g.guest_id = ${guestId}::uuid`.execute(db);
  const [row] = rows;
  if (!row) return nothing;
  const { preMeetingAt, preMeetingOn, ...part } = row;
  return {
    ...part,
    changed: (facts.change ?? '').split(' ').filter(Boolean),
    slot: onOneLine(row.slot),
    preMeeting: preMeetingOn && preMeetingAt ? { heldOn: preMeetingOn, startsAt: preMeetingAt } : null,
  };
}
