import { sql } from 'kysely';
import type { DeliveryScope } from './delivering.server.ts';
import type { Counts, DeliveryState } from './delivery.ts';
import type { Mapping } from './mapping.ts';
import { mappingSchema } from './mapping-schema.ts';

/** A delivery as its source sees it. `isOwn`: this person uploaded it. */
export type Delivery = {
  deliveryId: string;
  sourceId: string;
  state: DeliveryState;
  fileName: string;
  delivererName: string | null;
  isOwn: boolean;
  extractedOn: string | null;
  startedAt: Date;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
  counts: Counts;
};

/** A delivery of the source of this scope, or null. */
export async function findDelivery(scope: DeliveryScope, deliveryId: string): Promise<Delivery | null> {
  const [delivery] = await listDeliveries(scope, deliveryId);
  return delivery ?? null;
}

/** The deliveries of a source's scope, newest first, those refused left out; all of them, or the one asked for. */
export async function listDeliveries(scope: DeliveryScope, deliveryId?: string): Promise<Delivery[]> {
  const person = scope.kind === 'source' ? scope.personId : null;
  const rows = await scope.db
    .selectFrom('delivery as d')
    .leftJoin('person as p', 'p.personId', 'd.delivererId')
    .select(['d.deliveryId', 'd.sourceId', 'd.state', 'd.fileName', 'd.extractedOn', 'd.startedAt'])
    .select(['d.confirmedAt', 'd.withdrawnAt', 'd.rowCount', 'd.figureCount', 'd.missingCount'])
    .select(['d.practiceCount', 'd.delivererId', 'p.name as delivererName'])
    .where('d.state', '!=', 'refused')
    .$if(scope.kind === 'source', (query) =>
      query.where('d.sourceId', '=', sql<string>`(select current_source())`),
    )
    .$if(deliveryId !== undefined, (query) => query.where('d.deliveryId', '=', deliveryId!))
    .orderBy('d.startedAt', 'desc')
    .orderBy('d.deliveryId')
    .execute();
  return rows.map(({ rowCount, figureCount, missingCount, practiceCount, delivererId, ...row }) => ({
    ...row,
    state: row.state as DeliveryState,
    isOwn: delivererId === person,
    counts: { rows: rowCount, figures: figureCount, missing: missingCount, practices: practiceCount },
  }));
}

/** A draft of the person's own, with how its columns are understood; null when it is not theirs or not open. */
export async function findDraft(
  scope: DeliveryScope,
  deliveryId: string,
): Promise<(Delivery & { mapping: Mapping; hash: Buffer }) | null> {
  const delivery = await findDelivery(scope, deliveryId);
  if (!delivery?.isOwn || delivery.state !== 'draft') return null;
  const { mapping, hash } = await scope.db
    .selectFrom('delivery')
    .select(['mapping', sql<Buffer>`hash_of_draft(delivery_id)`.as('hash')])
    .where('deliveryId', '=', deliveryId)
    .executeTakeFirstOrThrow();
  return { ...delivery, mapping: mappingSchema.parse(mapping), hash };
}

type Earlier = { deliveryId: string; confirmedAt: Date };

/** The confirmed delivery of a file with this SHA-256, or null. */
export async function findDelivered(
  scope: DeliveryScope,
  sourceId: string,
  hash: Buffer,
): Promise<Earlier | null> {
  // Web reads no hash; it only asks about one, and only for the source that it acts for.
  const { rows } =
    scope.kind === 'system'
      ? await sql<Earlier>`select delivery_id, confirmed_at from delivery
          where source_id = ${sourceId} and file_hash = ${hash} and state = 'confirmed'`.execute(scope.db)
      : await sql<Earlier>`select * from delivered_before(${hash})`.execute(scope.db);
  return rows[0] ?? null;
}

/** What is known of a part of a delivery afterwards: a cluster, an indicator, a period, and how many practices. */
export type DeliveredPart = {
  clusterId: string;
  clusterName: string;
  indicatorKey: string;
  from: string;
  until: string;
  practices: number;
};

/** The parts of a delivery, by indicator, newest period first, then by the name of the cluster. */
export async function listParts({ db }: DeliveryScope, deliveryId: string): Promise<DeliveredPart[]> {
  return db
    .selectFrom('deliveryPart as p')
    .innerJoin('cluster as c', 'c.clusterId', 'p.clusterId')
    .select(['p.clusterId', 'c.name as clusterName', 'p.indicatorKey', 'p.practices'])
    .select(['p.periodFrom as from', 'p.periodUntil as until'])
    .where('p.deliveryId', '=', deliveryId)
    .orderBy('p.indicatorKey')
    .orderBy('p.periodUntil', 'desc')
    .orderBy('c.name')
    .execute();
}
