import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { findRound } from './rounds.server.ts';

/**
 * Lets out those of a round's answers in words that are named, so that everybody of the cluster reads them, and takes
 * the others back. An id that is none of the round's refuses all.
 */
export const releaseTexts = command(
  { permission: 'text_answer.release', event: 'text_answer.released' },
  async (scope: ClusterScope, questionnaireRoundId: string, released: readonly string[]) => {
    const round = await findRound(scope, questionnaireRoundId);
    if (round?.state !== 'counted') return refused('no_such_round');
    const { db } = scope;
    const all = await db
      .selectFrom('textAnswer')
      .select('textAnswerId')
      .where('questionnaireRoundId', '=', questionnaireRoundId)
      .execute();
    const known = new Set(all.map(({ textAnswerId }) => textAnswerId));
    if (released.some((id) => !known.has(id))) return refused('no_such_answer');
    for (const isReleased of [true, false]) {
      const ids = [...known].filter((id) => released.includes(id) === isReleased);
      if (ids.length > 0)
        await db.updateTable('textAnswer').set({ isReleased }).where('textAnswerId', 'in', ids).execute();
    }
    return done;
  },
);
