import { sql } from 'kysely';
import type { ClusterScope, SourceScope, SystemScope } from '#platform/scope.server.ts';
import type { FigureOrder, OrderState } from './figure-order.ts';

/** An order as those who arrange see it: how far it is and with whom; never which practices said yes. */
export type OrderLine = FigureOrder & {
  sourceName: string | null;
  orderedAt: Date | null;
  receivedAt: Date | null;
  publishedAt: Date | null;
  isSentByItself: boolean;
};

const COLUMNS = [
  'o.figureOrderId',
  'o.meetingId',
  'o.sourceId',
  'o.indicators',
  'o.remark',
  'o.sendOn',
  'o.wantedOn',
  'o.state',
  'o.reminders',
] as const;

/** The orders of a meeting, in the order of the days on which they go. */
export async function listOrders({ db }: ClusterScope, meetingId: string): Promise<OrderLine[]> {
  const rows = await db
    .selectFrom('figureOrder as o')
    .leftJoin('source as s', 's.sourceId', 'o.sourceId')
    .select([
      ...COLUMNS,
      's.name as sourceName',
      'o.orderedAt',
      'o.receivedAt',
      'o.publishedAt',
      'o.isSentByItself',
    ])
    .where('o.meetingId', '=', meetingId)
    .orderBy('o.sendOn')
    .orderBy('o.figureOrderId')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as OrderState }));
}

/** The order of this id, or null. */
export async function findOrder(
  { db }: ClusterScope | SystemScope,
  figureOrderId: string,
): Promise<FigureOrder | null> {
  const row = await db
    .selectFrom('figureOrder as o')
    .select(COLUMNS)
    .where('o.figureOrderId', '=', figureOrderId)
    .executeTakeFirst();
  return row ? { ...row, state: row.state as OrderState } : null;
}

/** The order of this id, which nobody else sends or gives up until this transaction is done; null for none such. */
export async function findOrderToChange(
  scope: ClusterScope,
  figureOrderId: string,
): Promise<FigureOrder | null> {
  await scope.db
    .selectFrom('figureOrder')
    .select('figureOrderId')
    .where('figureOrderId', '=', figureOrderId)
    .forUpdate()
    .execute();
  return findOrder(scope, figureOrderId);
}

/** An order as its source sees it. `practices` is how many practices of the cluster have said yes to the source. */
export type SourceOrder = {
  figureOrderId: string;
  clusterId: string;
  clusterName: string;
  meetingTitle: string;
  heldOn: string | null;
  indicators: string[];
  remark: string;
  wantedOn: string | null;
  state: OrderState;
  orderedAt: Date;
  practices: number;
};

/** What clusters have ordered from the source: those still wanted first, then by the day they are wanted. */
export async function listOrdersOfSource({ db }: SourceScope): Promise<SourceOrder[]> {
  const { rows } = await sql<SourceOrder>`
    select * from orders_for_the_source()
    order by state <> 'ordered', wanted_on nulls last, cluster_name collate "da-x-icu", figure_order_id`.execute(
    db,
  );
  return rows;
}

/** One of them with the practices whose figures may be drawn, by number; null when it is not this source's. */
export async function findOrderOfSource(
  { db }: SourceScope,
  figureOrderId: string,
): Promise<(SourceOrder & { numbers: { number: string; name: string }[] }) | null> {
  const { rows } = await sql<SourceOrder>`
    select * from orders_for_the_source() where figure_order_id = ${figureOrderId}`.execute(db);
  if (!rows[0]) return null;
  const practices = await sql<{ number: string; name: string }>`
    select number, name from ordered_practices(${figureOrderId})`.execute(db);
  return { ...rows[0], numbers: practices.rows };
}
