import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { lastLines, type Place } from './embedded-postgres-folder.ts';
import { EmbeddedRefused } from './embedded-postgres-refused.ts';
import { birthOf, programOf } from './running.ts';

/** A running PostgreSQL. `adopted`: somebody else started it. `ended` is fulfilled when it no longer runs. */
export type Server = { pid: number; birth: string; adopted: boolean; ended: Promise<void> };

const pidFileOf = ({ files }: Place) => join(files, 'postmaster.pid');

function linesIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/**
 * The server that runs on the place, or null. One that is on its way up or down is waited for: it answers,
 * or it goes.
 */
export async function findServer(place: Place, superuserUrl: string): Promise<Server | null> {
  const pid = Number(linesIn(pidFileOf(place))[0] ?? 0);
  const birth = birthOf(pid);
  if (birth === null) return null;
  if ((programOf(pid) ?? 'postgres') !== 'postgres') return forget(place);
  while (birthOf(pid) === birth) {
    if (await answers(superuserUrl)) return { pid, birth, adopted: true, ended: endOf(pid, birth) };
    await pause(50);
  }
  return null;
}

// The machine gave the number of a server that was cut short to some other program. PostgreSQL would take
// that program for the server; a number that nobody has lets it go on to its check of the memory in use.
function forget(place: Place): null {
  const [, ...rest] = linesIn(pidFileOf(place));
  writeFileSync(pidFileOf(place), [String(2 ** 31 - 1), ...rest].join('\n'));
  return null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (problem) {
    // A wrong password is an answer too, and waiting would not mend it.
    if ((problem as { code?: string }).code === '28P01')
      throw new EmbeddedRefused('secrets_missing', 'secrets.json');
    return false;
  }
}

async function endOf(pid: number, birth: string): Promise<void> {
  while (birthOf(pid) === birth) await pause(250, undefined, { ref: false });
}

/** Starts a server by the command and waits until it takes connections. The signal calls that off. */
export async function beginServer(
  place: Place,
  { command, options }: { command: string[]; options: SpawnOptions },
  signal?: AbortSignal,
): Promise<Server> {
  const [program = '', ...args] = command;
  const paper = openLog(place.log);
  const child = spawn(program, args, {
    ...options,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    // A session of its own: Ctrl-C reaches the supervisor, which stops the others first.
    detached: true,
    stdio: ['ignore', paper.file, paper.file],
  });
  closeSync(paper.file);
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  );
  const callOff = () => child.kill('SIGINT');
  signal?.addEventListener('abort', callOff);
  await untilReady(place, child, paper.from).finally(() => signal?.removeEventListener('abort', callOff));
  const pid = child.pid ?? 0;
  return { pid, birth: birthOf(pid) ?? '', adopted: false, ended };
}

async function untilReady(place: Place, child: ChildProcess, logFrom: number): Promise<void> {
  const isReady = () => {
    const lines = linesIn(pidFileOf(place));
    return lines[0] === String(child.pid) && lines[7]?.startsWith('ready') === true;
  };
  while (!isReady()) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      const said = readFileSync(place.log, 'utf8').slice(logFrom);
      throw new EmbeddedRefused(/No space left/.test(said) ? 'no_space' : 'would_not_start', lastLines(said));
    }
    await pause(10);
  }
}

const LONGEST_LOG = 1_000_000;

function openLog(log: string): { file: number; from: number } {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LONGEST_LOG) renameSync(log, `${log}.1`);
  return { file: openSync(log, 'a', 0o600), from: size > LONGEST_LOG ? 0 : size };
}

// Fast (everybody is sent home, everything is written), then immediate (as after a power cut), then by force.
const WAYS = [
  { signal: 'SIGINT', seconds: 30 },
  { signal: 'SIGQUIT', seconds: 10 },
  { signal: 'SIGKILL', seconds: 10 },
] as const;

/** Ends a server: sends everybody home and writes everything, or if that takes too long by force. */
export async function stopServer({ pid, birth }: Server): Promise<void> {
  for (const { signal, seconds } of WAYS) {
    if (birthOf(pid) !== birth) return;
    process.kill(pid, signal);
    for (let waits = 0; waits < seconds * 100 && birthOf(pid) === birth; waits += 1) await pause(10);
  }
}
