import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';

/** Counts a try, and answers whether it is among the first so many within a quarter of an hour. */
export async function isAllowed({ db }: Scope, what: string, most: number): Promise<boolean> {
  const { rows } = await sql<{
    allowed: boolean;
  }>`select attempt_allowed(${what}, ${most}, '15 minutes') as allowed`.execute(db);
  return rows[0]!.allowed;
}
