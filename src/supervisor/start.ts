import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedUrls, startEmbedded } from '#platform/embedded-postgres.ts';
import type { Log } from '#platform/log.ts';
import { migrate } from '#platform/migrations.ts';
import { type DatabaseUrls, type Settings, webEnvironment, workerEnvironment } from '#platform/settings.ts';
import { CHECKOUT } from './checkout.ts';
import { beginChild } from './child.ts';
import { prepareFirstStart } from './first-start.ts';
import { type FolderLock, takeLock } from './folder-lock.ts';
import { keep, keepTrying, type Part } from './keeper.ts';
import { freePort, refusalOf, refuseUnusable } from './preflight.ts';
import { prepareQueue } from './prepare-queue.ts';
import { StartRefused } from './refused.ts';
import type { SupervisorText } from './supervisor.text.ts';
import { buildWeb, isBuilt } from './web-build.ts';

type Stoppable = Pick<Part, 'stop'>;

/** How a start is told about and called off. */
export type Surroundings = {
  log: Log;
  say: (line: (text: SupervisorText) => string) => void;
  signal: AbortSignal;
};

/** A Klyngerum that runs: where it is reached, and how all of it is stopped in order. */
export type Running = { address: string; stop(): Promise<void> };

/**
 * Starts everything, in this order: the data folder's lock, the port, the build, the database, its
 * migrations, then worker and web. Whatever fails or calls off a start, what had begun is stopped again.
 */
export async function start(settings: Settings, surroundings: Surroundings): Promise<Running> {
  const begun: Stoppable[] = [];
  const stop = async () => {
    for (const part of begun.splice(0).reverse()) await part.stop();
  };
  try {
    const address = await startInto(begun, settings, surroundings);
    return { address, stop };
  } catch (problem) {
    await stop();
    throw refusalOf(problem, settings.dataDir);
  }
}

const MEGABYTES_AT_FIRST = 200;
const MEGABYTES_LATER = 50;

async function startInto(
  begun: Stoppable[],
  settings: Settings,
  surroundings: Surroundings,
): Promise<string> {
  const { signal, say } = surroundings;
  const isFirst = settings.database.kind === 'embedded' && !existsSync(join(settings.dataDir, 'postgres'));
  refuseUnusable(settings.dataDir, isFirst ? MEGABYTES_AT_FIRST : MEGABYTES_LATER);
  const lock = await lockOf(settings.dataDir);
  begun.push({ stop: async () => lock.release() });

  const port = await freePort(settings.host, settings.port);
  const address = settings.publicUrl ?? addressOf(settings.host, port);
  signal.throwIfAborted();
  if (!isBuilt(CHECKOUT)) {
    say((text) => text.building);
    await buildWeb(CHECKOUT, signal);
  }
  signal.throwIfAborted();
  const urls = await openDatabase(begun, settings, surroundings, isFirst);
  signal.throwIfAborted();
  await prepareDatabase(urls, settings);
  signal.throwIfAborted();
  await beginParts(begun, { ...settings, port }, { urls, address, surroundings });
  lock.tell(address);
  return address;
}

async function lockOf(dataDir: string): Promise<FolderLock> {
  const lock = await takeLock(join(dataDir, 'klyngerum.lock'));
  if ('release' in lock) return lock;
  throw new StartRefused('already_running', lock.address ?? '');
}

// Everybody understands localhost's number; an IPv6 address stands in brackets.
function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function openDatabase(
  begun: Stoppable[],
  { database, dataDir }: Settings,
  { say, log, signal }: Surroundings,
  isFirst: boolean,
): Promise<DatabaseUrls> {
  if (database.kind === 'external') return database.urls;
  say((text) => (isFirst ? text.layingDown : text.startingDatabase));
  let urls: EmbeddedUrls | undefined;
  const begin = async (calledOff: AbortSignal) => {
    const embedded = await startEmbedded(dataDir, { signal: calledOff });
    urls = embedded.urls;
    return embedded;
  };
  begun.push(await keep('postgres', begin, { log, signal }));
  if (!urls) throw new Error('The database began without addresses.');
  return urls;
}

async function prepareDatabase(urls: DatabaseUrls, settings: Settings): Promise<void> {
  try {
    await migrate(urls.owner);
    await prepareQueue(urls);
  } catch (problem) {
    throw unreachable(problem) ?? problem;
  }
  await prepareFirstStart(urls, settings);
}

const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|28\w{3}|3D000|57P03)$/;

function unreachable(problem: unknown): StartRefused | null {
  const code = String((problem as { code?: unknown }).code);
  return UNREACHABLE.test(code) ? new StartRefused('database_unreachable', code) : null;
}

type Open = { urls: DatabaseUrls; address: string; surroundings: Surroundings };

// The pages first, for somebody waits for them; the worker follows, and what it has to do waits in the queue.
async function beginParts(
  begun: Stoppable[],
  settings: Settings,
  { urls, address, surroundings }: Open,
): Promise<void> {
  const scripts = join(CHECKOUT, 'src/supervisor');
  const forWorker = workerEnvironment({ settings, publicUrl: address, databaseUrl: urls.worker });
  const forWeb = webEnvironment({ settings, publicUrl: address, databaseUrl: urls.web });
  const beginWeb = (signal: AbortSignal) => beginChild(join(scripts, 'web.ts'), forWeb, signal);
  const beginWorker = (signal: AbortSignal) => beginChild(join(scripts, 'worker.ts'), forWorker, signal);
  const web = await keep('web', beginWeb, surroundings);
  const worker = keepTrying('worker', beginWorker, surroundings);
  // Both stop side by side, before the database that they lean on.
  begun.push({ stop: async () => void (await Promise.all([web.stop(), worker.stop()])) });
}
