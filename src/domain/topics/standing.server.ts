import { sql } from 'kysely';
import { findCprNumbers } from '#domain/deliveries/cpr.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import type { AnsweringScope, Scope } from '#platform/scope.server.ts';

/**
 * The membership in whose name somebody proposes, votes and helps: of a practice, and the same one each time. Null
 * for bought help and consultants, who look on.
 */
export async function findOwnMembership({ db }: AnsweringScope): Promise<string | null> {
  const { rows } = await sql<{ memberId: string }>`
    select member_id from answering() where practice_id is not null order by member_id limit 1`.execute(db);
  return rows[0]?.memberId ?? null;
}

/** Has this transaction wait until nobody else does the same in this name: a double click is one act after another. */
export async function oneAtATime({ db }: Scope, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 33))`.execute(db);
}

/** Whether a text holds what looks like a CPR number, which is kept nowhere. */
export function namesAPatient(text: string, { now }: Pick<Scope, 'now'>): boolean {
  return findCprNumbers(text, dayAt(now)).length > 0;
}
