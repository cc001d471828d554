import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/** A token for a link that is handed over, to be made before it is allowed and shown once. */
export function aLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Makes a link to a member's own page that is handed over on paper, ending the one before it. Only for somebody whom
 * a letter about this meeting could not reach, and the journal says who made it: whoever holds the link answers in
 * that member's name. The token is the caller's to show; nothing keeps it.
 */
export const handOverLink = command(
  { permission: 'link.hand_over', event: 'link.handed_over' },
  async ({ db }: ClusterScope, memberId: string, meetingId: string, token: string) => {
    const { rows } = await sql<{ made: boolean }>`
      select hand_over_link(${meetingId}::uuid, ${memberId}::uuid, ${token}) as made`.execute(db);
    return rows[0]?.made ? done : refused('reached_by_mail');
  },
);
