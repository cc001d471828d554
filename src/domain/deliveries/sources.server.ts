import { sql } from 'kysely';
import type { PersonScope, SourceScope } from '#platform/scope.server.ts';

/** A cluster that the source serves today, and how many practices it has. */
export type ServedCluster = { clusterId: string; name: string; practices: number };

/** The clusters that the source serves today, by name. */
export async function listServed({ db }: SourceScope): Promise<ServedCluster[]> {
  const { rows } = await sql<ServedCluster>`
    select c.cluster_id, c.name,
      (select count(*)::int from cluster_practice p where p.cluster_id = c.cluster_id and p.valid @> current_day()) as practices
    from clusters_served() s join cluster c using (cluster_id)
    order by c.name collate "da-x-icu", c.cluster_id`.execute(db);
  return rows;
}

/** The people who deliver for the source today, by name. */
export async function listColleagues({
  db,
  sourceId,
  personId,
}: SourceScope): Promise<{ personId: string; name: string; isOneself: boolean }[]> {
  const { rows } = await sql<{ personId: string; name: string; isOneself: boolean }>`
    select distinct p.person_id, p.name collate "da-x-icu" as name, p.person_id = ${personId} as is_oneself
    from source_person s join person p using (person_id)
    where s.source_id = ${sourceId} and s.valid @> current_day()
    order by 2, 1`.execute(db);
  return rows;
}

/** That clusters show figures of this source: of what, and which clusters; never what they show. */
export type Publishing = { indicatorKey: string; from: string; until: string; clusters: string[] };

const NEWEST = 20;

/** What clusters have published of this source's figures, newest period first, the newest twenty. */
export async function listPublishing({ db }: SourceScope): Promise<Publishing[]> {
  const { rows } = await sql<Publishing>`
    select p.indicator_key, p.period_from as "from", p.period_until as "until",
      array_agg(c.name order by c.name collate "da-x-icu") as clusters
    from publishing_clusters() p join cluster c using (cluster_id)
    group by 1, 2, 3 order by p.period_until desc, p.period_from desc, p.indicator_key limit ${NEWEST}`.execute(
    db,
  );
  return rows;
}

/** A practice that a trusted source serves: its number today, and when its key was made, if it holds one. */
export type ServedPractice = {
  practiceId: string;
  name: string;
  clusterId: string;
  practiceNumberId: string;
  number: string;
  isConfirmed: boolean;
  keyMadeAt: Date | null;
};

/** The practices that a trusted source serves, by cluster and number; none for a source that is not trusted. */
export async function listServedPractices({ db }: SourceScope): Promise<ServedPractice[]> {
  const { rows } = await sql<ServedPractice>`
    select s.* from practices_served() s join cluster c using (cluster_id)
    order by c.name collate "da-x-icu", s.number, s.practice_id`.execute(db);
  return rows;
}

/** The sources that a person delivers for today, by name. */
export async function listOwnSources({
  db,
}: PersonScope): Promise<{ sourceId: string; name: string; isExample: boolean }[]> {
  const { rows } = await sql<{ sourceId: string; name: string; isExample: boolean }>`
    select source_id, name, is_example from source where source_id in (select source_id from own_sources())
    order by name collate "da-x-icu", source_id`.execute(db);
  return rows;
}
