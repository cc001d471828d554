import { command } from '#domain/access/command.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { findClusterSource } from '#domain/members/cluster-sources.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { movesWithMeeting, type OrderRefusal, type OrderWish, refusalOfWish } from './figure-order.ts';
import { findOrder } from './orders.server.ts';

/** Plans figures for a meeting. It goes to the source on its day, or when somebody sends it. */
export const planOrder = command(
  { permission: 'figure_order.send', event: 'figure_order.made' },
  async (scope: ClusterScope, figureOrderId: string, meetingId: string, wish: OrderWish) => {
    const meeting = await findAhead(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = await refusalHere(scope, wish);
    if (refusal) return refused(refusal);
    const order = { ...wish, movesWithMeeting: movesWithMeeting(wish, meeting.heldOn) };
    const { clusterId } = scope;
    await scope.db
      .insertInto('figureOrder')
      .values({ clusterId, figureOrderId, meetingId, ...order })
      .execute();
    return made({ figureOrderId });
  },
);

/** Changes what is planned, as long as it has not been sent. */
export const changeOrder = command(
  { permission: 'figure_order.send', event: 'figure_order.changed' },
  async (scope: ClusterScope, figureOrderId: string, wish: OrderWish) => {
    const order = await findOrder(scope, figureOrderId);
    if (!order) return refused('no_such_order');
    if (order.state !== 'planned') return refused('already_sent');
    const refusal = await refusalHere(scope, wish);
    if (refusal) return refused(refusal);
    const meeting = await findAhead(scope, order.meetingId);
    await scope.db
      .updateTable('figureOrder')
      .set({ ...wish, movesWithMeeting: movesWithMeeting(wish, meeting?.heldOn ?? null) })
      .where('figureOrderId', '=', figureOrderId)
      .where('state', '=', 'planned')
      .execute();
    return done;
  },
);

async function refusalHere(scope: ClusterScope, wish: OrderWish): Promise<OrderRefusal | null> {
  const known = new Set((await listIndicators(scope)).map(({ key }) => key));
  const refusal = refusalOfWish(wish, known);
  if (refusal || !wish.sourceId) return refusal;
  const source = await findClusterSource(scope, wish.sourceId);
  return source?.isServing ? null : 'no_such_source';
}

async function findAhead(
  { db }: ClusterScope,
  meetingId: string,
): Promise<{ heldOn: string | null } | undefined> {
  return db
    .selectFrom('meeting')
    .select('heldOn')
    .where('meetingId', '=', meetingId)
    .where('state', 'not in', ['closed', 'cancelled'])
    .executeTakeFirst();
}
