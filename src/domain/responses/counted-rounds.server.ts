import { sql } from 'kysely';
import type { Party } from '#domain/questionnaires/question.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listRounds, type RoundOfMeeting } from './rounds.server.ts';
import type { PartyCounts } from './standing.ts';

/** A round with how many were asked and have answered. */
export type CountedRound = RoundOfMeeting & { counts: PartyCounts };

/** The rounds of a cluster, or of one of its meetings, each with how many were asked and have answered. */
export async function listCountedRounds(scope: ClusterScope, meetingId?: string): Promise<CountedRound[]> {
  const rounds = await listRounds(scope, meetingId);
  const counts = await countAll(
    scope,
    rounds.map(({ questionnaireRoundId }) => questionnaireRoundId),
  );
  return rounds.map((round) => ({ ...round, counts: counts.get(round.questionnaireRoundId) ?? {} }));
}

async function countAll({ db }: ClusterScope, ids: readonly string[]): Promise<Map<string, PartyCounts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; party: Party; asked: number; answered: number }>`
    select r.questionnaire_round_id as id, c.party, c.asked, c.answered
    from questionnaire_round r cross join lateral response_counts(r.questionnaire_round_id) c
    where r.questionnaire_round_id = any(${ids}::uuid[])`.execute(db);
  const counts = new Map<string, PartyCounts>();
  for (const { id, party, ...one } of rows) counts.set(id, { ...counts.get(id), [party]: one });
  return counts;
}
