import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { clockFrom, systemClock } from '#platform/clock.ts';
import { openDatabase } from '#platform/database.ts';
import { factsOf, logOf } from '#platform/log.ts';
import { workerSettingsFrom } from '#platform/settings.ts';
import { startSweeps } from '../jobs/sweeping.ts';
import { tasksFor } from '../jobs/tasks.ts';
import { liveUnderSupervisor } from './child-life.ts';

const settings = workerSettingsFrom(process.env);
const log = logOf({ part: 'worker', level: settings.logLevel });
const connectionString = settings.databaseUrl;
let isStopping = false;
let stop = async (): Promise<void> => undefined;
const life = liveUnderSupervisor(log, () => {
  isStopping = true;
  return stop();
});

const database = openDatabase(connectionString, 4);
const clock = clockFrom(process.env.KLYNGERUM_NOW) ?? systemClock;
const jobs = tasksFor({ database, settings, clock, log });
const turn = await takeTurn();
life.ready();
await untilItIsOurs(turn);
await releaseJobsOfTheDead(turn);
const runner = await run({
  connectionString,
  taskList: jobs.tasks,
  parsedCronItems: [],
  concurrency: 2,
  maxPoolSize: 4,
  pollInterval: 1000,
  noHandleSignals: true,
  logger: new Logger(() => () => undefined),
});
const stopSweeps = startSweeps(jobs.sweeps, log);
stop = async () => {
  await Promise.all([runner.stop(), stopSweeps()]);
  jobs.close();
  await database.destroy();
};
runner.promise.then(leave, broke);
log.info('worker.ready');

// One worker at a time: the connection that holds the turn dies with its process, whatever happens to it.
async function takeTurn(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, keepAlive: true });
  client.on('error', broke);
  client.on('end', leave);
  await client.connect();
  return client;
}

async function untilItIsOurs(client: pg.Client): Promise<void> {
  await client.query("select pg_advisory_lock(hashtextextended('klyngerum.worker', 0))");
}

// What a killed worker had begun would stay locked for hours. Nobody else works now, so it is free.
async function releaseJobsOfTheDead(client: pg.Client): Promise<void> {
  await client.query(`select graphile_worker.force_unlock_workers(array(
    select locked_by from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`);
}

function leave(): void {
  if (!isStopping) process.exit(1);
}

function broke(problem: unknown): void {
  log.error('worker.broke', factsOf(problem));
  leave();
}
