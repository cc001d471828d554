import { sql } from 'kysely';
import { OWN_ACTS, type OwnAct } from '#domain/journal/own-act.ts';
import type { DeadlineAct } from '#domain/packages/package.ts';
import { LEAST_ANSWERS } from '#domain/responses/result-disclosure.ts';
import { DAYS_TO_PROLONG } from '#domain/responses/round.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import { type OwnDoing, pageOfAct, type Thing } from './thing.ts';

type Row = Omit<Thing, 'path' | 'deadline'> & { meetingId: string | null; act: string; words: string };

/** By when who has not answered about days, or a questionnaire, is to be rung: at once, after the last reminder; or within the week. */
const RINGING = { now: 1, week: 6 } as const;

/**
 * Everything that waits for those who lead a cluster, in no order; what is due within a week counts as waiting. Whom to
 * ring is told when the last reminder has gone, or, for the week, whenever in it the answer is due.
 */
export async function listThings(
  { db }: ClusterScope | SystemScope,
  clusterId: string,
  span: keyof typeof RINGING = 'now',
): Promise<Thing[]> {
  const { rows } = await sql<Row>`
    with ahead as (select * from meeting where cluster_id = ${clusterId} and state in ('polling', 'reserved', 'confirmed')),
    soon as (select current_day() + 7 as day)
    select 'mail_failed' as kind, min(l.written_at)::date::text as due_on, m.title as about, count(*)::int as count, m.meeting_id, '' as act, '' as words
      from letter l join ahead m on m.meeting_id = l.meeting_id
      where l.bounced_at is not null or l.failure in ('refused', 'no_address', 'gave_up') group by m.meeting_id, m.title
    union all
    select 'choose_date', p.closes_on::text, m.title, 1, m.meeting_id, '', '' from date_poll p join ahead m on m.meeting_id = p.meeting_id
      where m.state = 'polling' and (p.closed_at is not null or p.closes_on < current_day())
    union all
    select 'ring_round', p.closes_on::text, m.title, s.silent, m.meeting_id, '', '' from date_poll p join ahead m on m.meeting_id = p.meeting_id
      cross join lateral (${countSilent(clusterId)}) s
      where m.state = 'polling' and p.closed_at is null and p.closes_on between current_day() and current_day() + ${RINGING[span]}::int
        and s.silent > 0
    union all
    select 'order_without_source', o.send_on::text, m.title, 1, m.meeting_id, '', '' from figure_order o join meeting m on m.meeting_id = o.meeting_id
      where o.cluster_id = ${clusterId} and m.state <> 'cancelled' and o.state = 'planned' and o.source_id is null
        and o.send_on <= (select day from soon)
        -- What a meeting that is over should have had is too late; what it agreed to measure again is not.
        and (m.held_on is null or m.held_on >= current_day() or o.send_on > m.held_on)
    union all
    select 'confirm_meeting', (m.held_on - 30)::text, m.title, 1, m.meeting_id, '', '' from ahead m
      where m.state = 'reserved' and m.held_on - 30 <= current_day() and not exists (
        select from deadline d where d.meeting_id = m.meeting_id and d.act = 'send_invitation' and d.state = 'open'
          and d.due_on <= (select day from soon))
    union all
    -- What was to be done before a meeting that is over is no longer to be done; minutes go when it is closed.
    select 'deadline', d.due_on::text, m.title, 1, m.meeting_id, d.act, d.title from deadline d
      join meeting m on m.meeting_id = d.meeting_id
      where d.cluster_id = ${clusterId} and m.state <> 'cancelled' and d.state = 'open' and d.due_on <= (select day from soon)
        and d.act not in ('order_figures', 'measure_again', 'minutes') and (d.offset_days >= 0 or m.state not in ('held', 'closed'))
    union all
    select 'close_meeting', (m.held_on + 2)::text, m.title, 1, m.meeting_id, '', '' from meeting m
      where m.cluster_id = ${clusterId} and m.state = 'held'
    union all
    select 'topics_voted', v.closes_on::text, '', 1, null, '', '' from topic_vote v
      where v.cluster_id = ${clusterId} and (v.closed_at is not null or v.closes_on < current_day())
        and v.closes_on > current_day() - 60
        and exists (select from topic_choice c join topic t on t.topic_id = c.topic_id
          where c.topic_vote_id = v.topic_vote_id and t.state = 'proposed')
        and not exists (select from topic_choice c join topic t on t.topic_id = c.topic_id
          where c.topic_vote_id = v.topic_vote_id and t.state in ('planned', 'met'))
    union all
    select 'publish_figures', o.received_at::date::text, m.title, 1, m.meeting_id, '', '' from figure_order o join meeting m on m.meeting_id = o.meeting_id
      where o.cluster_id = ${clusterId} and o.state = 'received'
    union all
    ${whatRoundsAskFor(clusterId, span)}
    union all
    select 'agreement_due', a.measured_again_on::text, a.what, 1, a.meeting_id, a.agreement_id::text, '' from agreement a
      where a.cluster_id = ${clusterId} and a.state = 'open' and coalesce(a.second_measure_on, a.measured_again_on) <= current_day()`.execute(
    db,
  );
  return rows.map(({ meetingId, act, words, ...thing }) => ({
    ...thing,
    deadline: thing.kind === 'deadline' ? { act: act as DeadlineAct, title: words } : null,
    path: pathOf(thing.kind, meetingId, act),
  }));
}

