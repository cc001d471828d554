import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';

/**
 * Says of an action that one has taken on oneself that it is done, or that it is not after all. Refused for what is
 * another's, is not theirs any more, or stands so already.
 */
export const settleOwnAction = command(
  { permission: 'action.settle', event: 'resolution.done' },
  async ({ db }: AnsweringScope, resolutionId: string, isDone: boolean) => {
    const { rows } = await sql<{ isSettled: boolean }>`
      select settle_own_action(${resolutionId}::uuid, ${isDone}) as is_settled`.execute(db);
    return rows[0]?.isSettled ? done : refused('not_yours_to_settle');
  },
);
