import { sql } from 'kysely';
import { rsvpReminderDays } from '#domain/invitations/invitation.ts';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import { type Day, dayOf } from '#domain/meetings/calendar-day.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { reminderDays } from '#domain/polls/reminding.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { isGuestReminderDue } from './guest.ts';

type Silent = {
  guestId: string;
  clusterId: string;
  meetingId: string;
  /** The day on which they were last asked. */
  askedOn: Day;
  /** Days of the poll for those who are asked about days; null for those who are asked to the meeting. */
  openedOn: Day | null;
  closesOn: Day | null;
  heldOn: Day | null;
};

/**
 * Reminds guests who have not answered, once for each time that they were asked: of days together with the last
 * reminder of members, of the meeting fourteen days before it, or five for those who were asked later.
 */
export async function remindGuests(scope: SystemScope): Promise<void> {
  const today = dayOf(scope.now);
  const silent = [...(await listSilentAboutDays(scope)), ...(await listSilentAboutComing(scope))];
  const due = silent.filter((guest) => isGuestReminderDue(daysOf(guest), guest.askedOn, today));
  for (const { closesOn, guestId, clusterId, meetingId } of due) {
    const kind = closesOn ? 'guest_dates_reminder' : 'guest_invitation_reminder';
    await writeMeetingLetter(scope, { kind, clusterId, meetingId, to: { guestId } });
  }
  for (const [meetingId, guests] of Map.groupBy(due, (guest) => guest.meetingId)) {
    const facts = { people: String(guests.length) };
    await tellOwnDoing(scope, { clusterId: guests[0]!.clusterId, meetingId, act: 'guests_reminded', facts });
  }
}

function daysOf({ closesOn, heldOn, openedOn }: Silent): Day[] {
  if (openedOn && closesOn) return reminderDays(openedOn, closesOn).slice(-1);
  return heldOn ? rsvpReminderDays(heldOn) : [];
}

async function listSilentAboutDays({ db }: SystemScope): Promise<Silent[]> {
  const { rows } = await sql<Silent>`
    select g.guest_id, g.cluster_id, g.meeting_id, ${lastAsked(sql`'guest_dates'`)} as asked_on, null as held_on,
      (p.opened_at at time zone 'Europe/Copenhagen')::date::text as opened_on, p.closes_on::text as closes_on
    from guest g join meeting m on m.meeting_id = g.meeting_id and m.state = 'polling'
    join date_poll p on p.meeting_id = m.meeting_id and p.closed_at is null and p.closes_on >= current_day()
    where ${isWaitedFor(sql`'guest_dates'`, 'guest_dates_reminder')} and g.answer <> 'no'
      and exists (select from date_option o where o.date_poll_id = p.date_poll_id and o.held_on >= current_day()
        and not exists (select from guest_vote v where v.guest_id = g.guest_id and v.date_option_id = o.date_option_id))
    order by g.meeting_id, g.guest_id`.execute(db);
  return rows;
}

const INVITING = sql`'guest_invitation', 'guest_moved'`;

async function listSilentAboutComing({ db }: SystemScope): Promise<Silent[]> {
  const { rows } = await sql<Silent>`
    select g.guest_id, g.cluster_id, g.meeting_id, ${lastAsked(INVITING)} as asked_on, m.held_on::text as held_on,
      null as opened_on, null as closes_on
    from guest g join meeting m on m.meeting_id = g.meeting_id and m.state in ('reserved', 'confirmed') and m.held_on >= current_day()
    where ${isWaitedFor(INVITING, 'guest_invitation_reminder')} and g.answer = ''
    order by g.meeting_id, g.guest_id`.execute(db);
  return rows;
}

// A new place asks nothing.
function asking(kinds: ReturnType<typeof sql>) {
  return sql`select max(l.written_at) from letter l where l.guest_id = g.guest_id and l.recalled_at is null
    and l.kind in (${kinds}) and l.facts ->> 'change' is distinct from 'place'`;
}

function lastAsked(kinds: ReturnType<typeof sql>) {
  return sql`((${asking(kinds)}) at time zone 'Europe/Copenhagen')::date::text`;
}

/** A guest who was asked, can be reached, is not called off, and has not been reminded since. */
function isWaitedFor(kinds: ReturnType<typeof sql>, reminder: string) {
  return sql`g.invited_at is not null and g.cancelled_at is null and (${asking(kinds)}) is not null
    and exists (select from partner_person w where w.partner_person_id = g.partner_person_id and w.email <> '' and w.ended_at is null)
    and not exists (select from letter r where r.guest_id = g.guest_id and r.kind = ${reminder} and r.recalled_at is null
      and r.written_at > (${asking(kinds)}))`;
}
