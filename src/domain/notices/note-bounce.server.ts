import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.server.ts';

/** Keeps that a letter came back for good. A second notification changes nothing. */
export const noteBounce = command(
  { permission: 'installation.operate', event: 'letter.bounced' },
  async ({ db, now }: SystemScope, letterId: string) => {
    const letter = await db
      .selectFrom('letter')
      .select('bouncedAt')
      .where('letterId', '=', letterId)
      .executeTakeFirst();
    if (!letter) return refused('no_such_letter');
    if (!letter.bouncedAt)
      await db.updateTable('letter').set({ bouncedAt: now }).where('letterId', '=', letterId).execute();
    return done;
  },
);
