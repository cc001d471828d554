import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKOUT } from './checkout.ts';
import { aFolder, afterwards } from './klyngerum.fixtures.ts';

// Stands in for npm: notes what it was asked, where, and lays down the folder that npm would.
const NPM = `import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
appendFileSync('asked', process.argv.slice(2).join(' ') + '\\n');
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules/part', { recursive: true });
if (process.env.NPM_SAYS) { console.error(process.env.NPM_SAYS); process.exit(1); }
if (existsSync('slow')) await new Promise((resolve) => setTimeout(resolve, 60_000));`;

const SCRIPT = `console.log('runs on', process.versions.node, process.argv.slice(2).join(' '), process.cwd());
if (process.argv.includes('wait')) setInterval(() => {}, 1000);
process.on('SIGTERM', () => process.exit(7));
process.exitCode = Number(process.argv.at(-1)) || 0;`;

/** A checkout with our bootstrap, a lockfile, and scripts that say what they run on. */
function aCheckout(): string {
  const checkout = aFolder();
  write(checkout, 'package-lock.json', '{}');
  write(checkout, 'package.json', '{ "type": "module" }');
  write(checkout, 'npm/npm-cli.js', NPM);
  write(checkout, 'npm/package.json', '{ "type": "module" }');
  for (const script of ['main', 'operate', 'run-tests'])
    write(checkout, `src/supervisor/${script}.ts`, SCRIPT);
  cpSync(join(CHECKOUT, 'bootstrap.mjs'), join(checkout, 'bootstrap.mjs'));
  return checkout;
}

function write(checkout: string, file: string, text: string): void {
  mkdirSync(dirname(join(checkout, file)), { recursive: true });
  writeFileSync(join(checkout, file), text);
}

const environmentIn = (checkout: string, more: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? '',
  npm_execpath: join(checkout, 'npm/npm-cli.js'),
  ...more,
});

function run(checkout: string, args: string[], more: Record<string, string> = {}) {
  const env = environmentIn(checkout, more);
  return spawnSync(process.execPath, ['bootstrap.mjs', ...args], { cwd: checkout, env, encoding: 'utf8' });
}

function begin(checkout: string, args: string[], more: Record<string, string> = {}) {
  const env = environmentIn(checkout, more);
  const child = spawn(process.execPath, ['bootstrap.mjs', ...args], { cwd: checkout, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  afterwards(() => child.kill('SIGKILL'));
  return { child, said: () => said, code: codeOf(child) };
}

const codeOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('close', resolve));

const askedIn = (checkout: string) => {
  const file = join(checkout, 'asked');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
};

test('the packages are brought once, and the script runs on the right Node with its words', () => {
  const checkout = aCheckout();
  const first = run(checkout, ['start', 'a', 'b']);
  expect(first.stdout).toMatch(/^Henter pakkerne …\nruns on \d\d[.\d]+ a b /);
  const second = run(checkout, ['start']);
  expect(second.stdout).toMatch(/^runs on/);
  expect(readFileSync(join(checkout, 'asked'), 'utf8')).toMatch(/^ci --ignore-scripts .*--omit=dev.*\n$/);
});

test.each([
  ['a full installation serves a start', ['test'], ['start'], 1],
  ['a lean one does not serve the tests', ['start'], ['test'], 2],
])('%s', (_title, first, second, times) => {
  const checkout = aCheckout();
  run(checkout, first);
  run(checkout, second);
  expect(askedIn(checkout)).toBe(times);
});

test('another lockfile asks for other packages', () => {
  const checkout = aCheckout();
  run(checkout, ['start']);
  write(checkout, 'package-lock.json', '{ "name": "other" }');
  run(checkout, ['start']);
  expect(askedIn(checkout)).toBe(2);
});

test('the tools of the tests stay where they are when another lockfile is there', () => {
  const checkout = aCheckout();
  run(checkout, ['test']);
  write(checkout, 'package-lock.json', '{ "name": "other" }');
  run(checkout, ['start']);
  expect(readFileSync(join(checkout, 'asked'), 'utf8')).toMatch(/--include=dev.*\n.*--include=dev.*\n$/);
});

test('the terminal’s language is spoken', () => {
  expect(run(aCheckout(), ['start'], { LANG: 'en_GB.UTF-8' }).stdout).toMatch(/^Fetching the packages …/);
});

test('an unknown verb tells the known ones', () => {
  const { status, stderr } = run(aCheckout(), ['begin']);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'node bootstrap.mjs start | klyngerum | test | check | bench\n',
  });
});

