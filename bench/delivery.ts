import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { checkSheet } from '#domain/deliveries/check.server.ts';
import { confirmDelivery, markOf } from '#domain/deliveries/confirm-delivery.server.ts';
import { deliverText, type Examined, examine } from '#domain/deliveries/deliver-text.server.ts';
import { findDraft } from '#domain/deliveries/deliveries.server.ts';
import type { DeliveryScope } from '#domain/deliveries/delivering.server.ts';
import { mapColumns } from '#domain/deliveries/map-columns.server.ts';
import type { DeliveredFile } from '#domain/deliveries/read-file.server.ts';
import { insertDraft, startDelivery, type Upload } from '#domain/deliveries/start-delivery.server.ts';
import { takeIn } from '#domain/deliveries/take-in.server.ts';
import { openDatabase } from '#platform/database.ts';
import { asSystem, forSource } from '#platform/scope.server.ts';
import type { DatabaseUrls } from '#platform/settings.ts';
import { ANSWERS, findSource, qofFilesIn, SOURCE_ADDRESS, signIn } from './england.ts';
import { atMost, median, type Part, seen } from './figure.ts';
import type { Ground } from './ground.ts';

const ROUNDS = 3;

type Way = (urls: DatabaseUrls, file: DeliveredFile) => Promise<number>;
type Round = { whole: number; confirm: number; takeIn: number; copy: number; rows: number };

/**
 * How long it takes to deliver the QOF files into the England world, each round into a fresh copy of it, beside
 * COPY of the rows that came out into a table with the same columns, primary key, checks and indexes.
 */
export async function measureDelivery(ground: Ground, folder: string, empty: string): Promise<Part> {
  const files = qofFilesIn(folder);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureRound(ground, files, empty));
  const of = (part: keyof Round) => median(rounds.map((one) => one[part]));
  const beside = (part: keyof Round) => median(rounds.map((one) => one[part] / one.copy));
  return {
    name: 'Delivery of the three QOF files, all indicators',
    how: `times of the three files together, median of ${ROUNDS} interleaved rounds, each with its own COPY`,
    figures: [
      atMost(
        'taking in (staging, measurements, counts, letters, commit) / COPY',
        beside('takeIn'),
        'ratio',
        2,
      ),
      atMost('confirming on the page (checked anew, taken in) / COPY', beside('confirm'), 'ratio', 2),
      seen(
        'whole delivery in one go (read, searched, understood, checked, taken in) / COPY',
        beside('whole'),
        'ratio',
      ),
      seen('measurements', of('rows'), 'rows'),
      seen('COPY', of('copy') / 1000, 's'),
      seen('taking in', of('takeIn') / 1000, 's'),
      seen('confirming on the page', of('confirm') / 1000, 's'),
      seen('whole delivery in one go', of('whole') / 1000, 's'),
      seen('whole delivery, measurements', of('rows') / (of('whole') / 1000), 'per second'),
    ],
  };
}

async function measureRound(ground: Ground, files: readonly DeliveredFile[], empty: string): Promise<Round> {
  const whole = await inFreshWorld(ground, empty, (urls) => timesOf(files, urls, deliverWhole));
  const confirm = await inFreshWorld(ground, empty, (urls) => timesOf(files, urls, confirmOnThePage));
  const [taken, copied] = await inFreshWorld(ground, empty, async (urls) => [
    await timesOf(files, urls, takeInAlone),
    await copyAsDelivered(urls),
  ]);
  return { whole, confirm, takeIn: taken, copy: copied.ms, rows: copied.rows };
}

async function inFreshWorld<T>(
  ground: Ground,
  empty: string,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const name = `round_${randomUUID().slice(0, 8)}`;
  const answer = await work(await ground.copy(empty, name));
  await ground.drop(name);
  return answer;
}

