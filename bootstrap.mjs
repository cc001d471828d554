// Brings what Klyngerum runs on and hands over to it. Needs any Node from 16 on and npm, nothing else:
// Node 24 comes from npm into runtime/, the packages come with an npm that runs on it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const WANTED = 24;
const PLATFORM = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const IS_ENGLISH = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

// `isFull`: with the tools for tests and checks. A full installation serves everything.
const VERBS = {
  start: { script: 'src/supervisor/main.ts', isFull: false },
  klyngerum: { script: 'src/supervisor/operate.ts', isFull: false },
  test: { script: 'src/supervisor/run-tests.ts', isFull: true },
  check: { script: 'src/supervisor/run-checks.ts', isFull: true },
  bench: { script: 'src/supervisor/run-bench.ts', isFull: true },
};

const say = (da, en) => (IS_ENGLISH ? en : da);

class Failure extends Error {}

main().catch((problem) => {
  console.error(problem instanceof Failure ? problem.message : problem);
  process.exit(1);
});

async function main() {
  const [verb, ...args] = process.argv.slice(2);
  if (!Object.hasOwn?.(VERBS, verb) && !(verb in VERBS))
    throw new Failure(`node bootstrap.mjs ${Object.keys(VERBS).join(' | ')}`);
  const node = await nodeOfRightAge();
  await installPackages(node, VERBS[verb].isFull);
  handOver(node, verb, args);
}

/** The Node to run on: the present one if it will do, else the one in runtime/, fetched when missing. */
async function nodeOfRightAge() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath;
  const folder = join(ROOT, 'runtime');
  const node = join(
    folder,
    `node_modules/node-${PLATFORM}/bin/node${process.platform === 'win32' ? '.exe' : ''}`,
  );
  const stamp = `${hashOf(folder)} ${PLATFORM}`;
  if (readOrEmpty(stampIn(folder)) === stamp && existsSync(node)) return node;
  await inTurn(async () => {
    if (readOrEmpty(stampIn(folder)) === stamp && existsSync(node)) return;
    const text = say(`Henter Node ${WANTED} …`, `Fetching Node ${WANTED} …`);
    await npmCi(text, { node: process.execPath, folder, stamp, wishes: [] });
    if (!existsSync(node) || spawnSync(node, ['--version']).status !== 0) throw new Failure(noNode());
  });
  return node;
}

const noNode = () =>
  say(
    `npm har ingen Node ${WANTED} til denne maskine (${PLATFORM}). Installér Node ${WANTED} eller nyere, og prøv igen.`,
    `npm has no Node ${WANTED} for this machine (${PLATFORM}). Install Node ${WANTED} or later and try again.`,
  );

async function installPackages(node, isFull) {
  const stamp = `${hashOf(ROOT)} ${PLATFORM}`;
  const isThere = () =>
    [`${stamp} full`, ...(isFull ? [] : [`${stamp} lean`])].includes(readOrEmpty(stampIn(ROOT)));
  if (isThere()) return;
  await inTurn(async () => {
    if (isThere()) return;
    const text = say('Henter pakkerne …', 'Fetching the packages …');
    const wishes = [isFull ? '--include=dev' : '--omit=dev', '--include=optional'];
    await npmCi(text, { node, folder: ROOT, stamp: `${stamp} ${isFull ? 'full' : 'lean'}`, wishes });
  });
}

/** Installs a folder exactly as its lockfile says. The stamp is written last: what was cut short never counts. */
async function npmCi(text, { node, folder, stamp, wishes }) {
  rmSync(stampIn(folder), { force: true });
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const outcome = await runTold(text, [node, npmCli(), 'ci', ...quiet, ...wishes], {
    cwd: folder,
    env: environmentWith(node),
  });
  if (outcome.code !== 0) throw new Failure(mendOf(outcome.said));
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(stampIn(folder), stamp);
}

function mendOf(said) {
  const first = said.trim().split('\n').slice(0, 12).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|network/i.test(said))
    return `${say(
      'npm kunne ikke hente pakkerne: der er ingen forbindelse til npms register. Tjek netværket og en eventuel proxy, og prøv igen.',
      'npm could not fetch the packages: its registry cannot be reached. Check the network and a proxy if there is one, and try again.',
    )}\n${first}`;
  if (/ENOSPC/.test(said))
    return say(
      'Der er ikke plads på disken til pakkerne. Gør plads, og prøv igen.',
      'There is no room on the disk for the packages. Make room and try again.',
    );
  if (/EACCES|EROFS|EPERM/.test(said)) return `${noWriting()}\n${first}`;
  return `${say('npm kunne ikke installere pakkerne:', 'npm could not install the packages:')}\n${first}`;
}

const noWriting = () =>
  say(
    `Der kan ikke skrives i ${ROOT}. Giv brugeren adgang til mappen.`,
    `${ROOT} cannot be written. Give the user access to the folder.`,
  );

