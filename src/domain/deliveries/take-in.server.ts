import { sql } from 'kysely';
import { announceFigures } from '#domain/notices/announce-figures.server.ts';
import { copyRows } from '#platform/copy.ts';
import type { DeliveryScope } from './delivering.server.ts';
import type { Counts } from './delivery.ts';
import type { Mapping } from './mapping.ts';
import type { Taken } from './matching.ts';

/** What a draft becomes: its figures, how its columns were understood, and the counts that stay. */
export type TakingIn = { mapping: Mapping; taken: readonly Taken[]; counts: Counts };

/**
 * Makes measurements of a draft's figures and a confirmed delivery of the draft, and tells the practices. All of
 * it in the scope's one transaction.
 */
export async function takeIn(
  scope: DeliveryScope,
  deliveryId: string,
  { mapping, taken, counts }: TakingIn,
): Promise<void> {
  await sql`select set_config('app.delivery', ${deliveryId}, true)`.execute(scope.db);
  await stage(scope, taken);
  await insertStaged(scope, deliveryId);
  await scope.db
    .updateTable('delivery')
    .set({
      state: 'confirmed',
      confirmedAt: scope.now,
      mapping: JSON.stringify(mapping),
      rowCount: counts.rows,
      figureCount: counts.figures,
      missingCount: counts.missing,
      practiceCount: counts.practices,
    })
    .where('deliveryId', '=', deliveryId)
    .execute();
  await announceFigures(scope, deliveryId);
}

// COPY into a table with row-level security is refused, so the rows come by way of one without, all of text.
async function stage({ db }: DeliveryScope, taken: readonly Taken[]): Promise<void> {
  await sql`select stage_figures()`.execute(db);
  await copyRows(db, 'staged_figure', rowsOf(taken));
}

function* rowsOf(taken: readonly Taken[]) {
  for (const { figure, practiceId, clusterId } of taken) {
    const { indicatorKey, period, numerator, denominator, value, missing, line } = figure;
    const kind = [practiceId, clusterId, indicatorKey, period.from, period.until];
    yield [...kind, numerator, denominator, value, missing, line];
  }
}

async function insertStaged({ db }: DeliveryScope, deliveryId: string): Promise<void> {
  await sql`insert into measurement (delivery_id, practice_id, indicator_key, period_from, period_until,
      numerator, denominator, value, missing, line)
    select ${deliveryId}::uuid, practice_id::uuid, indicator_key, period_from::date, period_until::date,
      numerator::numeric, denominator::numeric, value::numeric, missing, line::integer
    from staged_figure`.execute(db);
  await sql`insert into delivery_part (delivery_id, cluster_id, indicator_key, period_from, period_until, practices)
    select ${deliveryId}::uuid, cluster_id::uuid, indicator_key, period_from::date, period_until::date,
      count(*) filter (where value is not null)
    from staged_figure group by 2, 3, 4, 5`.execute(db);
}
