import { sql } from 'kysely';
import { findIndicator } from '#domain/indicators/indicators.server.ts';
import type { Scope } from '#platform/scope.server.ts';
import type { Locale } from '#ui/format.ts';
import { findGuestPart } from './guest-part.server.ts';
import { onOneLine } from './letter.ts';
import { findLetterQuestionnaire } from './letter-questionnaire.server.ts';
import type { MeetingLetter } from './letters.server.ts';
import type { MeetingTold } from './meeting-letter.ts';

/** What a letter tells of besides its receiver and its lines. */
export type Told = Omit<MeetingTold, 'name' | 'lines'>;
type About = Pick<
  MeetingLetter,
  'kind' | 'clusterId' | 'meetingId' | 'guestId' | 'facts' | 'replyToId' | 'questionnaireRoundId'
>;

/** Reads everything that a letter tells of, as it is at this moment. What the reader may not see is left out. */
export async function findTold(scope: Scope, letter: About, locale: Locale): Promise<Told> {
  const meeting = await findMeeting(scope, letter);
  const order = await findOrder(scope, letter, locale);
  return {
    cluster: onOneLine(meeting.cluster),
    sender: onOneLine(meeting.sender),
    today: meeting.today,
    title: onOneLine(meeting.title),
    occasion:
      meeting.heldOn && meeting.startsAt ? { heldOn: meeting.heldOn, startsAt: meeting.startsAt } : null,
    minutes: meeting.minutes,
    place: onOneLine(meeting.place),
    address: onOneLine(meeting.address),
    isOnline: meeting.isOnline,
    isPlaceAlone: letter.facts.change === 'place',
    greeting: meeting.greeting,
    problem: meeting.problem,
    part: await findGuestPart(scope, letter),
    lastNumbersOn: meeting.lastNumbersOn,
    closesOn: closingOf(letter.kind, meeting, order.wantedOn),
    topic: { sentence: onOneLine(meeting.topic), answer: letter.facts.answer ?? meeting.answer },
    action: { sentence: meeting.action, dueOn: meeting.dueOn },
    agreement: {
      what: meeting.agreement,
      measure: onOneLine(meeting.measure),
      hasFigures: meeting.hasFigures,
    },
    dates: await listDates(scope, letter),
    numbers: await findNumbers(scope, letter),
    order,
    questionnaire: await findLetterQuestionnaire(scope, letter),
  };
}

function closingOf(kind: string, meeting: Found, wantedOn: string | null): string | null {
  if (kind.startsWith('own_count_')) return wantedOn;
  return kind === 'topic_vote' ? meeting.voteClosesOn : meeting.pollClosesOn;
}

type Found = {
  cluster: string;
  sender: string;
  today: string;
  title: string;
  heldOn: string | null;
  startsAt: string | null;
  minutes: number;
  place: string;
  address: string;
  isOnline: boolean;
  greeting: string;
  problem: string;
  lastNumbersOn: string | null;
  pollClosesOn: string | null;
  voteClosesOn: string | null;
  topic: string;
  answer: string;
  action: string;
  dueOn: string | null;
  agreement: string;
  measure: string;
  hasFigures: boolean;
};