/** npm's own program, to be run by the Node that we choose. */
function npmCli() {
  if (/npm-cli\.js$/.test(process.env.npm_execpath || '')) return process.env.npm_execpath;
  const besideNode = dirname(process.execPath);
  const folders = [besideNode, ...(process.env.PATH || '').split(delimiter)];
  const known = folders.flatMap((folder) => [
    join(folder, 'node_modules/npm/bin/npm-cli.js'),
    join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(folder, 'npm'),
  ]);
  const found = known.filter((file) => existsSync(file)).map((file) => realpathSync(file));
  const cli = found.find((file) => /npm-cli\.js$/.test(file));
  if (cli) return cli;
  throw new Failure(
    say(
      'npm blev ikke fundet. Installér npm, og prøv igen.',
      'npm was not found. Install npm and try again.',
    ),
  );
}

function environmentWith(node) {
  const env = { ...process.env, PATH: dirname(node) + delimiter + (process.env.PATH || '') };
  // Debian lays npm's own packages where only Debian's Node looks for them.
  if (npmCli().startsWith('/usr/share/nodejs/')) env.NODE_PATH = '/usr/share/nodejs';
  return env;
}

/** Runs a command behind one line that says what it is and how long it has been at it. */
function runTold(text, command, options) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const isTerminal = process.stdout.isTTY;
  process.stdout.write(isTerminal ? text : `${text}\n`);
  const tick = setInterval(() => {
    if (isTerminal) process.stdout.write(`\r${text} ${seconds()} s`);
    else if (seconds() % 10 === 0) process.stdout.write(`${text} ${seconds()} s\n`);
  }, 1000);
  const [program, ...args] = leashed('KILL', command);
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(tick);
      if (isTerminal) process.stdout.write('\n');
      resolve({ code, said });
    });
  });
}

/** The command, ended by the kernel when we are, where the machine can do that. */
function leashed(signal, command) {
  const canHold =
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', '--', 'true']).status === 0;
  return canHold ? ['setpriv', '--pdeathsig', signal, '--', ...command] : command;
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
    rmSync(turn, { recursive: true, force: true });
  }
}

function isTaken(turn) {
  try {
    mkdirSync(turn);
    writeFileSync(join(turn, 'pid'), String(process.pid));
    return true;
  } catch (problem) {
    if (problem.code === 'ENOSPC') throw new Failure(mendOf('ENOSPC'));
    if (problem.code !== 'EEXIST') throw new Failure(`${noWriting()}\n${problem.message}`);
    if (isLeft(turn)) discard(turn);
    return false;
  }
}

function isLeft(turn) {
  const pid = Number(readOrEmpty(join(turn, 'pid')));
  if (!pid) return Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5000;
  if (process.platform === 'linux') return !/bootstrap\.mjs/.test(readOrEmpty(`/proc/${pid}/cmdline`));
  try {
    return !process.kill(pid, 0);
  } catch (problem) {
    return problem.code === 'ESRCH';
  }
}

// Two may find the same turn left: only who moves it away removes it.
function discard(turn) {
  const away = `${turn}.${process.pid}`;
  try {
    renameSync(turn, away);
    rmSync(away, { recursive: true, force: true });
  } catch (problem) {
    if (problem.code !== 'ENOENT') throw problem;
  }
}

/** Runs the verb's script as our child, passes signals on to it, and ends as it ends. */
function handOver(node, verb, args) {
  const { script } = VERBS[verb];
  const [program, ...rest] = leashed('TERM', [node, join(ROOT, script), ...args]);
  const child = spawn(program, rest, {
    stdio: 'inherit',
    // Files that the operator names lie where the operator stands.
    cwd: verb === 'klyngerum' ? process.env.INIT_CWD || process.cwd() : ROOT,
    env: {
      ...process.env,
      PATH: dirname(node) + delimiter + (process.env.PATH || ''),
      KLYNGERUM_PARENT: String(process.pid),
      // What Node made of our files last time, which halves the time to start.
      NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.compiled'),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) watchNpm(() => child.kill('SIGTERM'));
  child.once('error', (problem) => {
    console.error(problem.message);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
}

// npm starts a shell, which starts us; a signal to npm, or its death, may end either and not reach us.
function watchNpm(then) {
  const ancestors = () => {
    const [, , , parent] = readOrEmpty(`/proc/${process.ppid}/stat`)
      .replace(/\(.*\)/s, '_')
      .split(' ');
    const isShell = /sh$/.test(readOrEmpty(`/proc/${process.ppid}/comm`).trim());
    return `${process.ppid} ${isShell ? parent : ''}`;
  };
  const known = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === known) return;
    clearInterval(watch);
    then();
  }, 250);
}

function hashOf(folder) {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
}

function stampIn(folder) {
  return join(folder, 'node_modules/.klyngerum');
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
