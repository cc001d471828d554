import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { RoundResult } from './result.ts';
import { type Trend, trendsOf } from './trend.ts';

/** The evaluation of one meeting: its result, or that too few answered; null while it is not over. */
export type EvaluatedMeeting = {
  questionnaireRoundId: string;
  meetingTitle: string;
  heldOn: string;
  state: 'open' | 'counted' | 'dropped';
  result: RoundResult | null;
};

/** What came of asking about each meeting, the latest first; nothing to whoever sees no answers. */
export async function listEvaluations({ db }: ClusterScope): Promise<EvaluatedMeeting[]> {
  const { rows } = await sql<EvaluatedMeeting>`
    select r.questionnaire_round_id, m.title as meeting_title, m.held_on::text as held_on, r.state, q.result
    from questionnaire_round r join meeting m on m.meeting_id = r.meeting_id
    left join questionnaire_result q on q.questionnaire_round_id = r.questionnaire_round_id and q.party = 'member'
    where r.purpose = 'evaluation' and r.state in ('open', 'counted', 'dropped') and m.held_on is not null and (select sees_answers())
    order by m.held_on desc, r.questionnaire_round_id`.execute(db);
  return rows;
}

/** How the answers have gone from meeting to meeting; a meeting that too few answered about is a gap. */
export function trendOfMeetings(meetings: readonly EvaluatedMeeting[]): Trend[] {
  const trends = trendsOf(meetings.flatMap(({ heldOn, result }) => (result ? [{ heldOn, result }] : [])));
  const silent = meetings
    .filter(({ state }) => state === 'dropped')
    .map(({ heldOn }) => ({ heldOn, share: null }));
  return trends.map((trend) => ({
    ...trend,
    points: [...trend.points, ...silent].sort((one, other) => (one.heldOn < other.heldOn ? -1 : 1)),
  }));
}
