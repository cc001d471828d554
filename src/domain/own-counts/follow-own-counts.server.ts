import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import { type Day, dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import { settleAct } from '#domain/meetings/settle-deadline.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { insertAsks, listOwnCountIndicators, writeToCounters } from './ask-to-count.server.ts';
import { DAYS_TO_COUNT, isTimeToAsk, isTimeToRemind } from './count-ask.ts';

type Wanted = { clusterId: string; meetingId: string; keys: string[]; dueOn: Day };

/**
 * What own counts need by themselves: practices are asked three weeks before a meeting or an agreement needs their
 * numbers, those who are missing are reminded twice, and what all have counted is settled. Done twice, it comes to the
 * same.
 */
export async function followOwnCounts(scope: SystemScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('klyngerum.own_counts', 0))`.execute(scope.db);
  const today = dayOf(scope.now);
  for (const wanted of [...(await listOfMeetings(scope)), ...(await listOfAgreements(scope))])
    if (isTimeToAsk(wanted.dueOn, today)) await ask(scope, wanted, today);
  await settleCounted(scope);
  await writeFirstLetters(scope);
  await remind(scope, today);
}

// What comes late still leaves a week.
const LEAST_DAYS = 7;

async function ask(scope: SystemScope, wanted: Wanted, today: Day): Promise<void> {
  const counted = await listOwnCountIndicators(scope);
  const indicators = counted.filter(({ key }) => wanted.keys.includes(key));
  const dueOn = wanted.dueOn < today ? daysAfter(today, LEAST_DAYS) : wanted.dueOn;
  await insertAsks(scope, wanted, indicators, dueOn);
}

// A package that has its practices count says by when; nothing is asked twice for the same meeting.
async function listOfMeetings({ db }: SystemScope): Promise<Wanted[]> {
  const { rows } = await sql<Wanted>`
    select m.cluster_id, m.meeting_id, min(d.due_on)::text as due_on,
      array(select jsonb_array_elements_text(m.package -> 'indicators')) as keys
    from meeting m join deadline d on d.meeting_id = m.meeting_id and d.act = 'count_own' and d.state = 'open'
    where m.state in ('polling', 'reserved', 'confirmed') and m.held_on > current_day() and d.due_on is not null
      and jsonb_typeof(m.package -> 'indicators') = 'array'
      and not exists (select from own_count_ask a where a.meeting_id = m.meeting_id)
    group by m.cluster_id, m.meeting_id order by m.meeting_id`.execute(db);
  return rows;
}

async function listOfAgreements({ db }: SystemScope): Promise<Wanted[]> {
  const { rows } = await sql<Wanted>`
    select g.cluster_id, g.meeting_id, t.day::text as due_on, array_agg(distinct g.indicator_key) as keys
    from agreement g join meeting m on m.meeting_id = g.meeting_id and m.state = 'closed'
    cross join lateral (values (g.measured_again_on), (g.second_measure_on)) t (day)
    where g.state = 'open' and g.indicator_key is not null
      and t.day between current_day() and current_day() + ${DAYS_TO_COUNT}::int
    group by g.cluster_id, g.meeting_id, t.day order by g.meeting_id, t.day`.execute(db);
  return rows;
}

type Open = { clusterId: string; meetingId: string };

async function writeFirstLetters(scope: SystemScope): Promise<void> {
  const { rows } = await sql<Open & { isByItself: boolean }>`
    select a.cluster_id, a.meeting_id, bool_and(a.is_by_itself) as is_by_itself
    from own_count_ask a join meeting m on m.meeting_id = a.meeting_id and m.state <> 'cancelled'
    where a.state = 'open' and not exists (select from letter l
      where l.meeting_id = a.meeting_id and l.kind = 'own_count_asked' and l.written_at >= a.asked_at)
    group by a.cluster_id, a.meeting_id order by a.meeting_id`.execute(scope.db);
  for (const { isByItself, ...place } of rows) {
    const people = await writeToCounters(scope, place, 'own_count_asked');
    if (isByItself && people > 0)
      await tellOwnDoing(scope, { ...place, act: 'own_counts_asked', facts: { people: String(people) } });
  }
}

type Due = Open & { ownCountAskId: string; dueOn: Day; reminders: number; state: 'open' };

// Whoever arranges may say that the counting is over, whoever is missing.
async function remind(scope: SystemScope, today: Day): Promise<void> {
  const { rows } = await sql<Due>`
    select a.cluster_id, a.meeting_id, a.own_count_ask_id, a.due_on::text as due_on, a.reminders, a.state
    from own_count_ask a join meeting m on m.meeting_id = a.meeting_id and m.state <> 'cancelled'
    where a.state = 'open' and not exists (select from deadline d
      where d.meeting_id = a.meeting_id and d.act = 'count_own' and d.state <> 'open' and d.settled_at > a.asked_at and a.due_on <= m.held_on)
    order by a.meeting_id, a.own_count_ask_id`.execute(scope.db);
  const due = rows.filter((one) => isTimeToRemind(one, today));
  for (const [meetingId, asks] of Map.groupBy(due, (one) => one.meetingId)) {
    const place = { meetingId, clusterId: asks[0]!.clusterId };
    const people = (await isFresh(scope, meetingId))
      ? 0
      : await writeToCounters(scope, place, 'own_count_reminder');
    if (people > 0)
      await tellOwnDoing(scope, { ...place, act: 'counters_reminded', facts: { people: String(people) } });
    await scope.db
      .updateTable('ownCountAsk')
      .set((ask) => ({ reminders: ask('reminders', '+', 1) }))
      .where(
        'ownCountAskId',
        'in',
        asks.map(({ ownCountAskId }) => ownCountAskId),
      )
      .execute();
  }
}

// Whoever was asked in the last two days needs no reminder.
async function isFresh({ db }: SystemScope, meetingId: string): Promise<boolean> {
  const { rows } = await sql<{ isFresh: boolean }>`
    select exists (select from own_count_ask where meeting_id = ${meetingId} and state = 'open'
      and asked_at > current_moment() - interval '2 days') as is_fresh`.execute(db);
  return rows[0]?.isFresh ?? false;
}

async function settleCounted(scope: SystemScope): Promise<void> {
  const { rows } = await sql<{ meetingId: string }>`
    update own_count_ask a set state = 'done'
    where a.state = 'open' and not exists (select from counted_of(a.own_count_ask_id) c where not c.has_counted)
      and exists (select from counted_of(a.own_count_ask_id))
    returning a.meeting_id`.execute(scope.db);
  for (const meetingId of new Set(rows.map((row) => row.meetingId)))
    if (!(await isWaiting(scope, meetingId))) await settleAct(scope, meetingId, 'count_own');
}

async function isWaiting({ db }: SystemScope, meetingId: string): Promise<boolean> {
  const { rows } = await sql<{ isWaiting: boolean }>`
    select exists (select from own_count_ask where meeting_id = ${meetingId} and state = 'open') as is_waiting`.execute(
    db,
  );
  return rows[0]?.isWaiting ?? false;
}
