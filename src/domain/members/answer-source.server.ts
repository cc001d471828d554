import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

export type SourceAnswer = { practiceId: string; answer: 'yes' | 'no' };

/**
 * Says on behalf of a practice whether a source's figures of it may stand in the cluster's pictures. A no takes
 * down, in the same transaction, every picture in which they stand; answers how many that were.
 */
export const answerSource = command(
  { permission: 'source.answer', event: 'source.answered' },
  async (scope: ClusterScope, sourceId: string, { practiceId, answer }: SourceAnswer) => {
    const answeredBy = await deciderFor(scope, practiceId);
    if (!answeredBy) return refused('not_yours_to_decide');
    const source = await findSource(scope, practiceId, sourceId);
    // A source that was dismissed can still be told no, as long as it holds a yes.
    if (!source || (answer === 'yes' && !source.isServing)) return refused('no_such_source');
    const takenDown = answer === 'no' ? await takeDown(scope, practiceId, sourceId) : 0;
    // An answer never stands at the moment of an earlier one: the later of them counts.
    const answeredAt = new Date(Math.max(scope.now.getTime(), (source.answeredAt?.getTime() ?? 0) + 1));
    await scope.db
      .insertInto('sourceAnswer')
      .values({ practiceId, sourceId, answer, answeredBy, answeredAt })
      .execute();
    return made({ takenDown });
  },
);

async function deciderFor(scope: ClusterScope, practiceId: string): Promise<string | undefined> {
  const own = await scope.db
    .selectFrom('member')
    .select('memberId')
    .where('personId', '=', scope.personId)
    .where('clusterId', '=', scope.clusterId)
    .where('practiceId', '=', practiceId)
    .where('kind', '=', 'doctor')
    .where(sql<boolean>`valid @> current_day()`)
    .where(sql<boolean>`practice_id in (select practice_id from practices_to_decide_for())`)
    .executeTakeFirst();
  return own?.memberId;
}

async function findSource({ db }: ClusterScope, practiceId: string, sourceId: string) {
  const { rows } = await sql<{ isServing: boolean; answeredAt: Date | null }>`
    select is_serving, answered_at from sources_of_own_practices()
    where practice_id = ${practiceId}::uuid and source_id = ${sourceId}::uuid`.execute(db);
  return rows[0];
}

async function takeDown({ db }: ClusterScope, practiceId: string, sourceId: string): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select take_down_spreads_of_practice(${practiceId}::uuid, ${sourceId}::uuid) as taken`.execute(db);
  return rows[0]?.taken ?? 0;
}
