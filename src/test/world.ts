import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll } from 'vitest';
import { type Database, openDatabase } from '#platform/database.ts';

/** The moment at which every test plays, unless it says otherwise. */
export const NOW = new Date('2026-03-02T10:00:00Z');

type Urls = { superuser: string; owner: string; web: string; worker: string };

/** A database of this test file's own, copied from the migrated template, and the three logins to it. */
async function openWorld() {
  const server = JSON.parse(process.env.KLYNGERUM_TEST_SERVER ?? '{}') as Urls;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const superuser = new pg.Client({ connectionString: server.superuser });
  await superuser.connect();
  await superuser.query(`create database ${name} template klyngerum owner klyngerum_owner`);
  // What may be done in a database is not copied with it.
  await superuser.query(`revoke temporary on database ${name} from public`);
  const urls = {
    owner: ofDatabase(server.owner, name),
    web: ofDatabase(server.web, name),
    worker: ofDatabase(server.worker, name),
  };
  const open = {
    owner: openDatabase(urls.owner, 4),
    web: openDatabase(urls.web, 8),
    worker: openDatabase(urls.worker, 4),
  };
  const close = async () => {
    await Promise.all(Object.values(open).map((database) => database.destroy()));
    await dropDatabase(superuser, name);
    await superuser.end();
  };
  return { ...open, urls, close };
}

const MS_TO_HANG_UP = 1000;

/**
 * Drops a database. Whoever is hanging up gets a moment to do so: to be cut off while doing it is an error that nobody
 * is there to take.
 */
export async function dropDatabase(superuser: pg.Client, name: string): Promise<void> {
  const last = performance.now() + MS_TO_HANG_UP;
  const isInUse = async () => {
    const { rowCount } = await superuser.query('select from pg_stat_activity where datname = $1', [name]);
    return rowCount !== 0;
  };
  while (performance.now() < last && (await isInUse())) await pause(5);
  await superuser.query(`drop database ${name} with (force)`);
}

function ofDatabase(url: string, name: string): string {
  return url.replace(/\/klyngerum(?=$|\?)/, `/${name}`);
}

const world = await openWorld();
afterAll(() => world.close());

export const owner: Database = world.owner;
export const web: Database = world.web;
export const worker: Database = world.worker;
export const urls = world.urls;

/** A token as a browser would hold it. */
export function aToken(): string {
  return randomBytes(32).toString('base64url');
}

export const newId = randomUUID;
