import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded } from '#platform/embedded-postgres.ts';
import { CHECKOUT } from './checkout.ts';
import {
  aFolder,
  afterwards,
  environmentOf,
  listLeftOvers,
  partsOf,
  startKlyngerum,
  startScript,
  tryToStart,
} from './klyngerum.fixtures.ts';
import { buildWeb } from './web-build.ts';

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';
let template = '';

beforeAll(async () => {
  await buildWeb(CHECKOUT, new AbortController().signal);
  template = join(mkdtemp(), 'data');
  const { urls, stop } = await startEmbedded(template);
  expect(urls.web).toContain('klyngerum_web');
  await stop();
}, 180_000);
afterAll(() => spawnSync('rm', ['-rf', join(template, '..')]));

const mkdtemp = () => spawnSync('mktemp', ['-d'], { encoding: 'utf8' }).stdout.trim();

/** A data folder whose database was laid down before, which spares seconds. */
function aDataDir(): string {
  const dataDir = join(aFolder(), 'data');
  spawnSync('cp', ['-a', template, dataDir]);
  return dataDir;
}

const statusOf = async (address: string) => (await fetch(address)).status;

test('a first start lays everything down, answers, and stops in order', async () => {
  const dataDir = join(aFolder(), 'new/data');
  const klyngerum = await startKlyngerum(dataDir);
  expect(await statusOf(klyngerum.address)).toBe(200);
  expect(klyngerum.out()).toMatch(/er klar: http:\/\/127\.0\.0\.1:\d+\n {2}Prøv som .*\/demo/);
  expect(klyngerum.out()).toMatch(/is ready: http:\/\/127\.0\.0\.1:\d+\n {2}Try it as .*\/demo/);
  expect(JSON.parse(readFileSync(join(dataDir, 'klyngerum.lock'), 'utf8'))).toMatchObject({
    pid: klyngerum.child.pid,
    address: klyngerum.address,
  });

  klyngerum.child.kill('SIGTERM');
  expect(await klyngerum.ended).toMatchObject({ code: 0, err: '' });
  expect(listLeftOvers(dataDir)).toEqual([]);
  expect(existsSync(join(dataDir, 'klyngerum.lock'))).toBe(false);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
});

test('a second start beside a running one says where that is, and disturbs nothing', async () => {
  const dataDir = aDataDir();
  const first = await startKlyngerum(dataDir);
  const second = await tryToStart(dataDir);
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.err).toContain(`kører allerede med denne datamappe: ${first.address}`);
  expect(second.err).toContain(`already running with this data folder: ${first.address}`);
  expect(await statusOf(first.address)).toBe(200);
});

test('a server of one’s own is used as it is, and no other is started', async () => {
  const { urls, stop } = await startEmbedded(aDataDir());
  afterwards(stop);
  const dataDir = join(aFolder(), 'data');
  const klyngerum = await startKlyngerum(dataDir, {
    DATABASE_URL: urls.web,
    DATABASE_OWNER_URL: urls.owner,
    DATABASE_WORKER_URL: urls.worker,
  });
  expect(await statusOf(klyngerum.address)).toBe(200);
  expect(partsOf(klyngerum).postgres).toBe(0);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  expect(klyngerum.out()).not.toContain('/demo');
});

