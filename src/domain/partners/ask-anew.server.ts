import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { MeetingState } from '#domain/meetings/meeting.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { letterOfInvitation } from './guest.ts';

type Asked = { guestId: string; meetingId: string; state: MeetingState; heldOn: string | null };

/**
 * Asks somebody whose mail address is another now to the meetings ahead that they had been asked to, since the links
 * that went to the former address have ended. What still waits to go, goes to the new one by itself. Answers how many
 * letters were written. Part of another command.
 */
export async function askAnew(scope: ClusterScope, partnerPersonId: string): Promise<number> {
  const asked = await listAsked(scope, partnerPersonId);
  const { clusterId } = scope;
  for (const { guestId, meetingId, ...meeting } of asked) {
    const kind = letterOfInvitation(meeting);
    const roundId = randomUUID();
    await writeMeetingLetter(scope, { kind, clusterId, meetingId, to: { guestId }, roundId });
  }
  return asked.length;
}

async function listAsked({ db, now }: ClusterScope, partnerPersonId: string): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select g.guest_id, m.meeting_id, m.state, m.held_on from guest g join meeting m on m.meeting_id = g.meeting_id
    where g.partner_person_id = ${partnerPersonId} and g.invited_at is not null and g.cancelled_at is null and g.answer <> 'no'
      and (m.state = 'polling' or m.state in ('reserved', 'confirmed') and m.held_on >= ${dayOf(now)}::date)
      and exists (select from letter l where l.guest_id = g.guest_id and l.sent_at is not null)
      and not exists (select from letter l where l.guest_id = g.guest_id and l.sent_at is null and l.failure is null
        and l.recalled_at is null)
    order by m.held_on, g.guest_id`.execute(db);
  return rows;
}
