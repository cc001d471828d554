import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { settleAct } from '#domain/meetings/settle-deadline.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import { type FigureOrder, refusalOfSending } from './figure-order.ts';
import { findOrderToChange } from './orders.server.ts';

/** Sends an order to everybody who delivers for the source. */
export const sendOrder = command(
  { permission: 'figure_order.send', event: 'figure_order.sent' },
  async (scope: ClusterScope, figureOrderId: string) => {
    const order = await findOrderToChange(scope, figureOrderId);
    if (!order) return refused('no_such_order');
    const refusal = refusalOfSending(order);
    if (refusal) return refused(refusal);
    return (await sendNow(scope, scope.clusterId, order)) ? done : refused('nobody_at_the_source');
  },
);

/** Takes an order back. A source that has got it is told that the figures are not needed. */
export const giveUpOrder = command(
  { permission: 'figure_order.send', event: 'figure_order.given_up' },
  async (scope: ClusterScope, figureOrderId: string) => {
    const order = await findOrderToChange(scope, figureOrderId);
    if (!order) return refused('no_such_order');
    if (order.state !== 'planned' && order.state !== 'ordered') return refused('already_over');
    if (order.state === 'ordered') await tell(scope, scope.clusterId, order, 'figure_order_cancelled');
    await scope.db
      .updateTable('figureOrder')
      .set({ state: 'given_up' })
      .where('figureOrderId', '=', figureOrderId)
      .execute();
    return done;
  },
);

/** Sends an order that may be sent, and says whether there was anybody to send it to. */
export async function sendNow(
  scope: ClusterScope | SystemScope,
  clusterId: string,
  order: FigureOrder,
): Promise<boolean> {
  if (!(await tell(scope, clusterId, order, 'figure_order'))) return false;
  await scope.db
    .updateTable('figureOrder')
    .set({ state: 'ordered', orderedAt: scope.now })
    .where('figureOrderId', '=', order.figureOrderId)
    .where('state', '=', 'planned')
    .execute();
  await settleAct(scope, order.meetingId, 'order_figures');
  return true;
}

type Kind = 'figure_order' | 'figure_order_reminder' | 'figure_order_cancelled';

/** Writes a letter to each who delivers for the source of an order today, and answers how many they are. */
export async function tell(
  scope: ClusterScope | SystemScope,
  clusterId: string,
  { figureOrderId, meetingId, sourceId }: FigureOrder,
  kind: Kind,
): Promise<number> {
  const people = await scope.db
    .selectFrom('sourcePerson')
    .select('personId')
    .distinct()
    .where('sourceId', '=', sourceId)
    .where(sql<boolean>`valid @> current_day()`)
    .execute();
  const facts = {
    order: figureOrderId,
    source: sourceId ?? '',
    target: `/source/${sourceId}/orders/${figureOrderId}`,
  };
  for (const { personId } of people)
    await writeMeetingLetter(scope, { kind, clusterId, meetingId, to: { personId }, facts });
  return people.length;
}
