// Brings what Klyngerum runs on and hands over to it. Needs any Node from 16 on and npm, nothing else:
// where Node is older than 24, that and its npm come into runtime/, and bring the packages.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process, { env } from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const IS_WINDOWS = process.platform === 'win32';
const PLATFORM = `${IS_WINDOWS ? 'win' : process.platform}-${process.arch}`;
const IS_ENGLISH = /^en/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
const say = (da, en) => (IS_ENGLISH ? en : da);

// `isFull`: with the tools for tests and checks. A full installation serves every verb.
const VERBS = {
  start: { script: 'src/supervisor/main.ts', isFull: false },
  klyngerum: { script: 'src/supervisor/operate.ts', isFull: false },
  test: { script: 'src/supervisor/run-tests.ts', isFull: true },
  check: { script: 'src/supervisor/run-checks.ts', isFull: true },
  bench: { script: 'src/supervisor/run-bench.ts', isFull: true },
};

// Which lockfile the packages are of, and with what.
const STAMP = 'node_modules/.klyngerum';

class Failure extends Error {}

async function main() {
  const [name, ...args] = process.argv.slice(2);
  const verb = Object.keys(VERBS).includes(name) ? VERBS[name] : null;
  if (!verb) throw new Failure(`node bootstrap.mjs ${Object.keys(VERBS).join(' | ')}`);
  const node = await nodeOfRightAge();
  await bringPackages(node, verb.isFull);
  // Files that the operator names lie where the operator stands.
  const cwd = name === 'klyngerum' ? env.INIT_CWD || process.cwd() : ROOT;
  handOver(node, [join(ROOT, verb.script), ...args], cwd);
}

/** The Node to run on: the present one if it will do, else the one in runtime/, fetched when missing. */
async function nodeOfRightAge() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const folder = join(ROOT, 'runtime');
  const node = join(folder, `node_modules/node-${PLATFORM}/bin/node${IS_WINDOWS ? '.exe' : ''}`);
  const text = say('Henter Node 24 …', 'Fetching Node 24 …');
  await bring(text, { node: process.execPath, folder, stamps: ['node'], wishes: [] });
  if (fs.existsSync(node) && spawnSync(node, ['--version']).status === 0) return node;
  throw new Failure(
    say(
      `npm har ingen Node 24 til denne maskine (${PLATFORM}). Installér Node 24 eller nyere, og prøv igen.`,
      `npm has no Node 24 for this machine (${PLATFORM}). Install Node 24 or later and try again.`,
    ),
  );
}

async function bringPackages(node, isAskedFull) {
  // Where the tools for tests are, they stay, whatever the lockfile says now.
  const isFull = isAskedFull || / full$/.test(readOrEmpty(join(ROOT, STAMP)));
  const text = say('Henter pakkerne …', 'Fetching the packages …');
  const wishes = [isFull ? '--include=dev' : '--omit=dev', '--include=optional'];
  await bring(text, { node, folder: ROOT, stamps: isFull ? ['full'] : ['lean', 'full'], wishes });
}

/**
 * Installs a folder exactly as its lockfile says, unless its stamp is one of those given. The first of
 * them is written when all is done: an installation that was cut short never counts.
 */
async function bring(text, { node, folder, stamps, wishes }) {
  const lockfile = fs.readFileSync(join(folder, 'package-lock.json'));
  const version = `${createHash('sha256').update(lockfile).digest('hex')} ${PLATFORM}`;
  const file = join(folder, STAMP);
  const isThere = () => stamps.some((stamp) => readOrEmpty(file) === `${version} ${stamp}`);
  if (isThere()) return;
  await inTurn(async () => {
    if (isThere()) return;
    fs.rmSync(file, { force: true });
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
    const { code, said } = await runTold(text, [node, npmCli(node), 'ci', ...quiet, ...wishes], folder);
    if (code !== 0) throw new Failure(mendOf(said));
    fs.mkdirSync(dirname(file), { recursive: true });
    fs.writeFileSync(file, `${version} ${stamps[0]}`);
  });
}

function mendOf(said) {
  const details = said.trim().split('\n').slice(0, 12).join('\n');
  if (/ENOSPC/.test(said))
    return say('Der er ikke plads på disken til pakkerne.', 'There is no room on the disk for the packages.');
  if (/EACCES|EROFS|EPERM/.test(said)) return `${cannotWrite()}\n${details}`;
  const isOffline = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH/.test(
    said,
  );
  const mend = isOffline
    ? say(
        'Pakkerne kunne ikke hentes: der er ingen forbindelse til npms register. Tjek netværk og proxy, og prøv igen.',
        'The packages could not be fetched: npm’s registry cannot be reached. Check network and proxy and try again.',
      )
    : say('npm kunne ikke installere pakkerne:', 'npm could not install the packages:');
  return `${mend}\n${details}`;
}

const cannotWrite = () =>
  say(
    `Der kan ikke skrives i ${ROOT}. Giv brugeren adgang til mappen.`,
    `${ROOT} cannot be written. Give the user access to the folder.`,
  );

