import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { messageIdOf } from '#platform/message-id.ts';
import type { Scope } from '#platform/scope.server.ts';
import type { LetterFacts, LetterKind } from './letter.ts';

export type NewLetter = {
  kind: LetterKind;
  personId: string;
  clusterId?: string | undefined;
  facts?: LetterFacts | undefined;
};

/**
 * Lays a letter in the outbox, to be sent when this transaction is done. Facts that letters tell of: `inviter`,
 * `source`, `practice` and `colleague` (names), `target` (the path its link leads to;
 * without it, the cluster's page).
 */
export async function writeLetter(scope: Scope, letter: NewLetter): Promise<void> {
  const letterId = randomUUID();
  await scope.db
    .insertInto('letter')
    .values({
      letterId,
      kind: letter.kind,
      personId: letter.personId,
      clusterId: letter.clusterId ?? null,
      facts: JSON.stringify(letter.facts ?? {}),
      messageId: messageIdOf(letterId),
      writtenAt: scope.now,
      dueAt: scope.now,
    })
    .execute();
  await sendSoon(scope, letterId);
}

/** Has the worker send a letter when this transaction is done. Of a letter that is not there nothing comes. */
export async function sendSoon(scope: Scope, letterId: string): Promise<void> {
  await sql`select queue.enqueue('send-letter', ${letterId}::uuid)`.execute(scope.db);
}
