import { sql } from 'kysely';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import type { Headcount, VenueTold } from './venue.ts';

/** How many eat at a meeting as it stands, for those who arrange. Guests who said yes are among them. */
export async function countHeads({ db }: ClusterScope, meetingId: string): Promise<Headcount> {
  const { rows } = await sql<Headcount>`select people, diets from meeting_headcount(${meetingId})`.execute(
    db,
  );
  return rows[0] ?? { people: 0, diets: {} };
}

/** The same for what the worker does by itself. */
export async function countHeadsAsSystem({ db }: SystemScope, meetingId: string): Promise<Headcount> {
  const { rows } = await sql<Headcount>`select people, diets from headcount_of(${meetingId})`.execute(db);
  return rows[0] ?? { people: 0, diets: {} };
}

/** What the venue of a meeting was told last, or null when it has been told nothing. A former venue is none. */
export async function findTold(
  { db }: ClusterScope | SystemScope,
  meetingId: string,
): Promise<VenueTold | null> {
  const found = await db
    .selectFrom('venueTold')
    .select(['venueToldId', 'people', 'diets', 'toldFor', 'toldAt', 'confirmedAt'])
    .where('meetingId', '=', meetingId)
    .where('leftAt', 'is', null)
    .orderBy('toldAt', 'desc')
    .orderBy('venueToldId')
    .limit(1)
    .executeTakeFirst();
  return (found as VenueTold | undefined) ?? null;
}
