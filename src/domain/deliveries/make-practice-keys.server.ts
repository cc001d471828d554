import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { KEY_BYTES, newKey } from '#domain/members/practice-key.ts';
import { made, type Outcome, refused } from '#platform/outcome.ts';
import type { SourceScope } from '#platform/scope.server.ts';

/** A key on its way to paper. It is kept nowhere in clear. */
export type KeyLetter = { practiceId: string; key: string };

// Drawn anew by every process. It makes a repeated command show the keys that the first one made, and no other.
const secret = randomBytes(32);

/**
 * Makes new keys for practices, whose earlier ones stop working, and answers them this once: a page that is sent
 * twice shows the same ones, and nothing shows them later. All are made or, when one is refused, none.
 */
export async function makePracticeKeys(
  scope: SourceScope,
  practiceIds: readonly string[],
): Promise<Outcome<'not_there' | 'none_chosen' | 'confirm_again', KeyLetter[]>> {
  const outcome = await makeKeys(scope, scope.sourceId, practiceIds);
  return outcome.done ? made(outcome.made.practiceIds.map((id) => letterOf(scope, id))) : outcome;
}

const makeKeys = command(
  { permission: 'source.vouch', event: 'practice_key.made' },
  async (scope: SourceScope, _sourceId: string, practiceIds: readonly string[]) => {
    if (practiceIds.length === 0) return refused('none_chosen');
    const served = await servedAmong(scope, practiceIds);
    if (served.length < practiceIds.length) return refused('not_there');
    for (const id of practiceIds) {
      await sql`select make_practice_key(${id}::uuid, ${letterOf(scope, id).key})`.execute(scope.db);
    }
    return made({ practiceIds: [...practiceIds] });
  },
);

// Asked before the first key is made, since a refusal must leave the earlier keys as they are.
async function servedAmong({ db }: SourceScope, practiceIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ practiceId: string }>`
    select distinct practice_id from practices_served()
    where is_confirmed and practice_id = any (${practiceIds}::uuid[])`.execute(db);
  return rows.map(({ practiceId }) => practiceId);
}

function letterOf({ commandId, personId }: SourceScope, practiceId: string): KeyLetter {
  const chance = createHmac('sha256', secret).update(`${personId} ${commandId} ${practiceId}`).digest();
  return { practiceId, key: newKey(chance.subarray(0, KEY_BYTES)) };
}
