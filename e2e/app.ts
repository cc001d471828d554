import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedUrls, startEmbedded } from '#platform/embedded-postgres.ts';
import { bareEnvironment } from '#test/bare-environment.ts';
import { CHECKOUT } from '../src/supervisor/checkout.ts';
import { readHolder } from '../src/supervisor/folder-lock.ts';
import { partsOf } from '../src/supervisor/klyngerum.fixtures.ts';
import { copyTemplate } from './template.ts';
import { freePort } from './web.ts';

/** The processes that a running product consists of, beside the one that looks after them. */
export const PARTS = ['web', 'worker', 'postgres'] as const;
export type PartName = (typeof PARTS)[number];

/** The whole product as a user starts it, on a port and in a folder of its own. */
export type App = {
  origin: string;
  dataDir: string;
  urls: EmbeddedUrls;
  /** What all of it wrote so far; it stands outside the data folder. */
  said: () => string;
  pidOf: (part: PartName) => number;
  /** Ends a part with the signal that nobody can catch. */
  kill: (part: PartName) => Promise<void>;
  stop: () => Promise<void>;
  /** Stops the product and begins it again on the same folder and port. */
  restart: () => Promise<void>;
  /** Stops it and takes its folder away. */
  close: () => Promise<void>;
};

/** Starts the product, with the example world in it, and waits until it says where it is reached. */
export async function startApp(): Promise<App> {
  const home = mkdtempSync(join(tmpdir(), 'kr-app-'));
  const dataDir = join(home, 'data');
  const port = await freePort();
  const paper = join(home, 'said.log');
  await copyTemplate(dataDir, async (folder) => end(await begin(environment(folder, port), paper)));
  const env = environment(dataDir, port);
  let supervisor = await begin(env, paper);
  const { urls } = await startEmbedded(dataDir);
  const pidOf = (part: PartName) => partsOf({ child: supervisor })[part];
  const stop = () => end(supervisor);
  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    urls,
    said: () => readFileSync(paper, 'utf8'),
    pidOf,
    kill: async (part) => {
      const pid = await waitFor(() => pidOf(part) || null, `${part} runs`);
      process.kill(pid, 'SIGKILL');
    },
    stop,
    restart: async () => {
      await stop();
      supervisor = await begin(env, paper);
    },
    close: async () => {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const environment = (dataDir: string, port: number) => ({
  ...bareEnvironment(),
  LANG: 'da_DK.UTF-8',
  DATA_DIR: dataDir,
  PORT: String(port),
  // Whatever happens to the tests, it ends with them.
  KLYNGERUM_PARENT: String(process.pid),
});

async function begin(env: ReturnType<typeof environment>, paper: string): Promise<ChildProcess> {
  const file = openSync(paper, 'a');
  const child = spawn(process.execPath, [join(CHECKOUT, 'src/supervisor/main.ts')], {
    env,
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  const lock = join(env.DATA_DIR, 'klyngerum.lock');
  const isReady = () => {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the product ended: ${readFileSync(paper, 'utf8')}`);
    const holder = readHolder(lock);
    return holder?.pid === child.pid && holder?.address ? true : null;
  };
  await waitFor(isReady, 'the product is ready', 120);
  return child;
}

async function end(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
  const ended = new Promise((resolve) => supervisor.once('exit', resolve));
  supervisor.kill('SIGTERM');
  await ended;
}

/** Asks again until the answer is not null; fails, naming what never came about, after so many seconds. */
export async function waitFor<T>(
  ask: () => T | null | Promise<T | null>,
  what: string,
  seconds = 30,
): Promise<T> {
  const last = performance.now() + seconds * 1000;
  while (performance.now() < last) {
    const answer = await ask();
    if (answer !== null) return answer;
    await pause(50);
  }
  throw new Error(`It never came about that ${what}.`);
}
