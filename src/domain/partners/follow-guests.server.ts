import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { remindGuests } from './remind-guests.server.ts';

type Came = { guestId: string; clusterId: string; meetingId: string };

/**
 * Guests who have not answered are reminded. Once a meeting is closed each guest who came is written to, once: what was agreed, and what they took home. Nobody
 * whose link is dead by then is.
 */
export async function followGuests(scope: SystemScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('klyngerum.guests', 0))`.execute(scope.db);
  await remindGuests(scope);
  await askAfterwards(scope);
}

async function askAfterwards(scope: SystemScope): Promise<void> {
  const asked = await listToAsk(scope);
  for (const { guestId, clusterId, meetingId } of asked)
    await writeMeetingLetter(scope, { kind: 'guest_afterwards', clusterId, meetingId, to: { guestId } });
  for (const [meetingId, guests] of Map.groupBy(asked, (guest) => guest.meetingId)) {
    const facts = { people: String(guests.length) };
    const { clusterId } = guests[0]!;
    await tellOwnDoing(scope, { clusterId, meetingId, act: 'guests_asked_afterwards', facts });
  }
}

async function listToAsk({ db }: SystemScope): Promise<Came[]> {
  const { rows } = await sql<Came>`
    select g.guest_id, g.cluster_id, g.meeting_id from guest g
    join meeting m on m.meeting_id = g.meeting_id join partner_person p using (partner_person_id)
    where m.state = 'closed' and m.held_on + 30 > current_day()
      and g.answer = 'yes' and g.cancelled_at is null and p.email <> ''
      and not exists (select from letter l where l.guest_id = g.guest_id and l.kind = 'guest_afterwards')
    order by g.meeting_id, g.guest_id`.execute(db);
  return rows;
}
