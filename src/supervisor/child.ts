import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { leashed } from '#platform/leash.ts';
import type { Part } from './keeper.ts';

/** A process of ours that ended before it was ready. */
export class ChildEnded extends Error {
  readonly code: string;

  constructor(script: string, code: number | null, signal: string | null) {
    super(`${script} ended before it was ready`);
    this.name = 'ChildEnded';
    this.code = signal ?? String(code);
  }
}

// What a process may know of the machine. Everything else, such as another part's login, stays here.
const INHERITED =
  /^(PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|NODE_COMPILE_CACHE|KLYNGERUM_NOW)$/;

const MS_TO_STOP = 15_000;

/**
 * Starts a script of ours as a process that ends with us, told only the given settings, and waits until
 * it says that it is ready. Throws `ChildEnded` when it ends before, as it does when called off.
 */
export async function beginChild(
  script: string,
  settings: Record<string, string>,
  signal: AbortSignal,
): Promise<Part> {
  const [program = '', ...args] = leashed('TERM', [process.execPath, script]);
  const child = spawn(program, args, {
    env: { ...inheritedEnvironment(), NODE_ENV: 'production', ...settings },
    // A session of its own: Ctrl-C reaches the supervisor, which knows in which order to stop.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const callOff = () => child.kill('SIGTERM');
  signal.addEventListener('abort', callOff);
  await untilReady(child, script).finally(() => signal.removeEventListener('abort', callOff));
  return { ended, stop: () => stop(child, ended) };
}

function inheritedEnvironment(): Record<string, string> {
  const known = Object.entries(process.env).filter(([name]) => INHERITED.test(name));
  return Object.fromEntries(known.map(([name, value]) => [name, value ?? '']));
}

function untilReady(child: ChildProcess, script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new ChildEnded(script, code, signal)));
    child.on('message', (message) => message === 'ready' && resolve());
  });
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const late = new AbortController();
  child.kill('SIGTERM');
  const force = pause(MS_TO_STOP, undefined, { signal: late.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await ended;
  late.abort();
  await force;
}
