import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { LinkScope } from '#platform/scope.server.ts';
import { isAllowed } from './attempts.server.ts';

/** `client` is the address that asks; a shared computer forgets after twelve hours; `oldToken` is the session that ends. */
export type Device = { name: string; client: string; isShared: boolean; oldToken: string | null };

/** Uses a link, once, and starts a session. What it makes is the token for the browser; only its hash is kept. */
export const startSession = command(
  { permission: 'session.start', event: 'session.started' },
  async (scope: LinkScope, _subject: string, link: string, { name, client, isShared, oldToken }: Device) => {
    if (!(await isAllowed(scope, `link from ${client}`, 60))) return refused('too_many_tries');
    const token = randomBytes(32).toString('base64url');
    const { rows } = await sql<{ personId: string | null }>`
      select start_session(${link}, ${token}, ${name}, ${isShared}, ${oldToken}) as person_id`.execute(
      scope.db,
    );
    return rows[0]?.personId ? made({ token }) : refused('link_is_spent');
  },
);
