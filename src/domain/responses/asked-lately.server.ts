import { sql } from 'kysely';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import { type AskedLately, type Asking, askedLately, groupsOf, MEMBERS } from './asked-lately.ts';
import { listAsking } from './rounds.server.ts';

/** What stands in the way of a round of this cluster on a day, as `askedLately` says; null when nothing does. */
export async function findAskedLately(
  scope: ClusterScope | SystemScope,
  { clusterId, on, round }: { clusterId: string; round: Asking; on: string },
): Promise<AskedLately | null> {
  const others = await listAsking(scope, clusterId);
  return askedLately(round, { others, on, reached: await listReached(scope, clusterId, round) });
}

/** What keeps a planned round from opening, on its day or today when that is later; null when nothing does. */
export async function whatHolds(
  scope: ClusterScope,
  round: Asking,
  today: string,
): Promise<AskedLately | null> {
  if (round.state !== 'planned' || round.opensOn === null) return null;
  const on = round.opensOn < today ? today : round.opensOn;
  return findAskedLately(scope, { clusterId: scope.clusterId, round, on });
}

// One mail address is one person, whichever list it is on. Whoever sees fewer addresses finds fewer; the worker sees all.
async function listReached(
  { db }: ClusterScope | SystemScope,
  clusterId: string,
  round: Asking,
): Promise<string[]> {
  const own = groupsOf(round);
  const { rows } = await sql<{ other: string }>`
    with listed as (
      select partner_id::text as "group", lower(email) as email from partner_person where cluster_id = ${clusterId}::uuid and email <> ''
      union select ${MEMBERS}, a.email from member m join person_address a using (person_id) where m.cluster_id = ${clusterId}::uuid)
    select distinct other."group" as other from listed own join listed other using (email)
    where own."group" = any(${own}::text[]) order by 1`.execute(db);
  return [...new Set([...own, ...rows.map(({ other }) => other)])];
}
