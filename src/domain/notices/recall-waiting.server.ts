import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/**
 * Takes back what still waits of a round of letters, whatever has gone: how many they were, and how many could not be
 * taken back. Refused when none waits.
 */
export const recallWaiting = command(
  { permission: 'letter.recall', event: 'round.recalled' },
  async ({ db, now }: ClusterScope, roundId: string) => {
    const recalled = await db
      .updateTable('letter')
      .set({ recalledAt: now })
      .where('roundId', '=', roundId)
      .where('recalledAt', 'is', null)
      .where('sentAt', 'is', null)
      .where('failure', 'is', null)
      // What is being sent, or was tried, is under way.
      .where('attempts', '=', 0)
      .returning('letterId')
      .execute();
    if (recalled.length === 0) return refused('nothing_to_recall');
    const { gone } = await db
      .selectFrom('letter')
      .select(({ fn }) => fn.countAll<number>().as('gone'))
      .where('roundId', '=', roundId)
      .where('recalledAt', 'is', null)
      .executeTakeFirstOrThrow();
    return made({ recalled: recalled.length, gone: Number(gone) });
  },
);
