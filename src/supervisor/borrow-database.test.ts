import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startEmbedded } from '#platform/embedded-postgres.ts';
import { type Settings, settingsFrom } from '#platform/settings.ts';
import { borrowDatabase } from './borrow-database.ts';
import { takeLock } from './folder-lock.ts';
import { aFolder, afterwards } from './klyngerum.fixtures.ts';

function aDataDir(): { dataDir: string; settings: Settings } {
  const dataDir = aFolder();
  const outcome = settingsFrom({ DATA_DIR: dataDir });
  if ('problems' in outcome) throw new Error('unusable');
  return { dataDir, settings: outcome.settings };
}

async function nameOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('select current_user as name');
  await client.end();
  return rows[0]?.name ?? '';
}

test('without a running Klyngerum it is started, and stopped again when given back', async () => {
  const { dataDir, settings } = aDataDir();
  const { urls, address, giveBack } = await borrowDatabase(settings);
  expect(address).toBeNull();
  expect(await nameOf(urls.owner)).toBe('klyngerum_owner');
  await giveBack();
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  expect(existsSync(join(dataDir, 'klyngerum.lock'))).toBe(false);
});

test('beside a running one it is shared, and keeps running when given back', async () => {
  const { dataDir, settings } = aDataDir();
  const lock = await takeLock(join(dataDir, 'klyngerum.lock'));
  const { stop } = await startEmbedded(dataDir, { parameters: ['fsync=off'] });
  afterwards(stop);
  if ('tell' in lock) lock.tell('http://127.0.0.1:3000');
  const { urls, address, giveBack } = await borrowDatabase(settings);
  expect(address).toBe('http://127.0.0.1:3000');
  await giveBack();
  expect(await nameOf(urls.web)).toBe('klyngerum_web');
});

test('a start that is under way is waited for', async () => {
  const { dataDir, settings } = aDataDir();
  const lock = await takeLock(join(dataDir, 'klyngerum.lock'));
  const borrowing = borrowDatabase(settings);
  if ('release' in lock) lock.release();
  const { giveBack } = await borrowing;
  await giveBack();
  expect(existsSync(join(dataDir, 'klyngerum.lock'))).toBe(false);
});