// A questionnaire that is soon over, or over, with too few answers; words of one that nobody has chosen among; answers
// for a meeting within the week.
function whatRoundsAskFor(clusterId: string, span: keyof typeof RINGING) {
  const { answers, wellbeing } = LEAST_ANSWERS;
  const tooFew = sql`select r.*, s.silent
      from questionnaire_round r join meeting m on m.meeting_id = r.meeting_id and m.state <> 'cancelled'
      cross join lateral (select count(*)::int as silent from respondent p
        where p.questionnaire_round_id = r.questionnaire_round_id and p.answered_on is null and p.member_id is not null) s
      where r.cluster_id = ${clusterId} and r.state = 'open' and not exists (
        select from respondent p where p.questionnaire_round_id = r.questionnaire_round_id and p.answered_on is not null
        group by p.member_id is null having count(*) >= case when r.is_wellbeing then ${wellbeing}::int else ${answers}::int end)`;
  return sql`select 'round_short', r.closes_on::text, r.definition->>'title', r.silent, r.meeting_id, r.questionnaire_round_id::text, ''
      from (${tooFew}) r where r.closes_on between current_day() and current_day() + ${RINGING[span]}::int and r.silent > 0
    union all
    select 'round_too_few', (r.closes_on + ${DAYS_TO_PROLONG}::int)::text, r.definition->>'title', 1, r.meeting_id, r.questionnaire_round_id::text, ''
      from (${tooFew}) r where r.closes_on < current_day()
    union all
    select 'texts_to_read', (r.counted_on + 7)::text, r.definition->>'title', count(*)::int, r.meeting_id, r.questionnaire_round_id::text, ''
      from questionnaire_round r join text_answer t on t.questionnaire_round_id = r.questionnaire_round_id join meeting m on m.meeting_id = r.meeting_id
      where r.cluster_id = ${clusterId} and r.state = 'counted' and current_day() <= greatest(m.held_on, r.counted_on + 14)
      group by r.questionnaire_round_id having not bool_or(t.is_released)
    union all
    select 'results_ready', (m.held_on - 1)::text, r.definition->>'title', 1, r.meeting_id, r.questionnaire_round_id::text, ''
      from questionnaire_round r join ahead m on m.meeting_id = r.meeting_id
      where r.state = 'counted' and r.purpose = 'topic' and m.held_on between current_day() + 1 and (select day from soon)`;
}

// Who is in a practice and has not answered every day of the poll `p` that is still to come.
function countSilent(clusterId: string) {
  return sql`select count(distinct b.person_id)::int as silent from member b
    where b.cluster_id = ${clusterId} and b.practice_id is not null and b.valid @> current_day()
      and exists (select from date_option o where o.date_poll_id = p.date_poll_id and o.held_on >= current_day()
        and not exists (select from date_vote v where v.date_option_id = o.date_option_id and v.member_id = b.member_id))`;
}

function pathOf(kind: Thing['kind'], meetingId: string | null, act: string): string {
  const meeting = `/meetings/${meetingId}`;
  switch (kind) {
    case 'mail_failed':
      return `${meeting}/letters`;
    case 'choose_date':
    case 'ring_round':
      return `${meeting}/dates`;
    case 'confirm_meeting':
      return `${meeting}/people`;
    case 'order_without_source':
      return `${meeting}/figures`;
    case 'deadline':
      return meeting + pageOfAct(act);
    case 'close_meeting':
      return meeting;
    case 'topics_voted':
      return '/topics';
    case 'publish_figures':
      return '/indicators';
    case 'round_short':
    case 'round_too_few':
    case 'results_ready':
      return `/questionnaires/rounds/${act}`;
    case 'texts_to_read':
      return `/questionnaires/rounds/${act}/texts`;
    case 'agreement_due':
      return `/agreements/${act}`;
  }
}

const DAYS_BACK = 60;

/** What the system did by itself in the last two months, newest first. */
export async function listOwnDoings({ db }: ClusterScope): Promise<OwnDoing[]> {
  const rows = await db
    .selectFrom('ownDoing as o')
    .leftJoin('meeting as m', 'm.meetingId', 'o.meetingId')
    .select([
      'o.ownDoingId',
      'o.act',
      'o.meetingId',
      'm.title as meetingTitle',
      'm.state as meetingState',
      'o.facts',
      'o.at',
      'o.undoneAt',
    ])
    .where('o.act', 'in', OWN_ACTS)
    .where(sql<boolean>`o.at > current_moment() - make_interval(days => ${DAYS_BACK})`)
    .orderBy('o.at', 'desc')
    .orderBy('o.ownDoingId')
    .execute();
  return rows.map((row) => ({
    ...row,
    act: row.act as OwnAct,
    facts: row.facts as Record<string, string>,
  }));
}