async function findMeeting(
  { db }: Scope,
  { clusterId, facts, guestId, meetingId, replyToId }: About,
): Promise<Found> {
  const { rows } = await sql<Found>`
    select c.name as cluster, coalesce(s.name, ${facts.colleague ?? ''}) as sender, current_day()::text as today,
      coalesce(m.title, '') as title, m.held_on::text as held_on, m.starts_at::text as starts_at, coalesce(m.minutes, 0) as minutes,
      coalesce(m.place, '') as place, coalesce(m.address, '') as address, coalesce(m.online_url, '') <> '' as is_online,
      coalesce(m.greeting, '') as greeting, coalesce(g.problem, '') as problem,
      (m.held_on - m.venue_cancel_days)::text as last_numbers_on, p.closes_on::text as poll_closes_on,
      v.closes_on::text as vote_closes_on, coalesce(t.sentence, '') as topic, coalesce(t.answer, '') as answer,
      coalesce(r.sentence, '') as action, r.due_on::text as due_on, coalesce(a.what, '') as agreement, coalesce(a.measure, '') as measure,
      a.indicator_key is not null as has_figures
    from cluster c
    left join meeting m on m.cluster_id = c.cluster_id and m.meeting_id = ${meetingId}::uuid
    left join date_poll p on p.meeting_id = m.meeting_id
    left join topic_vote v on v.cluster_id = c.cluster_id and v.topic_vote_id::text = ${facts.vote ?? ''}
    left join guest g on g.meeting_id = m.meeting_id and g.guest_id = ${guestId}::uuid
    left join topic t on t.cluster_id = c.cluster_id and t.topic_id::text = ${facts.topic ?? ''}
    left join resolution r on r.meeting_id = m.meeting_id and r.resolution_id::text = ${facts.resolution ?? ''}
    left join agreement a on a.meeting_id = m.meeting_id and a.agreement_id::text = ${facts.agreement ?? ''}
    left join person s on s.person_id = ${replyToId}::uuid
    where c.cluster_id = ${clusterId}`.execute(db);
  return rows[0]!;
}

async function listDates({ db }: Scope, { meetingId }: About): Promise<MeetingTold['dates']> {
  const { rows } = await sql<MeetingTold['dates'][number]>`
    select o.held_on::text as held_on, o.starts_at::text as starts_at, o.added_at > p.opened_at as is_added
    from date_poll p join date_option o using (date_poll_id)
    where p.meeting_id = ${meetingId}::uuid and o.held_on >= current_day() order by o.held_on, o.starts_at`.execute(
    db,
  );
  return rows;
}

// What the venue was last told is kept; until then the answers of this moment are counted.
async function findNumbers({ db }: Scope, { kind, meetingId }: About): Promise<MeetingTold['numbers']> {
  if (!kind.startsWith('venue_numbers')) return { people: 0, diets: [] };
  const { rows } = await sql<{ people: number; diets: Record<string, number> | null }>`
    select coalesce(t.people, (select count(*)::int from rsvp where meeting_id = ${meetingId}::uuid and answer = 'yes')
        + (select count(*)::int from guest where meeting_id = ${meetingId}::uuid and answer = 'yes' and cancelled_at is null)) as people,
      coalesce(t.diets, (select jsonb_object_agg(diet, many) from (
        select n.diet, count(*) as many from rsvp_need n join rsvp r using (meeting_id, member_id)
        where n.meeting_id = ${meetingId}::uuid and n.diet <> '' and r.answer = 'yes' group by n.diet) d)) as diets
    from (select 1) one left join lateral (
      select people, diets from venue_told where meeting_id = ${meetingId}::uuid order by told_at desc limit 1) t on true`.execute(
    db,
  );
  const { diets, people } = rows[0]!;
  const counted = Object.entries(diets ?? {}).map(([diet, count]) => ({ diet, count }));
  return { people, diets: counted.sort((one, other) => (one.diet < other.diet ? -1 : 1)) };
}

async function findOrder(
  scope: Scope,
  { clusterId, facts, kind, meetingId }: About,
  locale: Locale,
): Promise<MeetingTold['order']> {
  const asked = sql`
    select '' as source, array_agg(distinct indicator_key order by indicator_key) as indicators,
      min(due_on)::text as wanted_on, '' as remark
    from own_count_ask where meeting_id = ${meetingId}::uuid and state = 'open' having count(*) > 0`;
  const ordered = sql`
    select coalesce(s.name, '') as source, o.indicators, o.wanted_on::text as wanted_on, o.remark
    from figure_order o left join source s using (source_id)
    where o.cluster_id = ${clusterId} and o.figure_order_id::text = ${facts.order ?? ''}`;
  const isOwnCount = kind.startsWith('own_count_');
  const { rows } = await sql<MeetingTold['order']>`${isOwnCount ? asked : ordered}`.execute(scope.db);
  const order = rows[0] ?? { source: '', indicators: [], wantedOn: null, remark: '' };
  const names: string[] = [];
  for (const key of order.indicators) names.push((await findIndicator(scope, key))?.name[locale] ?? key);
  return { ...order, source: onOneLine(order.source), indicators: names };
}
