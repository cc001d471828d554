import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import { mainKindOf, type WaitingRound } from './waiting-round.ts';

/** The rounds of letters about a meeting that can still be taken back whole, for those who arrange it. */
export async function listWaitingRounds({ db }: ClusterScope, meetingId: string): Promise<WaitingRound[]> {
  const { rows } = await sql<{ roundId: string; kinds: string[]; count: number; dueAt: Date }>`
    select round_id, array_agg(distinct kind) as kinds, count(*)::int as count, min(due_at) as due_at
    from letter where meeting_id = ${meetingId} and round_id is not null and recalled_at is null
    group by round_id
    having bool_and(sent_at is null and failure is null and attempts = 0) and min(due_at) > current_moment()
    order by min(due_at), round_id`.execute(db);
  return rows.flatMap(({ kinds, ...round }) => {
    const kind = mainKindOf(kinds);
    return kind ? [{ ...round, kind }] : [];
  });
}
