import { command } from '#domain/access/command.server.ts';
import { nextCommand } from '#domain/access/next-command.server.ts';
import { dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import { giveUpOrder } from '#domain/orders/send-order.server.ts';
import { setClosing } from '#domain/polls/set-closing.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { mayUndo, type OwnDoing } from './thing.ts';
import { listOwnDoings } from './things.server.ts';

/**
 * Takes back what the system did by itself, where that is possible: an order of figures is called off, and a poll that
 * was closed is open for another week, or for as long as its first day allows.
 */
export const undoDoing = command(
  { permission: 'meeting.plan', event: 'own_doing.undone' },
  async (scope: ClusterScope, ownDoingId: string) => {
    const doing = (await listOwnDoings(scope)).find((one) => one.ownDoingId === ownDoingId);
    if (!doing || !mayUndo(doing, scope.roles)) return refused('not_to_be_undone');
    const isUndone =
      doing.act === 'poll_closed' ? await reopenPoll(scope, doing) : await callOff(scope, doing);
    if (!isUndone) return refused('over_already');
    await scope.db
      .updateTable('ownDoing')
      .set({ undoneAt: scope.now })
      .where('ownDoingId', '=', ownDoingId)
      .execute();
    return done;
  },
);

async function callOff(scope: ClusterScope, { facts }: OwnDoing): Promise<boolean> {
  return (await giveUpOrder(nextCommand(scope, 'order'), facts.order ?? '')).done;
}

const DAYS_MORE = [7, 3, 1];

async function reopenPoll(scope: ClusterScope, { meetingId }: OwnDoing): Promise<boolean> {
  for (const days of DAYS_MORE) {
    const until = daysAfter(dayOf(scope.now), days);
    if ((await setClosing(nextCommand(scope, `closing ${days}`), meetingId ?? '', until)).done) return true;
  }
  return false;
}
