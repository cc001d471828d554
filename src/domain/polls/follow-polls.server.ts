import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Day, dayOf } from '#domain/meetings/calendar-day.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { isReminderDue, type Reminded, reminderDays } from './reminding.ts';

type OpenPoll = {
  datePollId: string;
  clusterId: string;
  meetingId: string;
  openedAt: Date;
  closesOn: Day;
};

/**
 * What polls need by themselves: those who joined the cluster since are asked too, those who have not answered are
 * reminded at most twice, and what has run out is closed. Each is told in what the system did by itself; done twice,
 * it comes to the same.
 */
export async function followPolls(scope: SystemScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('klyngerum.polls', 0))`.execute(scope.db);
  for (const poll of await listOpenPolls(scope)) {
    if (poll.closesOn < dayOf(scope.now)) await close(scope, poll);
    else {
      await askNewcomers(scope, poll);
      await remind(scope, poll);
    }
  }
}

async function listOpenPolls({ db }: SystemScope): Promise<OpenPoll[]> {
  return db
    .selectFrom('datePoll as d')
    .innerJoin('meeting as m', 'm.meetingId', 'd.meetingId')
    .select(['d.datePollId', 'd.clusterId', 'd.meetingId', 'd.openedAt', 'd.closesOn'])
    .where('d.closedAt', 'is', null)
    .where('m.state', '=', 'polling')
    .orderBy('d.openedAt')
    .orderBy('d.datePollId')
    .execute();
}

async function close(scope: SystemScope, poll: OpenPoll): Promise<void> {
  await scope.db
    .updateTable('datePoll')
    .set({ closedAt: scope.now })
    .where('datePollId', '=', poll.datePollId)
    .execute();
  await tell(scope, poll, 'poll_closed', {});
}

/** Members of today whom no letter has asked about the days: they came after the poll was opened. */
async function askNewcomers(scope: SystemScope, poll: OpenPoll): Promise<void> {
  const { rows } = await sql<{ personId: string }>`
    select distinct m.person_id from member m
    where m.cluster_id = ${poll.clusterId} and m.practice_id is not null and m.valid @> current_day() and m.invited_at > ${poll.openedAt}
      and not exists (select from letter l where l.meeting_id = ${poll.meetingId} and l.person_id = m.person_id
        and l.kind in ('date_poll', 'dates_added') and l.recalled_at is null)
    order by m.person_id`.execute(scope.db);
  await write(scope, poll, 'date_poll', rows);
  if (rows.length > 0) await tell(scope, poll, 'new_members_asked', { people: String(rows.length) });
}

type Silent = Reminded & { personId: string };

async function remind(scope: SystemScope, poll: OpenPoll): Promise<void> {
  const today = dayOf(scope.now);
  const days = reminderDays(dayOf(poll.openedAt), poll.closesOn);
  const due = (await listSilent(scope, poll)).filter((silent) => isReminderDue(days, silent, today));
  await write(scope, poll, 'date_poll_reminder', due);
  if (due.length > 0) await tell(scope, poll, 'voters_reminded', { people: String(due.length) });
}

/** Who has not answered every day of a poll, and what they have been sent about it. New days ask anew. */
async function listSilent({ db }: SystemScope, poll: OpenPoll): Promise<Silent[]> {
  const { rows } = await sql<Silent>`
    select m.person_id, (a.asked_at at time zone 'Europe/Copenhagen')::date::text as asked_on,
      count(l.letter_id) filter (where l.written_at > a.asked_at)::int as sent,
      count(l.letter_id) filter (where l.written_at <= a.asked_at)::int as sent_before,
      (max(l.written_at) at time zone 'Europe/Copenhagen')::date::text as last_sent_on
    from (select distinct m.person_id from member m
      where m.cluster_id = ${poll.clusterId} and m.practice_id is not null and m.valid @> current_day()
        and exists (select from date_option o where o.date_poll_id = ${poll.datePollId} and o.held_on >= current_day() and not exists (
          select from date_vote v where v.date_option_id = o.date_option_id and v.member_id = m.member_id))) m
    join lateral (select max(asking.written_at) as asked_at from letter asking where asking.person_id = m.person_id
      and asking.meeting_id = ${poll.meetingId} and asking.recalled_at is null and asking.kind in ('date_poll', 'dates_added')) a
      on a.asked_at is not null
    left join letter l on l.person_id = m.person_id and l.meeting_id = ${poll.meetingId} and l.recalled_at is null
      and l.kind = 'date_poll_reminder'
    group by m.person_id, a.asked_at order by m.person_id`.execute(db);
  return rows;
}

async function write(
  scope: SystemScope,
  { clusterId, meetingId }: OpenPoll,
  kind: 'date_poll' | 'date_poll_reminder',
  people: readonly { personId: string }[],
): Promise<void> {
  const letter = { kind, clusterId, meetingId };
  for (const { personId } of people) await writeMeetingLetter(scope, { ...letter, to: { personId } });
}

async function tell(
  { db, now }: SystemScope,
  { clusterId, meetingId }: OpenPoll,
  act: string,
  facts: Record<string, string>,
): Promise<void> {
  await db
    .insertInto('ownDoing')
    .values({ clusterId, meetingId, ownDoingId: randomUUID(), act, facts: JSON.stringify(facts), at: now })
    .execute();
}
