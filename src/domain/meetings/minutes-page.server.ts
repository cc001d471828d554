import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';

/** How many came to a meeting, of how many practices, and how many who are no members. */
export type Turnout = { people: number; practices: number; visitors: number };

/** How many came to a meeting; everybody of the cluster may know that. */
export async function findTurnout({ db }: ClusterScope, meetingId: string): Promise<Turnout | null> {
  const { rows } = await sql<Turnout>`
    select people, practices, visitors from turnout(${meetingId}::uuid)`.execute(db);
  return rows[0] ?? null;
}
