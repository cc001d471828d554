import { type RawBuilder, sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listHoldings, listMembers } from './members.server.ts';
import { type Holder, type Holding, hasCoordinator } from './role-holding.ts';

/** A span of days that ends before today, and keeps its beginning. */
export const UNTIL_TODAY: RawBuilder<string> = sql`daterange(lower(valid), current_day())`;

/** A span of days from today on. */
export const FROM_TODAY: RawBuilder<string> = sql`daterange(current_day(), null)`;

type Loss = { holders?: (holder: Holder) => boolean; holdings?: (holding: Holding) => boolean };

/**
 * Whether the cluster has a coordinator without these memberships and roles. Until the transaction is done nobody
 * else can take one away, so that two who end each other do not both succeed.
 */
export async function hasCoordinatorWithout(scope: ClusterScope, loss: Loss): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${scope.clusterId}, 21))`.execute(scope.db);
  const holders = (await listMembers(scope)).filter((holder) => !loss.holders?.(holder));
  const holdings = (await listHoldings(scope)).filter((holding) => !loss.holdings?.(holding));
  return hasCoordinator(holders, holdings);
}

/** Ends memberships today, and the roles that hang on them. */
export async function endMembers({ db }: ClusterScope, memberIds: string[]): Promise<void> {
  if (memberIds.length === 0) return;
  const today = sql<boolean>`valid @> current_day()`;
  await db
    .updateTable('roleHolding')
    .set({ valid: UNTIL_TODAY })
    .where('memberId', 'in', memberIds)
    .where(today)
    .execute();
  await db
    .updateTable('member')
    .set({ valid: UNTIL_TODAY })
    .where('memberId', 'in', memberIds)
    .where(today)
    .execute();
}
