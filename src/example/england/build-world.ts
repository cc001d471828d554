import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import type { WorldPlan } from './world-plan.ts';

/** What was made, and how to get in: addresses of the source and of the coordinator of the largest cluster. */
export type WorldMade = {
  clusters: number;
  practices: number;
  leftOut: number;
  cluster: string;
  source: string;
  coordinator: string;
};

/** From before the first figures on: everything of the England world is as it was in April 2017. */
const SINCE = '2017-04-01';
const SOURCE_NAME = 'Quality Unit for England (example)';
const SOURCE_ADDRESS = 'source@england.example';

/** Tells what is under way: a word for the step. */
export type Tell = (step: string) => void;

/**
 * Makes the planned country at once: numbers confirmed, figures opened, every practice's yes to the one source,
 * all dated back. Everybody in it is an example person. Refused when it is there already.
 */
export const buildWorld = command(
  { permission: 'installation.operate', event: 'world.built' },
  async (scope: SystemScope, _world: string, plan: WorldPlan, tell: Tell) => {
    if (await isThere(scope)) return refused('there_already');
    const rows = rowsOf(plan);
    tell('places');
    await insertPlaces(scope, plan);
    tell('practices');
    await insertPractices(scope, rows);
    tell('people');
    await insertPeople(scope);
    tell('source');
    await insertSource(scope);
    // So much at once makes the database's own knowledge of its tables worthless until it looks again.
    await sql`analyze`.execute(scope.db);
    return made(summaryOf(plan));
  },
);

async function isThere({ db }: SystemScope): Promise<boolean> {
  const found = await db
    .selectFrom('personAddress')
    .select('personId')
    .where('email', '=', SOURCE_ADDRESS)
    .executeTakeFirst();
  return found !== undefined;
}

type Rows = { clusters: ClusterRow[]; practices: PracticeRow[] };
type ClusterRow = { cluster_id: string; name: string; area: string };
type PracticeRow = {
  cluster_id: string;
  practice_id: string;
  person_id: string;
  member_id: string;
  name: string;
  number: string;
  doctor: string;
  email: string;
  coordinates: boolean;
};

function rowsOf({ clusters }: WorldPlan): Rows {
  const withIds = clusters.map((cluster) => ({ ...cluster, cluster_id: randomUUID() }));
  return {
    clusters: withIds.map(({ cluster_id, name, areaCode }) => ({
      cluster_id,
      name: `${name} cluster`,
      area: codeOf(areaCode),
    })),
    practices: withIds.flatMap(({ cluster_id, practices }) =>
      practices.map(({ doctor, name, number }, at) => ({
        cluster_id,
        practice_id: randomUUID(),
        person_id: randomUUID(),
        member_id: randomUUID(),
        name,
        number,
        doctor,
        email: addressOf(number),
        coordinates: at === 0,
      })),
    ),
  };
}

// Invented places have codes that begin with x.
const codeOf = (code: string) => `xe${code}`;
const addressOf = (number: string) => `${number.toLowerCase()}@england.example`;

async function insertPlaces({ db }: SystemScope, { areas, regions }: WorldPlan): Promise<void> {
  await sql`insert into region (region_code, name)
    select 'xe' || code, name || ' (England)' from json_to_recordset(${JSON.stringify(regions)}::json) as r(code text, name text)`.execute(
    db,
  );
  await sql`with area as (
      select * from json_to_recordset(${JSON.stringify(areas)}::json) as a(code text, name text, "regionCode" text)
    ), placed as (
      insert into municipality (municipality_code, name) select 'xe' || code, name from area
    )
    insert into municipality_region (municipality_code, region_code, valid)
    select 'xe' || code, 'xe' || "regionCode", daterange('2007-01-01', null) from area where "regionCode" <> ''`.execute(
    db,
  );
}