describe('when it runs', () => {
  test.runIf(isLinux)('each part knows its own login and no other', async () => {
    const dataDir = aDataDir();
    const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).postgres;
    const klyngerum = await startKlyngerum(dataDir, {
      SMTP_URL: 'smtp://k:m41l@127.0.0.1:9',
      MAIL_FROM: 'k@example.dk',
    });
    await expect.poll(() => partsOf(klyngerum).worker).toBeGreaterThan(0);
    const { web, worker } = partsOf(klyngerum);
    const knows = (pid: number) => {
      const told = environmentOf(pid) ?? '';
      const all = { ...secrets, mail: 'm41l' };
      return Object.keys(all).filter((name) => told.includes(all[name]));
    };
    expect(knows(web)).toEqual(['web']);
    await expect.poll(() => knows(worker)).toEqual(['worker', 'mail']);
  });

  test.each(['web', 'worker', 'postgres'] as const)('a killed %s comes back', async (name) => {
    const klyngerum = await startKlyngerum(aDataDir());
    await expect.poll(() => partsOf(klyngerum)[name]).toBeGreaterThan(0);
    const killed = partsOf(klyngerum)[name];
    process.kill(killed, 'SIGKILL');
    await expect
      .poll(() => klyngerum.out(), { timeout: 20_000 })
      .toMatch(`"part.restarted","name":"${name}"`);
    expect(partsOf(klyngerum)[name]).not.toBe(killed);
    expect(await statusOf(klyngerum.address)).toBe(200);
  });

  test('what a killed worker had begun is taken up by the next', async () => {
    const dataDir = aDataDir();
    const klyngerum = await startKlyngerum(dataDir);
    await expect.poll(() => klyngerum.out()).toContain('worker.ready');
    const { urls } = await startEmbedded(dataDir);
    const client = new pg.Client({ connectionString: urls.worker });
    await client.connect();
    afterwards(() => client.end());
    await client.query('begin');
    await client.query(
      `select graphile_worker.add_job('send-letter', json_build_object('id', gen_random_uuid()))`,
    );
    await client.query(
      `update graphile_worker._private_jobs set locked_at = statement_timestamp(), locked_by = 'killed'`,
    );
    await client.query('commit');
    process.kill(partsOf(klyngerum).worker, 'SIGKILL');
    const isLocked = async () =>
      (await client.query(`select from graphile_worker._private_jobs where locked_by = 'killed'`)).rowCount;
    await expect.poll(isLocked, { timeout: 20_000 }).toBe(0);
  });

  test.runIf(isLinux)('a killed supervisor leaves nothing running, and the next start works', async () => {
    const dataDir = aDataDir();
    const klyngerum = await startKlyngerum(dataDir);
    klyngerum.child.kill('SIGKILL');
    await expect.poll(() => listLeftOvers(dataDir), { timeout: 20_000 }).toEqual([]);
    const next = await startKlyngerum(dataDir);
    expect(await statusOf(next.address)).toBe(200);
  });

  test('a supervisor whose starter was killed stops in order', async () => {
    const dataDir = aDataDir();
    const script = join(CHECKOUT, 'src/supervisor/main.ts');
    const starter = `import { spawn } from 'node:child_process';
      const env = { ...process.env, KLYNGERUM_PARENT: String(process.pid) };
      spawn(process.execPath, [${JSON.stringify(script)}], { env, stdio: 'inherit' });`;
    const file = join(aFolder(), 'starter.mjs');
    writeFileSync(file, starter);
    const started = startScript(file, { PORT: '0', DATA_DIR: dataDir });
    await expect.poll(() => started.out(), { timeout: 30_000 }).toContain('is ready');
    started.child.kill('SIGKILL');
    await expect.poll(() => listLeftOvers(dataDir), { timeout: 20_000 }).toEqual([]);
    expect(started.out()).toContain('Klyngerum er stoppet');
  });

  test('being told to stop while it starts, it stops', async () => {
    const dataDir = aDataDir();
    const started = startScript('main.ts', { PORT: '0', DATA_DIR: dataDir });
    await expect.poll(() => started.out(), { timeout: 20_000 }).toContain('Starter databasen');
    started.child.kill('SIGINT');
    started.child.kill('SIGINT');
    expect(await started.ended).toMatchObject({ code: 0 });
    expect(listLeftOvers(dataDir)).toEqual([]);
  });
});

