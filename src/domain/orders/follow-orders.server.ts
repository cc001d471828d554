import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { type FigureOrder, isToBeReminded, isToBeSent } from './figure-order.ts';
import { sendNow, tell } from './send-order.server.ts';

type Followed = FigureOrder & { clusterId: string };

/**
 * What orders do by themselves: on its day one goes to its source, which is reminded twice; when every figure of it
 * has been confirmed it is received, and when every spread is up it is published. To be run at least once a day.
 */
export async function followOrders(scope: SystemScope): Promise<void> {
  const today = (await sql<{ day: string }>`select current_day()::text as day`.execute(scope.db)).rows[0]!
    .day;
  for (const order of await listRunning(scope)) {
    if (isToBeSent(order, today)) await sendByItself(scope, order);
    if (isToBeReminded(order, today)) await remind(scope, order);
  }
  await noteReceived(scope);
  await notePublished(scope);
}

async function listRunning({ db }: SystemScope): Promise<Followed[]> {
  const { rows } = await sql<Followed>`
    select o.figure_order_id, o.meeting_id, o.cluster_id, o.source_id, o.indicators, o.remark, o.send_on, o.wanted_on, o.state, o.reminders
    from figure_order o join meeting m on m.meeting_id = o.meeting_id and m.state <> 'cancelled'
    where o.state in ('planned', 'ordered') order by o.figure_order_id for update of o`.execute(db);
  return rows;
}

async function sendByItself(scope: SystemScope, order: Followed): Promise<void> {
  const { clusterId, meetingId, figureOrderId } = order;
  if (!(await sendNow(scope, clusterId, order))) return;
  await scope.db
    .updateTable('figureOrder')
    .set({ isSentByItself: true })
    .where('figureOrderId', '=', figureOrderId)
    .execute();
  const facts = { order: figureOrderId };
  await tellOwnDoing(scope, { clusterId, meetingId, act: 'figures_ordered', facts });
}

async function remind(scope: SystemScope, order: Followed): Promise<void> {
  const { clusterId, meetingId } = order;
  await tell(scope, clusterId, order, 'figure_order_reminder');
  await tellOwnDoing(scope, { clusterId, meetingId, act: 'source_reminded' });
  await scope.db
    .updateTable('figureOrder')
    .set({ reminders: order.reminders + 1 })
    .where('figureOrderId', '=', order.figureOrderId)
    .execute();
}

// What was confirmed after the order was sent answers it, whoever of the source confirmed it.
async function noteReceived(scope: SystemScope): Promise<void> {
  const { rows } = await sql<{ clusterId: string; meetingId: string }>`
    update figure_order o set state = 'received', received_at = ${scope.now}
    where o.state = 'ordered' and not exists (
      select from unnest(o.indicators) wanted
      where not exists (select from delivery_part p join delivery d using (delivery_id)
        where p.cluster_id = o.cluster_id and p.indicator_key = wanted and d.source_id = o.source_id
          and d.state = 'confirmed' and d.confirmed_at >= o.ordered_at))
    returning o.cluster_id, o.meeting_id`.execute(scope.db);
  for (const order of rows) await tellOwnDoing(scope, { ...order, act: 'figures_received' });
}

async function notePublished({ db, now }: SystemScope): Promise<void> {
  await sql`
    update figure_order o set state = 'published', published_at = ${now}
    where o.state = 'received' and not exists (
      select from unnest(o.indicators) wanted
      where not exists (select from spread s
        where s.cluster_id = o.cluster_id and s.indicator_key = wanted and s.source_id = o.source_id
          and s.taken_down_at is null and s.published_at >= o.ordered_at))`.execute(db);
}
