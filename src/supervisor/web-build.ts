import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { leashed } from '#platform/leash.ts';
import { takeLock } from './folder-lock.ts';
import { StartRefused } from './refused.ts';

const SOURCES = [
  'src/**/*',
  'static/**/*',
  'indicators/**/*',
  'vite.config.ts',
  'svelte.config.*',
  'package-lock.json',
];
const ASIDE = /\.test\.ts$|\.fixtures\.ts$|^src\/(test|supervisor|operator|jobs|example)\//;

/** Whether the build in the checkout was made of exactly these sources, and to its end. */
export function isBuilt(checkout: string): boolean {
  const stamp = join(checkout, 'build/.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources(checkout);
}

/** A hash over everything that the web part is made of. */
export function hashOfSources(checkout: string): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: checkout, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => join(entry.parentPath, entry.name).slice(join(checkout, '/').length));
  for (const name of names.filter((each) => !ASIDE.test(each)).sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(checkout, name)))
      .update('\0');
  return hash.digest('hex');
}

/**
 * Builds the web part unless it is built. The build is made aside and takes its place when complete, so
 * that one that was cut short never counts; a second caller waits for the first.
 */
export async function buildWeb(checkout: string, signal: AbortSignal): Promise<void> {
  mkdirSync(join(checkout, '.svelte-kit'), { recursive: true });
  const lock = await takeInTurn(join(checkout, '.svelte-kit/building.lock'), signal);
  try {
    if (isBuilt(checkout)) return;
    const stamp = hashOfSources(checkout);
    const aside = join(checkout, '.svelte-kit/build');
    rmSync(aside, { recursive: true, force: true });
    await runVite(checkout, aside, signal);
    takeItsPlace(aside, join(checkout, 'build'), stamp);
  } finally {
    lock.release();
  }
}

async function takeInTurn(file: string, signal: AbortSignal) {
  for (;;) {
    const lock = await takeLock(file);
    if ('release' in lock) return lock;
    await pause(200, undefined, { signal });
  }
}

async function runVite(checkout: string, aside: string, signal: AbortSignal): Promise<void> {
  const vite = join(checkout, 'node_modules/vite/bin/vite.js');
  const [program = '', ...args] = leashed('KILL', [process.execPath, vite, 'build', '--logLevel', 'warn']);
  const env = { ...process.env, NODE_ENV: 'production', BUILD_FOLDER: aside };
  const child = spawn(program, args, { cwd: checkout, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code !== 0) throw new StartRefused('build_failed', withoutFrames(said));
}

const withoutFrames = (said: string) => said.replace(/^ +at .*\n/gm, '').trim();

function takeItsPlace(aside: string, build: string, stamp: string): void {
  writeFileSync(join(aside, '.stamp'), stamp);
  const former = `${aside}.former`;
  rmSync(former, { recursive: true, force: true });
  if (existsSync(build)) renameSync(build, former);
  renameSync(aside, build);
  rmSync(former, { recursive: true, force: true });
}
