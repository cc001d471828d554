import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import { publishSpread } from '#domain/benchmarks/publish-spread.server.ts';
import { deliverText } from '#domain/deliveries/deliver-text.server.ts';
import type { DeliveredFile } from '#domain/deliveries/read-file.server.ts';
import { type Database, openDatabase } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';
import type { DatabaseUrls } from '#platform/settings.ts';
import { buildEngland } from '../src/example/england/build-england.ts';
import { QOF_FILES } from './english-files.ts';

/** What the QOF files leave open: points are thousands, and their years begin in April. */
export const ANSWERS = { decimal: ',', splitYearFrom: 4 } as const;

/** The QOF files of a folder as they would be delivered. */
export function qofFilesIn(folder: string): DeliveredFile[] {
  return QOF_FILES.map((file) => ({ name: basename(file), bytes: readFileSync(join(folder, file)) }));
}

/** Builds the England world from the files of a folder, as the operator's tool does. Nothing is delivered yet. */
export async function buildFrom(folder: string, urls: DatabaseUrls): Promise<void> {
  const owner = openDatabase(urls.owner, 2);
  const built = await buildEngland(owner, { folder, by: 'ccg', now: new Date() }, () => undefined);
  await owner.destroy();
  if (!built.done) throw new Error(built.reason);
}

/** Who delivers for it. */
export const SOURCE_ADDRESS = 'source@england.example';

/** The one source of the England world. */
export async function findSource(owner: Database): Promise<string> {
  const source = await owner.selectFrom('source').select('sourceId').executeTakeFirstOrThrow();
  return source.sourceId;
}

/** Delivers the QOF files of a folder through the product. */
export async function deliverFrom(folder: string, urls: DatabaseUrls): Promise<void> {
  const owner = openDatabase(urls.owner, 2);
  const sourceId = await findSource(owner);
  for (const file of qofFilesIn(folder)) {
    const outcome = await asSystem(owner, { now: new Date() }, (scope) =>
      deliverText(scope, sourceId, file, ANSWERS),
    );
    if (!outcome.done) throw new Error(`${file.name}: ${outcome.reason}`);
  }
  await owner.destroy();
}

/** The cluster in which this practice is. */
export async function clusterOf(owner: Database, number: string): Promise<string> {
  const { clusterId } = await owner
    .selectFrom('practiceNumber as n')
    .innerJoin('clusterPractice as c', 'c.practiceId', 'n.practiceId')
    .select('c.clusterId')
    .where('n.number', '=', number)
    .executeTakeFirstOrThrow();
  return clusterId;
}

/** Publishes everything that was delivered to one cluster, as the worker does. */
export async function publishAllOf(urls: DatabaseUrls, clusterId: string): Promise<void> {
  const [owner, worker] = [openDatabase(urls.owner, 1), openDatabase(urls.worker, 1)];
  const sourceId = await findSource(owner);
  const { rows } = await sql<{ publicationId: string }>`
    insert into publication (publication_id, cluster_id, indicator_key, period_from, period_until, source_id, requested_at)
    select gen_random_uuid(), cluster_id, indicator_key, period_from, period_until, ${sourceId}, ${new Date()}
    from delivery_part where cluster_id = ${clusterId} returning publication_id`.execute(owner);
  for (const { publicationId } of rows)
    await asSystem(worker, { now: new Date() }, (scope) => publishSpread(scope, publicationId));
  await Promise.all([owner.destroy(), worker.destroy()]);
}

/**
 * Gives every other cluster spreads of the same size, with the pictures of this one: made by the worker they would
 * take minutes, and nobody looks at them here.
 */
export async function fillOtherClusters(urls: DatabaseUrls, clusterId: string): Promise<void> {
  const owner = openDatabase(urls.owner, 1);
  await sql`insert into spread (cluster_id, indicator_key, period_from, period_until, source_id, version, picture,
      contributors, practices, extracted_on, published_at)
    select c.cluster_id, indicator_key, period_from, period_until, source_id, version, picture,
      contributors, practices, extracted_on, published_at
    from spread s cross join cluster c where s.cluster_id = ${clusterId} and c.cluster_id <> s.cluster_id`.execute(
    owner,
  );
  await sql`vacuum analyze`.execute(owner);
  await owner.destroy();
}

/** Gives a database the levels of nation and regions that were computed in another, so that both draw the same. */
export async function copyLevels(from: DatabaseUrls, to: DatabaseUrls): Promise<void> {
  const [source, target] = [openDatabase(from.owner, 1), openDatabase(to.owner, 1)];
  const levels = await source.selectFrom('reference').selectAll().execute();
  const sourceId = await findSource(target);
  const rows = levels.map((level) => ({ ...level, sourceId }));
  await target.deleteFrom('reference').execute();
  if (rows.length > 0) await target.insertInto('reference').values(rows).execute();
  await sql`vacuum analyze`.execute(target);
  await Promise.all([source.destroy(), target.destroy()]);
}

/** A session of the doctor of a practice, as a browser would hold it. */
export async function signInDoctorOf(urls: DatabaseUrls, number: string): Promise<string> {
  const owner = openDatabase(urls.owner, 1);
  const token = await signIn(owner, `${number.toLowerCase()}@england.example`);
  await owner.destroy();
  return token;
}

/** A session of whoever has this address. */
export async function signIn(owner: Database, email: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await sql`insert into session (token_hash, session_id, person_id, started_at, expires_at, confirmed_at)
    select ${createHash('sha256').update(token).digest()}, ${randomUUID()}::uuid, person_id, ${now},
      ${new Date(now.getTime() + 86_400_000)}, ${now} from person_address where email = ${email}`.execute(
    owner,
  );
  return token;
}
