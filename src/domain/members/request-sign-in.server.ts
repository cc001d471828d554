import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { sendSoon } from '#domain/notices/write-letter.server.ts';
import { messageIdOf } from '#platform/message-id.ts';
import { done, refused } from '#platform/outcome.ts';
import type { LinkScope } from '#platform/scope.server.ts';
import { isAllowed } from './attempts.server.ts';

export type SignInWish = { address: string; client: string; target: string };

/**
 * Has a link sent to the address, if it is somebody's. The work and the answer are the same when it is nobody's,
 * and so is the refusal of the sixth wish in a quarter of an hour.
 */
export const requestSignIn = command(
  { permission: 'session.request', event: 'sign_in.requested' },
  async (scope: LinkScope, _subject: string, { address, client, target }: SignInWish) => {
    const ofClient = await isAllowed(scope, `sign-in from ${client}`, 60);
    const ofAddress = await isAllowed(scope, `sign-in to ${address}`, 5);
    if (!ofClient || !ofAddress) return refused('too_many_tries');
    const letterId = randomUUID();
    await sql`select request_sign_in(${address}, ${target}, ${letterId}, ${messageIdOf(letterId)})`.execute(
      scope.db,
    );
    await sendSoon(scope, letterId);
    return done;
  },
);
