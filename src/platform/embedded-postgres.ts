import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Account, accountFor, asAccount } from './embedded-postgres-account.ts';
import { binariesFor } from './embedded-postgres-binaries.ts';
import {
  lastLines,
  layDown,
  type Place,
  placeFor,
  refuseStrangers,
  secretsIn,
} from './embedded-postgres-folder.ts';
import { EmbeddedRefused } from './embedded-postgres-refused.ts';
import { DATABASE, LOGINS, prepareRoles } from './embedded-postgres-roles.ts';
import { birthOf, programOf } from './running.ts';

/** Addresses of the embedded database; `superuser` goes to nobody but who prepares it. */
export type EmbeddedUrls = { owner: string; web: string; worker: string; superuser: string };

/**
 * A running embedded database. `adopted`: it was already running, and whoever started it is gone or is
 * still there. `ended` is fulfilled when it no longer runs. `stop` ends it in order, writing everything.
 */
export type Embedded = {
  urls: EmbeddedUrls;
  adopted: boolean;
  pid: number;
  ended: Promise<void>;
  stop(): Promise<void>;
};

/** `account`: as whom to run. `parameters`: settings of PostgreSQL beside ours, as name=value. */
export type EmbeddedOptions = { account?: Account; parameters?: readonly string[] };

type Server = Pick<Embedded, 'adopted' | 'pid' | 'ended'> & { birth: string };

/**
 * Starts the PostgreSQL of the data folder, or adopts the one that runs on it, with the three logins and
 * the database ready for migrations. It listens on a socket in a closed folder and nowhere else, and ends
 * by itself when the thread that called this dies. Throws `EmbeddedRefused` where it cannot.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const account = options.account ?? accountFor(dataDir);
  const place = placeFor(dataDir, account);
  refuseStrangers(place);
  const secrets = secretsIn(dataDir, place);
  const url = (login: string, password: string, database: string) =>
    `postgres://${login}:${password}@localhost/${database}?host=${encodeURIComponent(place.run)}`;
  const urls = {
    owner: url(LOGINS.owner, secrets.owner, DATABASE),
    web: url(LOGINS.web, secrets.web, DATABASE),
    worker: url(LOGINS.worker, secrets.worker, DATABASE),
    superuser: url('postgres', secrets.superuser, 'postgres'),
  };
  const running = await findRunning(place, urls.superuser);
  const server = running ?? (await launch());
  await prepareRoles(urls.superuser, secrets);
  const { adopted, pid, ended } = server;
  return { adopted, pid, ended, urls, stop: () => stop(server) };

  async function launch(): Promise<Server> {
    const binaries = binariesFor(account, place.spare);
    await layDown(dataDir, place, account, { binaries, superuserPassword: secrets.superuser });
    const parameters = [...PARAMETERS, `unix_socket_directories=${place.run}`, ...(options.parameters ?? [])];
    const settings = parameters.flatMap((parameter) => ['-c', parameter]);
    return begin(place, account, [binaries.postgres, '-D', place.files, ...settings]);
  }
}

// A log line of PostgreSQL can carry a cell of a file, so it writes of nothing but its own end.
const PARAMETERS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'port=5432',
  'max_connections=60',
  'shared_buffers=128MB',
  'work_mem=8MB',
  'maintenance_work_mem=64MB',
  'max_wal_size=1GB',
  'min_wal_size=80MB',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
  'password_encryption=scram-sha-256',
];

const pidFileOf = ({ files }: Place) => join(files, 'postmaster.pid');

function linesIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

async function findRunning(place: Place, superuserUrl: string): Promise<Server | null> {
  const pid = Number(linesIn(pidFileOf(place))[0] ?? 0);
  const birth = birthOf(pid);
  if (birth === null) return null;
  if ((programOf(pid) ?? 'postgres') !== 'postgres') return forget(place);
  // It may be on its way up or down: it answers, or it goes.
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

async function begin(place: Place, account: Account, wanted: string[]): Promise<Server> {
  const { command, options } = asAccount(account, 'INT', wanted);
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
  await untilReady(place, child, paper.from);
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

async function stop({ pid, birth }: Server): Promise<void> {
  for (const { signal, seconds } of WAYS) {
    if (birthOf(pid) !== birth) return;
    process.kill(pid, signal);
    for (let waits = 0; waits < seconds * 100 && birthOf(pid) === birth; waits += 1) await pause(10);
  }
}
