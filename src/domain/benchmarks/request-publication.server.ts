import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

export type Publishable = { indicatorKey: string; period: { from: string; until: string }; sourceId: string };

/** Asks the worker to publish what a source has delivered to this cluster. It answers on the publication's row. */
export const requestPublication = command(
  { permission: 'spread.publish', event: 'publication.requested' },
  async (
    scope: ClusterScope,
    indicatorKey: string,
    { period, sourceId }: Omit<Publishable, 'indicatorKey'>,
  ) => {
    const { db, clusterId } = scope;
    const delivered = await db
      .selectFrom('deliveryPart as p')
      .innerJoin('delivery as d', 'd.deliveryId', 'p.deliveryId')
      .select('p.deliveryId')
      .where('p.clusterId', '=', clusterId)
      .where('p.indicatorKey', '=', indicatorKey)
      .where('p.periodFrom', '=', period.from)
      .where('p.periodUntil', '=', period.until)
      .where('d.sourceId', '=', sourceId)
      .where('d.state', '=', 'confirmed')
      .executeTakeFirst();
    if (!delivered) return refused('nothing_delivered');
    const publicationId = randomUUID();
    const subject = { clusterId, indicatorKey, periodFrom: period.from, periodUntil: period.until, sourceId };
    await db
      .insertInto('publication')
      .values({ ...subject, publicationId, requestedAt: scope.now })
      .execute();
    await sql`select queue.enqueue('publish-spread', ${publicationId})`.execute(db);
    return made(publicationId);
  },
);
