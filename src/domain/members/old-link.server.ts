import { sql } from 'kysely';
import type { LinkScope } from '#platform/scope.server.ts';

/** The name of the cluster that a link belonged to, also when it has ended; null for what never was a link. */
export async function findClusterOfOldLink({ db }: LinkScope, link: string): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`select cluster_of_old_link(${link}) as name`.execute(
    db,
  );
  return rows[0]?.name ?? null;
}
