import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { addressOf } from '#domain/tryout/door.ts';
import { EXAMPLE_CLUSTERS, EXAMPLE_PEOPLE } from '#domain/tryout/example-cluster.ts';
import { COPD, OPIOIDS } from '#domain/tryout/example-file.ts';
import { type Database, openDatabase } from '#platform/database.ts';
import type { KeyFolder } from '#platform/key-folder.ts';
import { made } from '#platform/outcome.ts';
import { asSystem, type SystemScope } from '#platform/scope.server.ts';
import type { DatabaseUrls } from '#platform/settings.ts';
import { calendarUntil } from './calendar.ts';
import { askAround } from './example-asking.ts';
import { callAssembly } from './example-assembly.ts';
import { deliverExample, type ExampleDelivery, publishExample } from './example-deliveries.ts';
import { holdMeetings } from './example-meetings.ts';
import { keepPartners } from './example-partners.ts';
import { createExampleSource, foundExampleCluster, listExampleDoctors } from './example-people.ts';
import { planNext } from './example-planning.ts';
import { openPractices, type Standing, settleCluster, vouch } from './example-practices.ts';
import { proposeAndVote } from './example-topics.ts';
import { loadShippedIndicators } from './shipped-indicators.ts';
import { loadShippedPackages } from './shipped-packages.ts';
import { enterAs } from './stage.ts';

/** The three logins, each of which does in the example world what it does in every other. */
type Logins = { owner: Database; web: Database; worker: Database };
type Calendar = ReturnType<typeof calendarUntil>;
/** The moment that is now, and where the keys of the rounds are that are open then. */
type Present = { now: Date; keys: KeyFolder };

/**
 * Makes the example world through the commands of everybody, at moments of the past, unless it is there. An
 * interrupted build is taken up where it stopped. Answers whether anything was made. `keys` is the worker's folder.
 */
export async function buildExample(urls: DatabaseUrls, now: Date, keys: KeyFolder): Promise<boolean> {
  const logins = {
    owner: openDatabase(urls.owner, 2),
    web: openDatabase(urls.web, 2),
    worker: openDatabase(urls.worker, 2),
  };
  try {
    if (await isBuilt(logins.owner)) return false;
    await loadShippedIndicators(logins.owner, now);
    await loadShippedPackages(logins.owner, now);
    await build(logins, calendarUntil(now), { now, keys });
    await asSystem(logins.owner, { now }, (scope) => closeBook(scope, WORLD));
    return true;
  } finally {
    await Promise.all(Object.values(logins).map((login) => login.destroy()));
  }
}

const WORLD = 'example';

async function isBuilt(owner: Database): Promise<boolean> {
  const line = await owner
    .selectFrom('journal')
    .select('at')
    .where('event', '=', 'world.built')
    .where('subject', '=', WORLD)
    .executeTakeFirst();
  return line !== undefined;
}

async function build(logins: Logins, calendar: Calendar, present: Present): Promise<void> {
  const { owner, web } = logins;
  const sourceId = await createExampleSource(owner, calendar.founded);
  const standings: (Standing & { own: string; founder: string })[] = [];
  for (const cluster of EXAMPLE_CLUSTERS) {
    const clusterId = await foundExampleCluster(logins, cluster, calendar.founded);
    const doctors = await listExampleDoctors(owner, clusterId, cluster);
    const founder = doctors.get(cluster.practices[0]!.number)![0]!.personId;
    const standing = { cluster, clusterId, doctors };
    const own = await settleCluster(await enterAs(web, founder, calendar.founded), standing, sourceId);
    standings.push({ ...standing, own, founder });
  }
  const deliverer = await delivererOf(owner);
  const keys = await vouch(await enterAs(web, deliverer, calendar.opened), sourceId);
  for (const standing of standings) {
    const answers = { keys, sources: [sourceId, standing.own], now: calendar.opened };
    await openPractices(web, standing, answers);
  }
  await deliverAll(logins, calendar, { sourceId, deliverer, standings });
  const [fjord] = standings;
  await meet(logins, fjord!, { calendar, sourceId, ...present });
}

