import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, asAccount } from './embedded-postgres-account.ts';
import { type Binaries, MAJOR } from './embedded-postgres-binaries.ts';
import { EmbeddedRefused } from './embedded-postgres-refused.ts';

/** Where a database lies: its files, its socket, its log, and room for copies of programs. */
export type Place = { files: string; run: string; log: string; spare: string };

// A socket's whole path must stay below 108 bytes.
const LONGEST_RUN_FOLDER = 90;

/** The folders of the data folder's database, made where they are missing, closed to everybody else. */
export function placeFor(dataDir: string, account: Account): Place {
  const home = account.kind === 'other' ? account.home : dataDir;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (home !== dataDir) makeOpen(dirname(home));
  if (home !== dataDir) makePrivate(home, account);
  const isShort = Buffer.byteLength(join(home, 'run')) <= LONGEST_RUN_FOLDER;
  const run = isShort ? join(home, 'run') : join(tmpdir(), `klyngerum-${nameOf(dataDir)}`);
  makePrivate(run, account);
  const spare = account.kind === 'other' ? dirname(home) : home;
  const files = join(home, 'postgres');
  // A copy often arrives open to others, which PostgreSQL refuses.
  if (existsSync(files)) chmodSync(files, 0o700);
  return { files, run, log: join(dataDir, 'postgres.log'), spare };
}

const nameOf = (folder: string) => createHash('sha256').update(folder).digest('hex').slice(0, 16);

function makeOpen(folder: string): void {
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755);
}

// Somebody else's folder is never used: in a shared place it could be a trap.
function makePrivate(folder: string, account: Account): void {
  const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
  if (isNew && account.kind === 'other') chownSync(folder, account.uid, account.gid);
  const found = lstatSync(folder);
  const owner = account.kind === 'other' ? account.uid : process.getuid?.();
  if (!found.isDirectory() || found.uid !== owner) throw new EmbeddedRefused('folder_of_another', folder);
  if ((found.mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
}

/** The passwords of the database's logins, of which `superuser` stays with the supervisor. */
export type Secrets = { superuser: string; owner: string; web: string; worker: string };

/** The secrets kept in the data folder, made at the first start. A database without its secrets is refused. */
export function secretsIn(dataDir: string, { files }: Place): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { postgres: Secrets }).postgres;
  if (existsSync(files)) throw new EmbeddedRefused('secrets_missing', file);
  const secret = () => randomBytes(24).toString('base64url');
  const secrets = { superuser: secret(), owner: secret(), web: secret(), worker: secret() };
  writeFileSync(`${file}.new`, JSON.stringify({ postgres: secrets }, null, 2), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** Refuses a database that another major version of PostgreSQL made, and a folder that is no database. */
export function refuseStrangers({ files }: Place): void {
  if (!existsSync(files)) return;
  const versionFile = join(files, 'PG_VERSION');
  if (!existsSync(versionFile)) throw new EmbeddedRefused('not_a_database', files);
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found !== MAJOR) throw new EmbeddedRefused('other_major', `${found} ${files}`);
}

/** Makes the database's files when there are none. They get their name when they are complete. */
export async function layDown(dataDir: string, place: Place, account: Account, made: Made): Promise<void> {
  if (!existsSync(place.files)) await makeFiles(place, account, made);
  const link = join(dataDir, 'postgres');
  if (!existsSync(link)) symlinkSync(place.files, link);
}

async function makeFiles(place: Place, account: Account, made: Made): Promise<void> {
  removeHalfMade(place);
  const half = `${place.files}.${process.pid}.half`;
  const passwordFile = join(place.run, `${process.pid}.password`);
  makePrivate(half, account);
  writeFileSync(passwordFile, made.superuserPassword, { mode: 0o600 });
  if (account.kind === 'other') chownSync(passwordFile, account.uid, account.gid);
  try {
    await initdb(account, [made.binaries.initdb, ...INITDB, `--pwfile=${passwordFile}`, '-D', half]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(join(half, 'pg_hba.conf'), HBA);
  renameSync(half, place.files);
}

export type Made = { binaries: Binaries; superuserPassword: string };

const INITDB = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--text-search-config=simple',
  '--data-checksums',
];

const HBA = `# Through the socket only, and only with a password.
local all all scram-sha-256
`;

function removeHalfMade({ files }: Place): void {
  const home = dirname(files);
  for (const name of readdirSync(home))
    if (/^postgres\.\d+\.half$/.test(name)) rmSync(join(home, name), { recursive: true });
}

async function initdb(account: Account, command: string[]): Promise<void> {
  const { command: whole, options } = asAccount(account, 'KILL', command);
  const [program = '', ...args] = whole;
  const child = spawn(program, args, { ...options, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const status = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (status === 0) return;
  throw new EmbeddedRefused(/No space left/.test(said) ? 'no_space' : 'would_not_start', lastLines(said));
}

/** The last lines of what a program said. */
export function lastLines(said: string): string {
  return said.trim().split('\n').slice(-5).join('\n');
}