test('the operator’s tool stands where the operator stands', () => {
  const elsewhere = aFolder();
  expect(run(aCheckout(), ['klyngerum', 'deliver'], { INIT_CWD: elsewhere }).stdout).toContain(
    `deliver ${elsewhere}`,
  );
});

describe('an installation that fails says the mend, and is tried again', () => {
  test.each([
    ['npm error code ENOTFOUND', 'npm’s registry cannot be reached'],
    ['npm error code ENOSPC', 'no room on the disk'],
    ['npm error code EACCES', 'cannot be written'],
    ['npm error code EUSAGE', 'could not install'],
  ])('%s', (says, mend) => {
    const checkout = aCheckout();
    const { status, stderr } = run(checkout, ['start'], { NPM_SAYS: says, LANG: 'en' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(mend) });
    expect(run(checkout, ['start']).status).toBe(0);
    expect(askedIn(checkout)).toBe(2);
  });
});

test('of two at once, one brings the packages and both run', async () => {
  const checkout = aCheckout();
  const both = [begin(checkout, ['start']), begin(checkout, ['start'])];
  expect(await Promise.all(both.map(({ code }) => code))).toEqual([0, 0]);
  expect(askedIn(checkout)).toBe(1);
  expect(existsSync(join(checkout, '.installing'))).toBe(false);
});

test('an installation that was killed never counts, and holds up nobody', async () => {
  const checkout = aCheckout();
  write(checkout, 'slow', '');
  const killed = begin(checkout, ['start']);
  await expect.poll(() => askedIn(checkout), { timeout: 10_000 }).toBe(1);
  killed.child.kill('SIGKILL');
  await killed.code;
  rmSync(join(checkout, 'slow'));
  expect(run(checkout, ['start']).status).toBe(0);
  expect(askedIn(checkout)).toBe(2);
});

describe('once it has handed over', () => {
  test('it ends as the script ends', () => {
    expect(run(aCheckout(), ['start', '3']).status).toBe(3);
  });

  test('a signal reaches the script', async () => {
    const started = begin(aCheckout(), ['start', 'wait']);
    await expect.poll(started.said, { timeout: 10_000 }).toContain('runs on');
    started.child.kill('SIGTERM');
    expect(await started.code).toBe(7);
  });

  test('when the npm that started it is gone, it stops', async () => {
    const checkout = aCheckout();
    const file = join(checkout, 'npm.sh');
    writeFileSync(file, `"${process.execPath}" bootstrap.mjs start wait; :`);
    const env = environmentIn(checkout, { npm_lifecycle_event: 'start' });
    const shell = spawn('sh', [file], { cwd: checkout, env });
    const ended = codeOf(shell);
    let said = '';
    shell.stdout.on('data', (chunk) => (said += chunk));
    await expect.poll(() => said, { timeout: 10_000 }).toContain('runs on');
    shell.kill('SIGKILL');
    // The script holds the other end of the shell's output: it is closed when the script has ended.
    expect(await ended).toBeNull();
  });
});

const OLDER = '/usr/bin/node';
const isOlder =
  existsSync(OLDER) && Number(/\d+/.exec(spawnSync(OLDER, ['-v'], { encoding: 'utf8' }).stdout)) < 24;

test.runIf(isOlder)('an older Node hands over to the one in the runtime folder', () => {
  const checkout = aCheckout();
  const platform = `${process.platform}-${process.arch}`;
  write(checkout, 'runtime/package-lock.json', '{}');
  const stamp = `${createHash('sha256').update('{}').digest('hex')} ${platform} node`;
  write(checkout, 'runtime/node_modules/.klyngerum', stamp);
  const node = join(checkout, `runtime/node_modules/node-${platform}/bin/node`);
  mkdirSync(dirname(node), { recursive: true });
  cpSync(process.execPath, node);
  const env = environmentIn(checkout);
  const { stdout } = spawnSync(OLDER, ['bootstrap.mjs', 'start'], { cwd: checkout, env, encoding: 'utf8' });
  expect(stdout).toContain(`runs on ${process.versions.node}`);
});