/** What the first cluster has done besides looking at its figures, and what it is about to do. */
async function meet(
  { web, worker }: Logins,
  { clusterId, doctors, founder }: Standing & { founder: string },
  { calendar, keys, now, sourceId }: Present & { calendar: Calendar; sourceId: string },
): Promise<void> {
  const cast = { clusterId, founder, doctors: [...doctors.values()].flat() };
  await proposeAndVote(web, cast, calendar);
  await keepPartners(web, cast, calendar.decided);
  await holdMeetings(web, cast, calendar);
  await callAssembly(web, cast, { called: calendar.calledAssembly, now });
  await planNext(web, cast, { now, sourceId });
  await askAround({ web, worker, keys, cast, now }, calendar);
}

async function delivererOf(owner: Database): Promise<string> {
  const { personId } = await owner
    .selectFrom('personAddress')
    .select('personId')
    .where('email', '=', addressOf(EXAMPLE_PEOPLE.deliverer))
    .executeTakeFirstOrThrow();
  return personId;
}

type Cast = {
  sourceId: string;
  deliverer: string;
  standings: (Standing & { own: string; founder: string })[];
};

async function deliverAll(logins: Logins, calendar: Calendar, cast: Cast): Promise<void> {
  const [fjord] = cast.standings;
  const everybody = ['fjord', 'bakke', 'oe'] as const;
  const others = ['bakke', 'oe'] as const;
  const { sourceId } = cast;
  const first: ExampleDelivery[] = [
    { sourceId, file: { clusters: everybody, keys: OPIOIDS, year: 2024 } },
    { sourceId, file: { clusters: others, keys: COPD, year: 2024 } },
    { sourceId: fjord!.own, file: { clusters: ['fjord'], keys: COPD, year: 2024 } },
  ];
  const second: ExampleDelivery[] = [
    { sourceId, file: { clusters: everybody, keys: OPIOIDS, year: 2025 } },
    { sourceId, file: { clusters: others, keys: COPD, year: 2025 } },
  ];
  await round(logins, cast, first, { delivered: calendar.delivered2024, published: calendar.published2024 });
  await closeNumbers(logins.owner);
  await round(logins, cast, second, { delivered: calendar.delivered2025, published: calendar.published2025 });
}

async function round(
  { owner, web, worker }: Logins,
  { deliverer, sourceId, standings }: Cast,
  deliveries: readonly ExampleDelivery[],
  when: { delivered: Date; published: Date },
): Promise<void> {
  const indicators = await asSystem(owner, { now: when.delivered }, listIndicators);
  for (const delivery of deliveries) {
    const isOwn = delivery.sourceId !== sourceId;
    const who = isOwn ? standings.find(({ own }) => own === delivery.sourceId)!.founder : deliverer;
    await deliverExample(await enterAs(web, who, when.delivered), delivery, indicators);
    for (const { cluster, clusterId, founder } of standings)
      if (delivery.file.clusters.includes(cluster.key))
        await publishExample(worker, await enterAs(web, founder, when.published), clusterId, delivery);
  }
}

// No command closes a number: that is a matter of the register of practices.
async function closeNumbers(owner: Database): Promise<void> {
  const closing = EXAMPLE_CLUSTERS.flatMap(({ practices }) => practices);
  for (const { closedAfter, number } of closing)
    if (closedAfter)
      await sql`update practice_number set valid = daterange(lower(valid), ${closedAfter}::date, '[]')
        where number = ${number} and upper_inf(valid) and lower(valid) <= ${closedAfter}::date`.execute(
        owner,
      );
}

/** Notes that the example world is whole; its letters of years ago have been read. */
const closeBook = command(
  { permission: 'installation.operate', event: 'world.built' },
  async ({ db, now }: SystemScope, _world: string) => {
    await db
      .updateTable('letter')
      .set(({ ref }) => ({ sentAt: ref('writtenAt') }))
      .where('sentAt', 'is', null)
      .where('writtenAt', '<=', new Date(now.getTime() - 86_400_000))
      .where(({ or, eb, selectFrom }) =>
        or([
          eb('personId', 'in', selectFrom('person').select('personId').where('isExample', '=', true)),
          eb('clusterId', 'in', selectFrom('cluster').select('clusterId').where('isExample', '=', true)),
        ]),
      )
      .execute();
    return made(undefined);
  },
);