async function insertPractices({ db, now }: SystemScope, { clusters, practices }: Rows): Promise<void> {
  await sql`insert into cluster (cluster_id, name, municipality_code, is_example, created_at)
    select cluster_id, name, area, true, ${now}
    from json_to_recordset(${JSON.stringify(clusters)}::json) as c(cluster_id uuid, name text, area text)`.execute(
    db,
  );
  await sql`create temporary table planned on commit drop as
    select * from json_to_recordset(${JSON.stringify(practices)}::json) as p(cluster_id uuid, practice_id uuid,
      person_id uuid, member_id uuid, name text, number text, doctor text, email text, coordinates boolean)`.execute(
    db,
  );
  await sql`insert into practice (practice_id, name, is_example, created_at)
    select practice_id, name, true, ${now} from planned`.execute(db);
  await sql`insert into practice_number (practice_id, number, valid, entered_at, confirmed_at)
    select practice_id, number, daterange(${SINCE}, null), ${now}, ${now} from planned`.execute(db);
  await sql`insert into practice_key (practice_id, key_hash, made_at)
    select practice_id, sha256(uuid_send(gen_random_uuid())), ${now} from planned`.execute(db);
  await sql`insert into cluster_practice (cluster_id, practice_id, is_example, valid)
    select cluster_id, practice_id, true, daterange(${SINCE}, null) from planned`.execute(db);
}

async function insertPeople({ db, now }: SystemScope): Promise<void> {
  await sql`insert into person (person_id, name, locale, is_example, created_at)
    select person_id, doctor, 'en', true, ${now} from planned`.execute(db);
  await sql`insert into person_address (person_id, email) select person_id, email from planned`.execute(db);
  await sql`insert into member (cluster_id, member_id, person_id, practice_id, is_example, kind, valid, invited_at)
    select cluster_id, member_id, person_id, practice_id, true, 'doctor', daterange(${SINCE}, null), ${now}
    from planned`.execute(db);
  await sql`insert into role_holding (cluster_id, role, member_id, valid, given_at)
    select cluster_id, 'coordinator', member_id, daterange(${SINCE}, null), ${now} from planned where coordinates`.execute(
    db,
  );
  await sql`insert into figure_access (member_id, practice_id, opened_by, opened_at)
    select member_id, practice_id, 'key', ${now} from planned`.execute(db);
}

async function insertSource({ db, now }: SystemScope): Promise<void> {
  const [sourceId, personId] = [randomUUID(), randomUUID()];
  await sql`insert into person (person_id, name, locale, is_example, created_at)
    values (${personId}, 'Quentin Larkwick', 'en', true, ${now})`.execute(db);
  await sql`insert into person_address (person_id, email) values (${personId}, ${SOURCE_ADDRESS})`.execute(
    db,
  );
  await sql`insert into source (source_id, name, kind, is_example, is_trusted, created_at)
    values (${sourceId}, ${SOURCE_NAME}, 'quality_unit', true, true, ${now})`.execute(db);
  await sql`insert into source_person (source_id, person_id, is_example, valid)
    values (${sourceId}, ${personId}, true, daterange(${SINCE}, null))`.execute(db);
  await sql`insert into source_cluster (source_id, cluster_id, is_example, valid)
    select ${sourceId}, cluster_id, true, daterange(${SINCE}, null) from (select distinct cluster_id from planned) p`.execute(
    db,
  );
  await sql`insert into source_answer (practice_id, source_id, answer, answered_by, answered_at)
    select practice_id, ${sourceId}, 'yes', member_id, ${now} from planned`.execute(db);
}

function summaryOf({ clusters, leftOut }: WorldPlan): WorldMade {
  const largest = clusters.reduce((most, one) => (one.practices.length > most.practices.length ? one : most));
  return {
    clusters: clusters.length,
    practices: clusters.reduce((sum, { practices }) => sum + practices.length, 0),
    leftOut,
    cluster: `${largest.name} cluster`,
    source: SOURCE_ADDRESS,
    coordinator: addressOf(largest.practices[0]!.number),
  };
}
