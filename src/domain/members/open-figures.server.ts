import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { canonicalKey } from './practice-key.ts';
import { tellColleagues } from './tell-colleagues.server.ts';

const MOST_TRIES_AN_HOUR = 10;

/**
 * Opens the practice's figures to one of its members, the person that asks, who holds the practice's key. Those
 * who could see them already are told. Every try is counted, also one that is refused.
 */
export const openFigures = command(
  { permission: 'practice.open', event: 'figure_access.opened' },
  async (scope: ClusterScope, memberId: string, typedKey: string) => {
    if (!(await isOfAPractice(scope, memberId))) return refused('not_of_a_practice');
    if (!(await mayTry(scope, memberId))) return refused('too_many_tries');
    const key = canonicalKey(typedKey);
    if (!key || !(await fits(scope, memberId, key))) return refused('wrong_key');
    await tellColleagues(scope, memberId);
    return done;
  },
);

async function isOfAPractice({ db, clusterId, personId }: ClusterScope, memberId: string): Promise<boolean> {
  const own = await db
    .selectFrom('member')
    .select('memberId')
    .where('memberId', '=', memberId)
    .where('clusterId', '=', clusterId)
    .where('personId', '=', personId)
    .where('practiceId', 'is not', null)
    .where(sql<boolean>`valid @> current_day()`)
    .executeTakeFirst();
  return own !== undefined;
}

async function mayTry({ db }: ClusterScope, memberId: string): Promise<boolean> {
  const { rows } = await sql<{ allowed: boolean }>`
    select attempt_allowed(${`practice-key:${memberId}`}, ${MOST_TRIES_AN_HOUR}, '1 hour') as allowed`.execute(
    db,
  );
  return rows[0]?.allowed === true;
}

async function fits({ db }: ClusterScope, memberId: string, key: string): Promise<boolean> {
  const { rows } = await sql<{
    fits: boolean;
  }>`select use_practice_key(${memberId}::uuid, ${key}) as fits`.execute(db);
  return rows[0]?.fits === true;
}
