import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { writeLetter } from '#domain/notices/write-letter.server.ts';
import { fixedClock } from '#platform/clock.ts';
import { logOf } from '#platform/log.ts';
import { aCluster, aDelivery, anIndicator, aSource, asPerson } from '#test/build.ts';
import { NOW, owner, urls, worker } from '#test/world.ts';
import { runLine } from '../operator/run-line.ts';
import { startSweeps } from './sweeping.ts';
import { tasksFor } from './tasks.ts';

const quiet = { write: () => true };
const log = logOf({ part: 'test', level: 'error', out: quiet, err: quiet });
const settings = {
  smtpUrl: null,
  mailFrom: 'klynge@klyngerum.example',
  dkim: null,
  publicUrl: 'https://klynge.example',
  dataDir: mkdtempSync(join(tmpdir(), 'klyngerum-tasks-')),
};
const jobs = tasksFor({ database: worker, settings, clock: fixedClock(NOW), log });
const logger = new Logger(() => () => undefined);
const runner = await run({
  connectionString: urls.worker,
  taskList: jobs.tasks,
  logger,
  noHandleSignals: true,
});
// As the worker does, so that others see that it is there.
const turn = new pg.Client({ connectionString: urls.worker });
await turn.connect();
await turn.query("select pg_advisory_lock(hashtextextended('klyngerum.worker', 0))");
afterAll(async () => {
  await runner.stop();
  await turn.end();
});

const shownTo = (personId: string) =>
  owner.selectFrom('exampleLetter').select(['subject', 'sentAt']).where('personId', '=', personId).execute();

test('a letter goes when the transaction that wrote it is done, and not when it is undone', async () => {
  const { coordinator } = await aCluster({ isExample: true });
  const { personId } = coordinator;
  const undone = asPerson(coordinator, async (scope) => {
    await writeLetter(scope, { kind: 'sign_in', personId });
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  await asPerson(coordinator, (scope) => writeLetter(scope, { kind: 'colleague_opened', personId }));
  await vi.waitFor(async () => expect(await shownTo(personId)).toHaveLength(1), { timeout: 10_000 });
});

test('a letter whose job was lost is sent by the sweep', async () => {
  const { coordinator } = await aCluster({ isExample: true });
  const { personId } = coordinator;
  const letter = {
    kind: 'colleague_opened',
    personId,
    messageId: `<${personId}@x>`,
    writtenAt: NOW,
    dueAt: NOW,
  };
  await owner.insertInto('letter').values(letter).execute();
  const stop = startSweeps(jobs.sweeps, log);
  await vi.waitFor(async () => expect(await shownTo(personId)).toHaveLength(1), { timeout: 10_000 });
  await stop();
});

test('a letter that nobody can write holds up no other', async () => {
  const { coordinator } = await aCluster({ isExample: true });
  const { personId } = coordinator;
  const early = new Date(NOW.getTime() - 60_000);
  const odd = {
    kind: 'horoscope',
    personId,
    messageId: `<odd-${personId}@x>`,
    writtenAt: early,
    dueAt: early,
  };
  const letter = {
    ...odd,
    kind: 'colleague_opened',
    messageId: `<${personId}@x>`,
    writtenAt: NOW,
    dueAt: NOW,
  };
  await owner.insertInto('letter').values([odd, letter]).execute();
  const stop = startSweeps(jobs.sweeps, log);
  await vi.waitFor(async () => expect(await shownTo(personId)).toHaveLength(1), { timeout: 10_000 });
  await stop();
  const failed = await owner.selectFrom('letter').select('failure').where('kind', '=', 'horoscope').execute();
  expect(failed).toEqual([{ failure: 'unknown_kind' }]);
});

test('a sweep that fails is told of and comes again, and stopping waits for the one under way', async () => {
  const told: string[] = [];
  const loud = logOf({ part: 'test', level: 'error', out: quiet, err: { write: (line) => told.push(line) } });
  let runs = 0;
  const stop = startSweeps(
    [
      {
        name: 'broken',
        everySeconds: 0,
        run: async () => {
          runs += 1;
          throw new Error('a secret');
        },
      },
    ],
    loud,
  );
  await vi.waitFor(() => expect(runs).toBeGreaterThan(2));
  await stop();
  const after = runs;
  expect(told.join('')).toContain('sweep.failed');
  expect(told.join('')).not.toContain('a secret');
  await new Promise((resolve) => setImmediate(resolve));
  expect(runs).toBe(after);
});

test('the operator’s publish waits for the worker, and answers for every cluster', async () => {
  await anIndicator();
  const clusters = [await aCluster({ practices: 10 }), await aCluster({ practices: 3 })];
  const source = await aSource(clusters);
  const figures = clusters.flatMap(({ practices }) =>
    practices.map(({ practiceId }, at) => ({ practiceId, numerator: 20 + at, denominator: 100 })),
  );
  const deliveryId = await aDelivery(source, figures);
  for (const { clusterId, practices } of clusters)
    await owner
      .insertInto('deliveryPart')
      .values({
        deliveryId,
        clusterId,
        indicatorKey: 'prove',
        periodFrom: '2025-01-01',
        periodUntil: '2025-12-31',
        practices: practices.length,
      })
      .execute();
  const env = {
    DATABASE_URL: urls.web,
    DATABASE_OWNER_URL: urls.owner,
    DATABASE_WORKER_URL: urls.worker,
    KLYNGERUM_NOW: NOW.toISOString(),
  };
  const said: string[] = [];
  const publish = () =>
    runLine(
      ['publish', '--indicator', 'prove', '--period', '2025', '--source', source.sourceId, '--json'],
      env,
      {
        out: (words) => said.push(words),
        err: () => undefined,
      },
    );
  expect(await publish()).toBe(0);
  expect(JSON.parse(said.pop()!)).toEqual({ done: true, made: { published: 2, refusals: {} } });
  // What is up stands, also what shows nothing.
  expect(await publish()).toBe(1);
  expect(JSON.parse(said.pop()!)).toEqual({ done: false, reason: 'waits_for_next_period' });
  const spreads = await owner.selectFrom('spread').select('contributors').orderBy('contributors').execute();
  expect(spreads.map(({ contributors }) => contributors)).toEqual([3, 10]);
});