/** The npm that belongs to the Node we chose: an older one reads our lockfile differently. */
function npmCli(node) {
  const pinned = join(ROOT, 'runtime/node_modules/npm/bin/npm-cli.js');
  if (node !== process.execPath && fs.existsSync(pinned)) return pinned;
  if (/npm-cli\.js$/.test(env.npm_execpath || '')) return env.npm_execpath;
  const folders = [dirname(process.execPath), ...(env.PATH || '').split(delimiter)];
  const places = ['node_modules/npm/bin/npm-cli.js', '../lib/node_modules/npm/bin/npm-cli.js', 'npm'];
  const files = folders.flatMap((folder) => places.map((place) => join(folder, place))).filter(fs.existsSync);
  const cli = files.map((file) => fs.realpathSync(file)).find((file) => /npm-cli\.js$/.test(file));
  if (cli) return cli;
  throw new Failure(
    say(
      'npm blev ikke fundet. Installér npm, og prøv igen.',
      'npm was not found. Install npm and try again.',
    ),
  );
}

const environmentFor = (node) => ({ ...env, PATH: dirname(node) + delimiter + (env.PATH || '') });

/** Runs a command behind one line that says what it is and how long it has been at it. */
function runTold(text, [node, ...args], cwd) {
  const begun = Date.now();
  const { isTTY } = process.stdout;
  process.stdout.write(isTTY ? text : `${text}\n`);
  const tick = setInterval(() => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    if (isTTY) process.stdout.write(`\r${text} ${seconds} s`);
    else if (seconds % 10 === 0) process.stdout.write(`${text} ${seconds} s\n`);
  }, 1000);
  const child = begin('KILL', [node, ...args], { cwd, env: environmentFor(node), stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  }).finally(() => {
    clearInterval(tick);
    if (isTTY) process.stdout.write('\n');
  });
}

/** Starts a command that the kernel sends the signal when we are gone, where the machine can do that. */
function begin(signal, command, options) {
  const leash = ['setpriv', '--pdeathsig', signal, '--'];
  const canHold =
    process.platform === 'linux' && spawnSync(leash[0], [...leash.slice(1), 'true']).status === 0;
  const [program, ...args] = canHold ? [...leash, ...command] : command;
  return spawn(program, args, options);
}

/** Runs the work while nobody else installs here. The turn of a process that is gone counts for nothing. */
async function inTurn(work) {
  const turn = join(ROOT, '.installing');
  for (let isTold = false; !isTaken(turn); isTold = true) {
    if (!isTold) console.log(say('Venter på en anden installation …', 'Waiting for another installation …'));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    await work();
  } finally {
    fs.rmSync(turn, { recursive: true, force: true });
  }
}

function isTaken(turn) {
  try {
    fs.mkdirSync(turn);
    fs.writeFileSync(join(turn, 'pid'), String(process.pid));
    return true;
  } catch (problem) {
    if (problem.code !== 'EEXIST') throw new Failure(mendOf(problem.message));
    if (isLeft(turn)) discard(turn);
    return false;
  }
}

function isLeft(turn) {
  const pid = Number(readOrEmpty(join(turn, 'pid')));
  // Made this very moment, or by somebody who was cut short.
  if (!pid) return Date.now() - (fs.statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5000;
  if (process.platform === 'linux') return !/bootstrap\.mjs/.test(readOrEmpty(`/proc/${pid}/cmdline`));
  try {
    return !process.kill(pid, 0);
  } catch (problem) {
    return problem.code === 'ESRCH';
  }
}

// Two may find the same turn left: only who moves it away removes it.
function discard(turn) {
  try {
    fs.renameSync(turn, `${turn}.${process.pid}`);
    fs.rmSync(`${turn}.${process.pid}`, { recursive: true, force: true });
  } catch (problem) {
    if (problem.code !== 'ENOENT') throw problem;
  }
}

/** Runs a script as our child, passes signals on to it, and ends as it ends. */
function handOver(node, command, cwd) {
  // What Node made of our files last time halves the time to start.
  const own = {
    KLYNGERUM_PARENT: String(process.pid),
    NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.compiled'),
  };
  const options = { stdio: 'inherit', cwd, env: { ...environmentFor(node), ...own } };
  const child = begin('TERM', [node, ...command], options);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (env.npm_lifecycle_event) watchNpm(() => child.kill('SIGTERM'));
  child.once('error', (problem) => {
    console.error(problem.message);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
}

// npm starts a shell, which starts us; a signal to npm, or its death, may end either and not reach us.
function watchNpm(then) {
  const ancestors = () => {
    const parent = readOrEmpty(`/proc/${process.ppid}/stat`)
      .replace(/\(.*\)/s, '_')
      .split(' ')[3];
    return `${process.ppid} ${/sh\n$/.test(readOrEmpty(`/proc/${process.ppid}/comm`)) ? parent : ''}`;
  };
  const known = ancestors();
  setInterval(() => ancestors() !== known && then(), 250);
}

function readOrEmpty(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

main().catch((problem) => {
  console.error(problem instanceof Failure ? problem.message : problem);
  process.exit(1);
});
