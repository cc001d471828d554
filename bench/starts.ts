import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { leashed } from '#platform/leash.ts';
import { CHECKOUT } from '../src/supervisor/checkout.ts';
import { atMost, median, type Part } from './figure.ts';
import { freePort, type Ground } from './ground.ts';

const LATER_STARTS = 3;
const LONGEST_MS = 120_000;

/** How long a start takes until the first page answers: into an empty data folder, and into one that is there. */
export async function measureStarts(ground: Ground): Promise<Part> {
  const dataDir = join(ground.folder, 'start');
  const first = await startOnce(dataDir);
  const later: number[] = [];
  for (let turn = 0; turn < LATER_STARTS; turn += 1) later.push(await startOnce(dataDir));
  return {
    name: 'Starting',
    how: `packages installed and pages built; from the command to the first page; later starts: median of ${LATER_STARTS}`,
    figures: [
      atMost('first start, which lays down the database and the example world', first, 's', 60),
      atMost('later start', median(later), 's', 3),
    ],
  };
}

async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort();
  const [program = '', ...args] = leashed('TERM', [
    process.execPath,
    join(CHECKOUT, 'src/supervisor/main.ts'),
  ]);
  const began = performance.now();
  const child = spawn(program, args, {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      NODE_COMPILE_CACHE: compiled(),
      KLYNGERUM_PARENT: String(process.pid),
    },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await untilAnswered(port, child);
    return (performance.now() - began) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

// As a start by `npm start` has it.
const compiled = () => join(CHECKOUT, 'node_modules/.compiled');

async function untilAnswered(port: number, child: { exitCode: number | null }): Promise<void> {
  const latest = Date.now() + LONGEST_MS;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer?.ok) return;
    if (child.exitCode !== null) throw new Error(`The start ended with ${child.exitCode}.`);
    if (Date.now() > latest) throw new Error(`No page within ${LONGEST_MS / 1000} s.`);
    await pause(10);
  }
}
