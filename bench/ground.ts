import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Embedded, startEmbedded } from '#platform/embedded-postgres.ts';
import { leashed } from '#platform/leash.ts';
import { migrate } from '#platform/migrations.ts';
import type { DatabaseUrls } from '#platform/settings.ts';
import { prepareQueue } from '../src/supervisor/prepare-queue.ts';

/** A place to measure in: a folder of its own, a database server in it, and all that was started there. */
export type Ground = {
  folder: string;
  postgresPid: number;
  /** The logins of a database on the server. The first, `klyngerum`, is migrated and empty. */
  urlsOf(database: string): DatabaseUrls;
  /** Makes a database as a copy of another, to which nobody is connected. */
  copy(from: string, to: string): Promise<DatabaseUrls>;
  drop(database: string): Promise<void>;
  /** Starts a script of ours with just these settings, ready when it says so. */
  begin(script: string, settings: Record<string, string>): Promise<Begun>;
  clear(): Promise<void>;
};
export type Begun = { pid: number; stop(): Promise<void> };

/** Prepares a place to measure in. Whatever was started there ends with it, and nothing is left. */
export async function prepareGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'klyngerum-bench-'));
  const server = await startEmbedded(join(folder, 'server'));
  const urlsOf = (database: string) => urlsIn(server, database);
  await migrate(urlsOf('klyngerum').owner);
  await prepareQueue(urlsOf('klyngerum'));
  const superuser = new pg.Client({ connectionString: server.urls.superuser });
  await superuser.connect();
  const children = new Set<Begun>();
  return {
    folder,
    postgresPid: server.pid,
    urlsOf,
    async copy(from, to) {
      await superuser.query(`create database ${to} template ${from} owner klyngerum_owner`);
      return urlsOf(to);
    },
    async drop(database) {
      await superuser.query(`drop database ${database} with (force)`);
    },
    async begin(script, settings) {
      const child = await beginScript(script, settings);
      children.add(child);
      return child;
    },
    async clear() {
      for (const child of children) await child.stop();
      await superuser.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function urlsIn({ urls }: Embedded, database: string): DatabaseUrls {
  const of = (url: string) => url.replace(/\/klyngerum(?=\?)/, `/${database}`);
  return { owner: of(urls.owner), web: of(urls.web), worker: of(urls.worker) };
}

// What it writes goes nowhere, as with a log that somebody else collects.
async function beginScript(script: string, settings: Record<string, string>): Promise<Begun> {
  const [program = '', ...args] = leashed('TERM', [process.execPath, script]);
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await ready(child, script);
  return {
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function ready(child: ChildProcess, script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => message === 'ready' && resolve());
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
