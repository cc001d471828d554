import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CHECKOUT } from '../src/supervisor/checkout.ts';
import { type FolderLock, takeLock } from '../src/supervisor/folder-lock.ts';
import { hashOfSources } from '../src/supervisor/web-build.ts';

/*
 * A first start lays the database down and makes the example world, which takes many seconds. It is made once for
 * all tests of this state of the sources and copied for each of them.
 */
const TEMPLATE = join(CHECKOUT, '.svelte-kit/example-world');

/** Puts a data folder as a first start leaves it where there is none; `make` makes the one that is copied. */
export async function copyTemplate(dataDir: string, make: (dataDir: string) => Promise<void>): Promise<void> {
  mkdirSync(join(CHECKOUT, '.svelte-kit'), { recursive: true });
  const lock = await takeInTurn(`${TEMPLATE}.lock`);
  try {
    if (!isCurrent()) await makeTemplate(make);
    // Where PostgreSQL's files lie elsewhere, a copy would be two names for one database.
    if (!lstatSync(join(TEMPLATE, 'postgres')).isSymbolicLink()) spawnSync('cp', ['-a', TEMPLATE, dataDir]);
  } finally {
    lock.release();
  }
}

const stamp = () => {
  const world = globSync(['db/**/*.sql', 'src/{example,jobs,operator,supervisor}/**/*.ts'], {
    cwd: CHECKOUT,
  });
  const hash = createHash('sha256').update(hashOfSources(CHECKOUT));
  for (const file of world.sort()) hash.update(file).update(readFileSync(join(CHECKOUT, file)));
  return `${hash.digest('hex')} ${new Date().toISOString().slice(0, 10)}`;
};

function isCurrent(): boolean {
  const file = `${TEMPLATE}.stamp`;
  return existsSync(TEMPLATE) && existsSync(file) && readFileSync(file, 'utf8') === stamp();
}

async function makeTemplate(make: (dataDir: string) => Promise<void>): Promise<void> {
  rmSync(`${TEMPLATE}.stamp`, { force: true });
  rmSync(TEMPLATE, { recursive: true, force: true });
  const made = stamp();
  await make(TEMPLATE);
  writeFileSync(`${TEMPLATE}.stamp`, made);
}

async function takeInTurn(file: string): Promise<FolderLock> {
  for (;;) {
    const lock = await takeLock(file);
    if ('release' in lock) return lock;
    await pause(200);
  }
}