async function timesOf(files: readonly DeliveredFile[], urls: DatabaseUrls, way: Way): Promise<number> {
  let sum = 0;
  for (const file of files) sum += await way(urls, file);
  return sum;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function deliverWhole(urls: DatabaseUrls, file: DeliveredFile): Promise<number> {
  const owner = openDatabase(urls.owner, 1);
  const sourceId = await findSource(owner);
  const ms = await timed(async () => {
    const outcome = await asSystem(owner, { now: new Date() }, (scope) =>
      deliverText(scope, sourceId, file, ANSWERS),
    );
    if (!outcome.done) throw new Error(outcome.reason);
  });
  await owner.destroy();
  return ms;
}

async function confirmOnThePage(urls: DatabaseUrls, file: DeliveredFile): Promise<number> {
  const [owner, web] = [openDatabase(urls.owner, 1), openDatabase(urls.web, 1)];
  const sourceId = await findSource(owner);
  const caller = { token: await signIn(owner, SOURCE_ADDRESS), now: new Date() };
  const deliveryId = randomUUID();
  const prepared = await forSource(web, caller, sourceId, async (scope) => {
    const { sheet, mapping, source } = await understood(scope, sourceId, file);
    await startDelivery({ ...scope, commandId: randomUUID() }, deliveryId, uploadOf(file), sheet);
    await mapColumns({ ...scope, commandId: randomUUID() }, deliveryId, mapping);
    const draft = await findDraft(scope, deliveryId);
    const checked = await checkSheet(scope, source, sheet, draft!.mapping);
    if ('problems' in checked) throw new Error('questions_open');
    return { sheet, mark: markOf(draft!.mapping, checked.check) };
  });
  const ms = await timed(async () => {
    const outcome = await forSource(web, { ...caller, commandId: randomUUID() }, sourceId, (scope) =>
      confirmDelivery(scope, deliveryId, prepared!.sheet, prepared!.mark),
    );
    if (!outcome?.done) throw new Error(outcome?.reason);
  });
  await Promise.all([owner.destroy(), web.destroy()]);
  return ms;
}

async function takeInAlone(urls: DatabaseUrls, file: DeliveredFile): Promise<number> {
  const owner = openDatabase(urls.owner, 1);
  const sourceId = await findSource(owner);
  const { mapping, checked } = await asSystem(owner, { now: new Date() }, (scope) =>
    understood(scope, sourceId, file),
  );
  if ('problems' in checked) throw new Error('questions_open');
  const deliveryId = randomUUID();
  const ms = await timed(() =>
    asSystem(owner, { now: new Date() }, async (scope) => {
      await insertDraft(scope, { deliveryId, sourceId }, uploadOf(file), mapping);
      await takeIn(scope, deliveryId, { mapping, taken: checked.taken, counts: checked.check.counts });
    }),
  );
  await owner.destroy();
  return ms;
}

async function understood(scope: DeliveryScope, sourceId: string, file: DeliveredFile): Promise<Examined> {
  const examined = await examine(scope, sourceId, file, ANSWERS);
  if ('refusal' in examined) throw new Error(examined.refusal.reason);
  return examined;
}

// The mark of a file only keeps it from being delivered twice, so here any will do.
function uploadOf({ name, bytes }: DeliveredFile): Upload {
  return { fileName: name, bytes: bytes.length, hash: Buffer.alloc(32, name), extractedOn: null };
}

/** COPY of what was delivered, delivery by delivery, into a table that is like the measurements and empty. */
async function copyAsDelivered({ owner }: DatabaseUrls): Promise<{ ms: number; rows: number }> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  const { rows: deliveries } = await client.query<{ id: string }>('select delivery_id as id from delivery');
  const texts: Buffer[] = [];
  for (const { id } of deliveries)
    texts.push(
      await buffer(
        client.query(to(`copy (select * from measurement where delivery_id = '${id}') to stdout`)),
      ),
    );
  await client.query('create table beside (like measurement including all)');
  const ms = await timed(async () => {
    for (const text of texts)
      await pipeline(Readable.from([text]), client.query(from('copy beside from stdin')));
  });
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from beside');
  await client.end();
  return { ms, rows: rows[0]!.n };
}
