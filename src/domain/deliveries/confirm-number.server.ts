import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { SourceScope } from '#platform/scope.server.ts';

/** A trusted source says that a number is the practice's own. Refuses one that is confirmed as another's. */
export const confirmNumber = command(
  { permission: 'source.vouch', event: 'practice_number.confirmed' },
  async ({ db }: SourceScope, practiceNumberId: string) => {
    const { rows } = await sql<{ isConfirmed: boolean }>`
      select confirm_number(${practiceNumberId}::uuid) as is_confirmed`.execute(db);
    return rows[0]?.isConfirmed ? done : refused('not_confirmed');
  },
);
