import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { KEY_BYTES, newKey } from '#domain/members/practice-key.ts';
import { made, refused } from '#platform/outcome.ts';
import { asSystem, type SystemScope } from '#platform/scope.server.ts';
import { findPractice, type NumberedPractice } from './find.ts';
import { numberIn } from './given.ts';
import { type Verb, WrongUse } from './verb.ts';

/** Makes the key that opens a practice's figures, and shows it this once. The number is confirmed with it. */
export const makeKeyVerb: Verb = {
  words: 'practice key',
  options: [],
  needed: [],
  rest: ['number'],
  async run({ now, owner, text }, { rest }) {
    const number = numberIn(rest[0] ?? '');
    if (!number) throw new WrongUse(rest[0] ?? 'NUMBER');
    const key = newKey(randomBytes(KEY_BYTES));
    const outcome = await asSystem(owner, { now: now() }, async (scope) => {
      const practice = await findPractice(scope, number);
      if (typeof practice === 'string') return refused(practice);
      const opened = await makeKey(scope, practice.practiceId, practice, key);
      return opened.done ? made(practice.name) : opened;
    });
    if (!outcome.done) return outcome;
    return {
      done: true,
      made: { number, practice: outcome.made, key },
      told: text.keyMade(outcome.made, key),
    };
  },
};

/** Gives a practice a new key; the earlier one stops working. The operator vouches for its number. */
export const makeKey = command(
  { permission: 'installation.operate', event: 'practice_key.made' },
  async ({ db, now }: SystemScope, practiceId: string, practice: NumberedPractice, key: string) => {
    if (!practice.isConfirmed)
      await db
        .updateTable('practiceNumber')
        .set({ confirmedAt: now })
        .where('practiceNumberId', '=', practice.practiceNumberId)
        .execute();
    await db
      .updateTable('practiceKey')
      .set({ endedAt: now })
      .where('practiceId', '=', practiceId)
      .where('endedAt', 'is', null)
      .execute();
    await sql`insert into practice_key (practice_id, key_hash, made_at) values (${practiceId}, hash_of(${key}), ${now})`.execute(
      db,
    );
    return made(undefined);
  },
);
