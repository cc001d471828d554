import pg from 'pg';
import { addressOf, DOOR_NAMES, type Door } from '#domain/tryout/door.ts';
import type { App } from './app.ts';
import { meetingValuesOf } from './example-meeting.ts';

/** What stands in the addresses that somebody of the example world can go to. */
export type Values = Readonly<Record<string, string>>;

/** The database of a running product, seen by its owner, whom no policy binds. */
export function ownerOf(app: App): pg.Pool {
  const pool = new pg.Pool({ connectionString: app.urls.owner, max: 3 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The one row that the query finds; fails where there is none. */
export async function oneRow<Row extends pg.QueryResultRow>(
  owner: pg.Pool,
  query: string,
  values: unknown[] = [],
): Promise<Row> {
  const { rows } = await owner.query<Row>(query, values);
  if (!rows[0]) throw new Error(`Nothing was found by: ${query}`);
  return rows[0];
}

/**
 * The ids that a door's person meets: the own cluster and practice, the source, a delivery, another member, and what
 * hangs on the meetings of the cluster.
 */
export async function valuesFor(owner: pg.Pool, door: Door): Promise<Values> {
  const own = await oneRow<Record<string, string>>(
    owner,
    `with me as (
       select p.person_id, coalesce(
         (select m.cluster_id from member m where m.person_id = p.person_id and upper_inf(m.valid) limit 1),
         (select cluster_id from cluster where name = 'Fjordklyngen')) as cluster_id
       from person_address p where p.email = $1)
     select me.person_id as person, me.cluster_id as cluster, 'kol1' as key,
       coalesce((select practice_id from member m where m.person_id = me.person_id and practice_id is not null limit 1),
         (select practice_id from cluster_practice p where p.cluster_id = me.cluster_id order by practice_id limit 1)) as practice,
       (select member_id from member m where m.cluster_id = me.cluster_id and m.person_id <> me.person_id
         and upper_inf(m.valid)
         -- A colleague of the own practice where there is one: of the others a doctor has no page.
         order by m.practice_id in (select practice_id from member own where own.person_id = me.person_id) desc nulls last,
           m.member_id limit 1) as member,
       s.source_id as source,
       (select delivery_id from delivery d where d.source_id = s.source_id and d.state = 'confirmed' order by confirmed_at desc limit 1) as delivery
     from me
     join source s on s.source_id = coalesce(
       (select source_id from source_person p where p.person_id = me.person_id and upper_inf(p.valid) limit 1),
       (select source_id from source_cluster c where c.cluster_id = me.cluster_id order by source_id limit 1))`,
    [addressOf(DOOR_NAMES[door])],
  );
  return { ...own, ...(await meetingValuesOf(owner, own.cluster!, own.person!)) };
}
