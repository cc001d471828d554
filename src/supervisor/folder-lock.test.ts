import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { birthOf } from '#platform/running.ts';
import { type FolderLock, type Holder, readHolder, takeLock } from './folder-lock.ts';
import { aFolder, afterwards } from './klyngerum.fixtures.ts';

const aFile = () => join(aFolder(), 'klyngerum.lock');

async function taken(file: string): Promise<FolderLock> {
  const lock = await takeLock(file);
  if ('release' in lock) return lock;
  throw new Error(`held by ${lock.pid}`);
}

/** Another process that runs until the test is over, and what it would write into a lock. */
async function aHolder(): Promise<Holder> {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  afterwards(() => child.kill('SIGKILL'));
  const pid = child.pid ?? 0;
  return { pid, birth: birthOf(pid) ?? '', address: 'http://127.0.0.1:3000' };
}

test('a free lock is taken, told about and given back without a trace', async () => {
  const file = aFile();
  const lock = await taken(file);
  lock.tell('http://127.0.0.1:3000');
  expect(readHolder(file)).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:3000' });
  lock.release();
  expect(readdirSync(dirname(file))).toEqual([]);
});

test('of a lock that is held, the holder is told', async () => {
  const file = aFile();
  const holder = await aHolder();
  writeFileSync(file, JSON.stringify(holder));
  expect(await takeLock(file)).toEqual(holder);
  expect(readHolder(file)).toEqual(holder);
});

describe('a lock counts for nothing', () => {
  test('when its process is gone', async () => {
    const file = aFile();
    writeFileSync(file, JSON.stringify({ pid: 2 ** 31 - 1, birth: 'x', address: null }));
    (await taken(file)).release();
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  test('when its process’s number belongs to another one now', async () => {
    const file = aFile();
    writeFileSync(file, JSON.stringify({ ...(await aHolder()), birth: 'another boot' }));
    expect(await taken(file)).toBeDefined();
  });

  test('when its writer was cut short', async () => {
    const file = aFile();
    writeFileSync(file, '');
    expect(await taken(file)).toBeDefined();
  });
});

test('of many that find a dead lock at once, one gets it', async () => {
  const file = aFile();
  writeFileSync(file, JSON.stringify({ pid: 2 ** 31 - 1, birth: 'x', address: null }));
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => takeLock(file)));
  expect(outcomes.filter((outcome) => 'release' in outcome)).toHaveLength(1);
});

test('a lock that another has meanwhile is not given back', async () => {
  const file = aFile();
  const lock = await taken(file);
  writeFileSync(file, JSON.stringify(await aHolder()));
  lock.release();
  expect(existsSync(file)).toBe(true);
});
