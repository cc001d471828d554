import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { RoundPurpose } from './round.ts';
import { seesAnswers } from './seeing.ts';

/** A round of a meeting that leads to its page: one that is open, or whose answers are there. */
export type ShownRound = {
  questionnaireRoundId: string;
  title: string;
  purpose: RoundPurpose;
  state: 'open' | 'counted';
};

/** The rounds of a meeting that are open or counted, for those who are shown answers; none to all others. */
export async function listShownRounds({ db, roles }: ClusterScope, meetingId: string): Promise<ShownRound[]> {
  if (!seesAnswers(roles)) return [];
  const { rows } = await sql<ShownRound>`
    select questionnaire_round_id, definition->>'title' as title, purpose, state from questionnaire_round
    where meeting_id = ${meetingId}::uuid and state in ('open', 'counted')
    order by opens_on, questionnaire_round_id`.execute(db);
  return rows;
}

/** The counted questionnaires of a meeting, by which what it agreed can be measured once more. */
export async function listMeasuringRounds(scope: ClusterScope, meetingId: string): Promise<ShownRound[]> {
  const shown = await listShownRounds(scope, meetingId);
  return shown.filter(({ purpose, state }) => purpose === 'topic' && state === 'counted');
}
