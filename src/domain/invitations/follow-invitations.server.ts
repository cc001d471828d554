import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Day, dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { listAsked } from '#domain/polls/asked-members.server.ts';
import { isReminderDue, type Reminded } from '#domain/polls/reminding.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { rsvpReminderDays } from './invitation.ts';
import { sendInvitations } from './invite.server.ts';
import { tellNumbers } from './tell-venue.server.ts';
import { countHeadsAsSystem, findTold } from './venue.server.ts';
import { eveningOf, hasChanged, isTimeForLastNumbers } from './venue.ts';

type Ahead = {
  clusterId: string;
  meetingId: string;
  heldOn: Day;
  startsAt: string;
  place: string;
  venueEmail: string;
  venueCancelDays: number;
  invitedAt: Date | null;
};

/**
 * What meetings ahead need by themselves: those who joined the cluster since are invited, those who have not answered
 * are reminded at most twice, a venue hears of numbers that have changed by its last day, and what people eat is
 * forgotten 14 days after. Each is told in what the system did by itself; done twice, it comes to the same.
 */
export async function followInvitations(scope: SystemScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('klyngerum.invitations', 0))`.execute(scope.db);
  for (const meeting of await listAhead(scope)) {
    if (meeting.invitedAt) {
      await inviteNewcomers(scope, meeting, meeting.invitedAt);
      await remind(scope, meeting);
    }
    await tellLastNumbers(scope, meeting);
  }
  await forgetNeeds(scope);
}

async function listAhead({ db }: SystemScope): Promise<Ahead[]> {
  const { rows } = await sql<Ahead>`
    select cluster_id, meeting_id, held_on, starts_at, place, venue_email, venue_cancel_days, invited_at from meeting
    where state in ('reserved', 'confirmed') and held_on >= current_day() order by held_on, meeting_id`.execute(
    db,
  );
  return rows;
}

async function inviteNewcomers(scope: SystemScope, meeting: Ahead, since: Date): Promise<void> {
  const { clusterId, meetingId } = meeting;
  const { rows } = await sql<{ memberId: string }>`
    select m.member_id from member m where m.cluster_id = ${clusterId} and m.invited_at > ${since}
      and not exists (select from invitation i where i.meeting_id = ${meetingId} and i.member_id = m.member_id)`.execute(
    scope.db,
  );
  const fresh = new Set(rows.map(({ memberId }) => memberId));
  const members = (await listAsked(scope, clusterId)).filter(({ memberId }) => fresh.has(memberId));
  if (members.length === 0) return;
  await sendInvitations(scope, { clusterId, meetingId }, members);
  await tell(scope, meeting, 'new_members_invited', { people: String(members.length) });
}

type Silent = Reminded & { personId: string };

async function remind(scope: SystemScope, meeting: Ahead): Promise<void> {
  const { clusterId, meetingId, heldOn } = meeting;
  const today = dayOf(scope.now);
  const days = rsvpReminderDays(heldOn);
  const due = (await listSilent(scope, meeting)).filter((silent) => isReminderDue(days, silent, today));
  const letter = { kind: 'rsvp_reminder', clusterId, meetingId } as const;
  for (const { personId } of due) await writeMeetingLetter(scope, { ...letter, to: { personId } });
  if (due.length > 0) await tell(scope, meeting, 'invited_reminded', { people: String(due.length) });
}

/** Who is invited and has not answered, and what they have been sent about it. */
async function listSilent({ db }: SystemScope, { meetingId }: Ahead): Promise<Silent[]> {
  const { rows } = await sql<Silent>`
    select s.person_id, s.asked_on, count(l.letter_id)::int as sent, 0 as sent_before,
      (max(l.written_at) at time zone 'Europe/Copenhagen')::date::text as last_sent_on
    from (select m.person_id, (min(i.asked_at) at time zone 'Europe/Copenhagen')::date::text as asked_on
      from invitation i join member m on m.member_id = i.member_id and m.valid @> current_day()
      where i.meeting_id = ${meetingId}
        and not exists (select from rsvp r where r.meeting_id = i.meeting_id and r.member_id = i.member_id)
      group by m.person_id) s
    left join letter l on l.person_id = s.person_id and l.meeting_id = ${meetingId} and l.kind = 'rsvp_reminder'
      and l.recalled_at is null
    group by s.person_id, s.asked_on order by s.person_id`.execute(db);
  return rows;
}

async function tellLastNumbers(scope: SystemScope, meeting: Ahead): Promise<void> {
  const { clusterId, meetingId, heldOn } = meeting;
  const told = meeting.venueEmail ? await findTold(scope, meetingId) : null;
  if (!told) return;
  const time = { heldOn, cancelDays: meeting.venueCancelDays, toldOn: dayOf(told.toldAt) };
  if (!isTimeForLastNumbers(time, dayOf(scope.now))) return;
  const numbers = await countHeadsAsSystem(scope, meetingId);
  const evening = eveningOf(meeting);
  if (!hasChanged(told, numbers, evening)) return;
  await tellNumbers(scope, { clusterId, meetingId, evening, numbers, isAgain: true });
  await scope.db
    .updateTable('meeting')
    .set({ venueConfirmedAt: null })
    .where('meetingId', '=', meetingId)
    .execute();
  await tell(scope, meeting, 'venue_told_again', { people: String(numbers.people) });
}

const DAYS_KEPT = 14;

/** Deletes diets and absences of meetings that are 14 days past, or were called off a day ago. */
async function forgetNeeds(scope: SystemScope): Promise<void> {
  const until = daysAfter(dayOf(scope.now), -DAYS_KEPT);
  const { rows } = await sql<{ clusterId: string; meetingId: string }>`
    with over as (
      select cluster_id, meeting_id from meeting
      where held_on <= ${until} or state = 'cancelled' and cancelled_at < current_moment() - interval '1 day'),
    forgotten as (delete from rsvp_need n using over o where n.meeting_id = o.meeting_id returning n.meeting_id),
    emptied as (update venue_told v set diets = '{}' from over o where v.meeting_id = o.meeting_id and v.diets <> '{}')
    select distinct o.cluster_id, o.meeting_id from over o join forgotten using (meeting_id)`.execute(
    scope.db,
  );
  for (const meeting of rows) await tell(scope, meeting, 'needs_forgotten', {});
}

async function tell(
  { db, now }: SystemScope,
  { clusterId, meetingId }: { clusterId: string; meetingId: string },
  act: string,
  facts: Record<string, string>,
): Promise<void> {
  await db
    .insertInto('ownDoing')
    .values({ clusterId, meetingId, ownDoingId: randomUUID(), act, facts: JSON.stringify(facts), at: now })
    .execute();
}
