import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { PersonScope } from '#platform/scope.server.ts';

/** Ends one of the person's own sessions; on that device nothing opens any more. */
export const endSession = command(
  { permission: 'session.end', event: 'session.ended' },
  async (scope: PersonScope, sessionId: string) => {
    const { rows } = await sql<{ ended: boolean }>`select end_session(${sessionId}::uuid) as ended`.execute(
      scope.db,
    );
    return rows[0]?.ended ? done : refused('no_such_session');
  },
);