describe('a plain form on plain http', () => {
  async function aForm() {
    const { address } = await startKlyngerum(aDataDir());
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = async (headers: Record<string, string>, to = address) =>
      (await fetch(to, { method: 'POST', headers: { ...type, ...headers }, body: 'a=b' })).status;
    return { address, post };
  }

  test('is taken as a browser sends it, also under the machine’s other name', async () => {
    const { address, post } = await aForm();
    const other = address.replace('127.0.0.1', 'localhost');
    expect(await post({ origin: address })).not.toBe(403);
    expect(await post({ origin: other }, other)).not.toBe(403);
  });

  test('is refused from another site, whatever the client claims', async () => {
    const { post } = await aForm();
    const origin = 'http://elsewhere.example';
    const claims = { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'http' };
    const more = { 'x-klyngerum-host': 'elsewhere.example', 'x-klyngerum-protocol': 'http' };
    expect(await post({ origin })).toBe(403);
    expect(await post({ origin, ...claims, ...more })).toBe(403);
  });
});

describe('a start is refused with a message that names the mend', () => {
  let taken: Server;
  let port = '';
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    port = String((taken.address() as { port: number }).port);
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  test('where the port is taken', async () => {
    const dataDir = join(aFolder(), 'data');
    const { code, err, out } = await tryToStart(dataDir, { PORT: port });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`127.0.0.1:${port} er optaget`);
    expect(err).toContain(`127.0.0.1:${port} is taken`);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test('where settings cannot be used, all at once', async () => {
    const { code, err } = await tryToStart(join(aFolder(), 'data'), {
      PORT: 'x',
      SMTP_URL: 'smtp//k:s3cret@m',
    });
    expect(code).toBe(1);
    expect(err).toMatch(/PORT=x kan ikke bruges.*\n.*PORT=x cannot be used/);
    expect(err).toContain('SMTP_URL=… cannot be used');
    expect(err).not.toContain('s3cret');
  });

  test('where a database of one’s own does not answer', async () => {
    const url = (login: string) => `postgres://${login}:s3cret@127.0.0.1:1/klyngerum`;
    const { code, err } = await tryToStart(join(aFolder(), 'data'), {
      DATABASE_URL: url('web'),
      DATABASE_OWNER_URL: url('owner'),
      DATABASE_WORKER_URL: url('worker'),
    });
    expect(code).toBe(1);
    expect(err).toMatch(/does not answer \(ECONNREFUSED\).*DATABASE_OWNER_URL/);
    expect(err).not.toContain('s3cret');
  });

  test('where another major version made the data folder', async () => {
    const dataDir = aDataDir();
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    const { code, err } = await tryToStart(dataDir);
    expect(code).toBe(1);
    expect(err).toMatch(/made by another major version of PostgreSQL \(17 .*this release uses 18/);
    expect(readFileSync(join(dataDir, 'postgres/PG_VERSION'), 'utf8')).toBe('17\n');
  });

  test('where the data folder is a file, or holds other things', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'file'), 'Kære Anna');
    expect(await tryToStart(join(folder, 'file'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not a folder'),
    });
    expect(await tryToStart(join(folder, 'file/data'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not a folder'),
    });
    expect(await tryToStart(folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds other things'),
    });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test.runIf(isRoot && isLinux)('where the disk is full, or can only be read', async () => {
    const folder = aFolder();
    for (const name of ['small', 'closed']) mkdirSync(join(folder, name));
    const mount = (options: string, name: string) =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', join(folder, name)]).status;
    const canMount = mount('size=1m', 'small') === 0 && mount('ro', 'closed') === 0;
    afterwards(() => spawnSync('umount', [join(folder, 'small'), join(folder, 'closed')]));
    if (!canMount) return expect(canMount, 'this machine lets nobody mount').toBe(false);
    expect(await tryToStart(join(folder, 'small'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no room on the disk'),
    });
    expect(await tryToStart(join(folder, 'closed/data'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is read-only'),
    });
    expect(readdirSync(join(folder, 'small'))).toEqual([]);
  });

  test.runIf(!isRoot)('where the data folder may not be written', async () => {
    const folder = join(aFolder(), 'closed');
    mkdirSync(folder, { mode: 0o500 });
    expect(await tryToStart(folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('may not write'),
    });
  });
});
