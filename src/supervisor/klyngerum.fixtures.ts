import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach } from 'vitest';
import { bareEnvironment } from '#test/bare-environment.ts';
import { CHECKOUT } from './checkout.ts';

const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Has something done after the test, the latest first. */
export function afterwards(cleanUp: () => unknown): void {
  cleanUps.push(cleanUp);
}

/** An empty folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kl-'));
  afterwards(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a process of ours said, and how it ended. */
export type Said = { code: number | null; out: string; err: string };

/** A process of ours under way. */
export type Started = { child: ChildProcess; out(): string; err(): string; ended: Promise<Said> };

/** Starts a script of ours with nothing of our own environment but what it needs to run. The caller stops it. */
export function beginScript(script: string, env: Record<string, string>): Started {
  const child = spawn(process.execPath, [resolve(CHECKOUT, 'src/supervisor', script)], {
    env: { ...bareEnvironment(), ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const ended = new Promise<Said>((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  return { child, out: () => out, err: () => err, ended };
}

/** As `beginScript`, and it is stopped after the test. */
export function startScript(script: string, env: Record<string, string>): Started {
  const started = beginScript(script, env);
  afterwards(() => stop(started));
  return started;
}

/** Stops a script as a person would, and waits until it has ended. */
export function stop({ child, ended }: Started): Promise<Said> {
  child.kill('SIGTERM');
  return ended;
}

export type Klyngerum = Started & { address: string };

/** A Klyngerum that runs on the data folder and is stopped after the test. Throws with what it said if it ended. */
export function startKlyngerum(dataDir: string, env: Record<string, string> = {}): Promise<Klyngerum> {
  return untilReady(startScript('main.ts', { PORT: '0', DEMO: 'off', ...env, DATA_DIR: dataDir }));
}

/** As `startKlyngerum`, for the tests that share one: the caller stops it. */
export function beginKlyngerum(dataDir: string): Promise<Klyngerum> {
  return untilReady(beginScript('main.ts', { PORT: '0', DEMO: 'off', DATA_DIR: dataDir }));
}

async function untilReady(started: Started): Promise<Klyngerum> {
  const address = await new Promise<string>((resolve, reject) => {
    started.child.stdout?.on('data', () => {
      const said = /is ready: (\S+)/.exec(started.out())?.[1];
      if (said) resolve(said);
    });
    started.ended.then((said) => reject(new Error(said.out + said.err)));
  });
  return { ...started, address };
}

/** Starts a Klyngerum that is expected to end by itself, and answers what it said. */
export function tryToStart(dataDir: string, env: Record<string, string> = {}): Promise<Said> {
  return startScript('main.ts', { PORT: '0', DEMO: 'off', ...env, DATA_DIR: dataDir }).ended;
}

/** The processes that a Klyngerum holds, by name. */
export function partsOf({ child }: Pick<Started, 'child'>): Record<'postgres' | 'web' | 'worker', number> {
  const find = (mark: RegExp) =>
    listProcesses().find(({ parent, command }) => parent === child.pid && mark.test(command))?.pid ?? 0;
  return { postgres: find(/postgres -D/), web: find(/web\.ts/), worker: find(/worker\.ts/) };
}

/** The processes that have to do with the data folder, however they came about. */
export function listLeftOvers(dataDir: string): string[] {
  const isOurs = ({ pid, command }: Process) =>
    command.includes(dataDir) || (environmentOf(pid) ?? '').includes(`DATA_DIR=${dataDir}\0`);
  return listProcesses()
    .filter(isOurs)
    .map(({ command }) => command);
}

type Process = { pid: number; parent: number; command: string };

function listProcesses(): Process[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  const lines = stdout.trim().split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return state?.startsWith('Z')
      ? []
      : [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }];
  });
}

/** What a process was told, where the machine shows it. */
export function environmentOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return null;
  }
}
