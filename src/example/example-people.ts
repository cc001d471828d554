import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Row } from '#domain/members/enrolment.ts';
import { foundCluster } from '#domain/members/found-cluster.server.ts';
import { addressOf } from '#domain/tryout/door.ts';
import { EXAMPLE_PEOPLE, EXAMPLE_SOURCE, type ExampleCluster } from '#domain/tryout/example-cluster.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';
import { createSource } from '../operator/create-source.ts';
import { personOf } from '../operator/find.ts';
import { accomplished, enterAs } from './stage.ts';

/** Where the example clusters lie. */
const MUNICIPALITY = 'x001';

/** The source that serves the example clusters, as the operator would create it. Answers its id. */
export async function createExampleSource(owner: Database, now: Date): Promise<string> {
  const person = { name: EXAMPLE_PEOPLE.deliverer, email: addressOf(EXAMPLE_PEOPLE.deliverer) };
  const wish = { name: EXAMPLE_SOURCE, kind: 'quality_unit' as const, person, isExample: true };
  const outcome = await asSystem(owner, { now }, (scope) => createSource(scope, randomUUID(), wish));
  accomplished(outcome, ['source_there_already']);
  const { sourceId } = await owner
    .selectFrom('source')
    .select('sourceId')
    .where('name', '=', EXAMPLE_SOURCE)
    .where('isExample', '=', true)
    .executeTakeFirstOrThrow();
  return sourceId;
}

/** Has a cluster founded by its first doctor with the whole list of its people. Answers its id. */
export async function foundExampleCluster(
  { owner, web }: { owner: Database; web: Database },
  cluster: ExampleCluster,
  now: Date,
): Promise<string> {
  const founder = cluster.practices[0]!.doctors[0]!;
  const personId = await asSystem(owner, { now }, (scope) =>
    personOf(scope, { name: founder, email: addressOf(founder), isExample: true }, randomUUID()),
  );
  if (!personId) throw new Error('a real person has an example address');
  const known = await clusterOf(owner, personId);
  if (known) return known;
  const actor = await enterAs(web, personId, now);
  const founding = { name: cluster.name, municipalityCode: MUNICIPALITY, rows: rowsOf(cluster), own: 0 };
  const outcome = await actor.asPerson((scope) => foundCluster(scope, randomUUID(), founding));
  return accomplished(outcome)!.clusterId;
}

async function clusterOf(owner: Database, personId: string): Promise<string | undefined> {
  const member = await owner
    .selectFrom('member')
    .select('clusterId')
    .where('personId', '=', personId)
    .executeTakeFirst();
  return member?.clusterId;
}

function rowsOf({ key, practices }: ExampleCluster): Row[] {
  const doctors = practices.flatMap(({ doctors: names, name: practice, number }) =>
    names.map((name) => rowOf(name, { practice, number, kind: 'doctor' })),
  );
  if (key !== 'fjord') return doctors;
  const { name: practice, number } = practices[0]!;
  return [
    ...doctors,
    rowOf(EXAMPLE_PEOPLE.trainee, { practice, number, kind: 'trainee' }),
    rowOf(EXAMPLE_PEOPLE.nurse, { practice, number, kind: 'staff' }),
    rowOf(EXAMPLE_PEOPLE.secretary, { practice: '', number: '', kind: 'secretary' }),
    rowOf(EXAMPLE_PEOPLE.consultant, { practice: '', number: '', kind: 'consultant' }),
  ];
}

function rowOf(name: string, place: Pick<Row, 'practice' | 'number' | 'kind'>): Row {
  return { name, email: addressOf(name), isLeftOut: false, ...place };
}

/** A doctor of the example world, with where they belong; by practice number, the first of each practice first. */
export type ExampleDoctor = { personId: string; memberId: string; practiceId: string; name: string };

/** The doctors of a cluster, by the number of their practice, in the order of the example's own list. */
export async function listExampleDoctors(
  owner: Database,
  clusterId: string,
  { practices }: ExampleCluster,
): Promise<Map<string, ExampleDoctor[]>> {
  const rows = await owner
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.personId', 'm.personId')
    .select(['m.personId', 'm.memberId', 'm.practiceId', 'p.name'])
    .where('m.clusterId', '=', clusterId)
    .where('m.kind', '=', 'doctor')
    .where(sql<boolean>`upper_inf(m.valid)`)
    .execute();
  const byName = new Map(rows.map((row) => [row.name, { ...row, practiceId: row.practiceId! }]));
  return new Map(
    practices.map(({ doctors, number }) => [number, doctors.flatMap((name) => byName.get(name) ?? [])]),
  );
}
