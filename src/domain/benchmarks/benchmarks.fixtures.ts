import { sql } from 'kysely';
import { asSystem } from '#platform/scope.server.ts';
import type { ACluster, AFigure, ASource } from '#test/build.ts';
import { aDelivery, YEAR } from '#test/build.ts';
import { NOW, newId, owner, worker } from '#test/world.ts';
import { publishSpread } from './publish-spread.server.ts';

/** Figures for every practice of the cluster: the numerators given, of 100 each. */
export function figuresOf(cluster: ACluster, numerators: readonly number[], denominator = 100): AFigure[] {
  return cluster.practices.flatMap(({ practiceId }, index) => {
    const numerator = numerators[index];
    return numerator === undefined ? [] : [{ practiceId, numerator, denominator }];
  });
}

/** Delivers and publishes as the worker does. Answers what became of the publication. */
export async function published(
  cluster: ACluster,
  source: ASource,
  wish: { period?: typeof YEAR; now?: Date; indicatorKey?: string } = {},
) {
  const publicationId = newId();
  const { from, until } = wish.period ?? YEAR;
  const subject = {
    clusterId: cluster.clusterId,
    indicatorKey: wish.indicatorKey ?? 'prove',
    periodFrom: from,
    periodUntil: until,
    sourceId: source.sourceId,
  };
  const now = wish.now ?? NOW;
  await owner
    .insertInto('publication')
    .values({ ...subject, publicationId, requestedAt: now })
    .execute();
  await asSystem(worker, { now }, (scope) => publishSpread(scope, publicationId));
  return owner
    .selectFrom('publication')
    .select(['state', 'refusal'])
    .where('publicationId', '=', publicationId)
    .executeTakeFirstOrThrow();
}

/** Delivers figures to the cluster and publishes them. */
export async function deliveredAndPublished(
  cluster: ACluster,
  source: ASource,
  numerators: readonly number[],
) {
  const deliveryId = await aDelivery(source, figuresOf(cluster, numerators));
  await owner
    .insertInto('deliveryPart')
    .values({
      deliveryId,
      clusterId: cluster.clusterId,
      indicatorKey: 'prove',
      periodFrom: YEAR.from,
      periodUntil: YEAR.until,
      practices: numerators.length,
    })
    .execute();
  return { deliveryId, publication: await published(cluster, source) };
}

/** All rows of a table as the owner sees them, for tests of what was stored. */
export async function rowsOf(
  table: 'spread' | 'spread_contributor' | 'spread_total' | 'publication' | 'journal' | 'figure_look',
) {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(owner);
  return rows;
}
