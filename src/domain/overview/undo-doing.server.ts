import { command } from '#domain/access/command.server.ts';
import { giveUpOrder } from '#domain/orders/send-order.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { mayUndo } from './thing.ts';
import { listOwnDoings } from './things.server.ts';

/** Takes back what the system did by itself, where that is possible: an order of figures is called off. */
export const undoDoing = command(
  { permission: 'meeting.plan', event: 'own_doing.undone' },
  async (scope: ClusterScope, ownDoingId: string) => {
    const doing = (await listOwnDoings(scope)).find((one) => one.ownDoingId === ownDoingId);
    if (!doing || !mayUndo(doing)) return refused('not_to_be_undone');
    const outcome = await giveUpOrder({ ...scope, commandId: ownDoingId }, doing.facts.order ?? '');
    if (!outcome.done) return refused('over_already');
    await scope.db
      .updateTable('ownDoing')
      .set({ undoneAt: scope.now })
      .where('ownDoingId', '=', ownDoingId)
      .execute();
    return done;
  },
);
