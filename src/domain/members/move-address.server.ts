import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { sendSoon, writeLetter } from '#domain/notices/write-letter.server.ts';
import { messageIdOf } from '#platform/message-id.ts';
import { done, refused } from '#platform/outcome.ts';
import type { LinkScope, PersonScope } from '#platform/scope.server.ts';

/** Asks to move to another address. The old one must let go before the new one is written to. */
export const requestAddress = command(
  { permission: 'person.change', event: 'address_change.requested' },
  async (scope: PersonScope, personId: string, email: string) => {
    const { db, now } = scope;
    await db.deleteFrom('addressChange').where('personId', '=', personId).execute();
    await db.insertInto('addressChange').values({ personId, email, requestedAt: now }).execute();
    await writeLetter(scope, { kind: 'leave_address', personId });
    return done;
  },
);

/** Lets go of the old address by the link that was sent to it, and has the new one written to. */
export const releaseAddress = command(
  { permission: 'address.move', event: 'address_change.released' },
  async (scope: LinkScope, _subject: string, link: string) => {
    const letterId = randomUUID();
    const { rows } = await sql<{ moved: boolean }>`
      select release_address(${link}, ${letterId}, ${messageIdOf(letterId)}) as moved`.execute(scope.db);
    if (!rows[0]?.moved) return refused('link_is_spent');
    await sendSoon(scope, letterId);
    return done;
  },
);

/** Takes the new address by the link that was sent to it. Refused when somebody else has it. */
export const takeAddress = command(
  { permission: 'address.move', event: 'address.changed' },
  async (scope: LinkScope, _subject: string, link: string) => {
    const { rows } = await sql<{ moved: boolean }>`select take_address(${link}) as moved`.execute(scope.db);
    return rows[0]?.moved ? done : refused('link_is_spent');
  },
);
