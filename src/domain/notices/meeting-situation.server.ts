import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import type { MeetingLetter } from './letters.server.ts';
import type { Situation } from './meeting-letter-refusal.ts';

/** How things stand at this moment with what a letter is about. */
export async function findSituation({ db }: Scope, letter: MeetingLetter): Promise<Situation> {
  const { clusterId, facts, figureOrderId, guestId, kind, meetingId, personId } = letter;
  const { rows } = await sql<Situation>`
    select current_day()::text as today, m.state, m.held_on::text as held_on,
      exists (select from date_poll p where p.meeting_id = m.meeting_id and p.closed_at is null
        and p.closes_on >= current_day() and m.state = 'polling') as is_poll_open,
      exists (select from topic_vote v where v.cluster_id = ${clusterId} and v.closed_at is null
        and v.closes_on >= current_day() and v.topic_vote_id::text = ${facts.vote ?? ''}) as is_vote_open,
      exists (select from questionnaire_round q where q.questionnaire_round_id = ${letter.questionnaireRoundId}::uuid
        and q.state = 'open' and q.closes_on >= current_day()) as is_round_open,
      ${hasAnswered(letter)} as has_answered,
      exists (select from letter l where l.meeting_id = m.meeting_id and l.written_at > ${letter.writtenAt}
        and l.recalled_at is null and l.person_id is not distinct from ${personId}::uuid
        and l.guest_id is not distinct from ${guestId}::uuid
        and l.kind in ('meeting_moved', 'guest_moved', 'venue_numbers', 'venue_numbers_again')) as is_superseded,
      exists (select from figure_order o where o.figure_order_id = ${figureOrderId}::uuid
          and o.state in ('received', 'published', 'given_up'))
        or exists (select from resolution r where r.resolution_id::text = ${facts.resolution ?? ''} and r.done_at is not null)
        or exists (select from guest g where g.guest_id = ${guestId}::uuid and g.cancelled_at is not null) as is_over,
      exists (select from muted u where u.person_id = ${personId}::uuid and u.kind = ${kind}) as is_muted
    from (select 1) one left join meeting m on m.meeting_id = ${meetingId}::uuid and m.cluster_id = ${clusterId}`.execute(
    db,
  );
  return rows[0]!;
}

/** Whether the person has answered what the letter asks: every day of the poll, whether they come, the vote, or the counts; guests likewise. */
function hasAnswered(letter: MeetingLetter) {
  const { clusterId, facts, guestId, kind, meetingId, personId, questionnaireRoundId, respondentId } = letter;
  if (questionnaireRoundId)
    return sql`exists (select from respondent p left join member w on w.member_id = p.member_id
      where p.questionnaire_round_id = ${questionnaireRoundId}::uuid and p.answered_on is not null
        and (p.respondent_id = ${respondentId}::uuid or w.person_id = ${personId}::uuid))`;
  const guest = sql`select from guest g where g.guest_id = ${guestId}::uuid`;
  if (kind === 'guest_invitation_reminder') return sql`exists (${guest} and g.answer <> '')`;
  if (kind === 'guest_dates_reminder')
    return sql`exists (${guest} and (g.answer = 'no' or not exists (select from date_poll p join date_option o using (date_poll_id)
      where p.meeting_id = g.meeting_id and o.held_on >= current_day()
        and not exists (select from guest_vote v where v.guest_id = g.guest_id and v.date_option_id = o.date_option_id))))`;
  const own = sql`(select w.member_id from member w where w.cluster_id = ${clusterId} and w.person_id = ${personId}::uuid)`;
  if (kind === 'rsvp_reminder')
    return sql`exists (select from rsvp a where a.meeting_id = m.meeting_id and a.member_id in ${own})`;
  if (kind.startsWith('own_count_')) return sql`has_counted_all(m.meeting_id, ${personId}::uuid)`;
  if (kind === 'topic_vote') return sql`has_voted(${facts.vote ?? null}::uuid, ${personId}::uuid)`;
  if (kind !== 'date_poll_reminder' && kind !== 'dates_added') return sql`false`;
  return sql`not exists (select from date_poll p join date_option o using (date_poll_id)
    where p.meeting_id = ${meetingId}::uuid and o.held_on >= current_day()
      and not exists (select from date_vote v where v.date_option_id = o.date_option_id and v.member_id in ${own}))`;
}
