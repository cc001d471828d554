import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startEmbedded } from '#platform/embedded-postgres.ts';
import { CHECKOUT } from './checkout.ts';
import {
  aFolder,
  afterwards,
  beginKlyngerum,
  environmentOf,
  type Klyngerum,
  listLeftOvers,
  partsOf,
  startKlyngerum,
  startScript,
  stop,
  tryToStart,
} from './klyngerum.fixtures.ts';
import { buildWeb } from './web-build.ts';

// Each start takes a second or two on a machine of its own, and more beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const isLinux = process.platform === 'linux';
const template = join(mkdtempSync(join(tmpdir(), 'kl-')), 'data');

beforeAll(async () => {
  await buildWeb(CHECKOUT, new AbortController().signal);
  await stop(await beginKlyngerum(template));
});
afterAll(() => rmSync(dirname(template), { recursive: true }));

/** A data folder on which Klyngerum has run before, which spares seconds. */
function aDataDir(): string {
  const dataDir = join(aFolder(), 'data');
  spawnSync('cp', ['-a', template, dataDir]);
  return dataDir;
}

const SLOWLY = { timeout: 120_000, interval: 200 };
const statusOf = async (address: string) => (await fetch(address)).status;

test('a first start lays everything down, answers, and stops in order', async () => {
  const dataDir = join(aFolder(), 'new/data');
  const klyngerum = await startKlyngerum(dataDir, { DEMO: 'auto' });
  expect(await statusOf(klyngerum.address)).toBe(200);
  expect(klyngerum.out()).toMatch(/er klar: http:\/\/127\.0\.0\.1:\d+\n {2}Prøv som .*\/demo/);
  expect(klyngerum.out()).toMatch(/is ready: http:\/\/127\.0\.0\.1:\d+\n {2}Try it as .*\/demo/);
  expect(JSON.parse(readFileSync(join(dataDir, 'klyngerum.lock'), 'utf8'))).toMatchObject({
    pid: klyngerum.child.pid,
    address: klyngerum.address,
  });

  expect(await stop(klyngerum)).toMatchObject({ code: 0, err: '' });
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
  const server = await startEmbedded(aDataDir());
  afterwards(() => server.stop());
  const { urls } = server;
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
  // What the supervisor was told stays with it.
  const told = environmentOf(partsOf(klyngerum).web) ?? '';
  expect(told).not.toContain('klyngerum_owner');
  expect(told).not.toContain('klyngerum_worker');
});

describe('while it runs', () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'kl-')), 'data');
  let klyngerum: Klyngerum;
  beforeAll(async () => {
    spawnSync('cp', ['-a', template, dataDir]);
    klyngerum = await beginKlyngerum(dataDir);
  });
  afterAll(async () => {
    await stop(klyngerum);
    rmSync(dirname(dataDir), { recursive: true });
  });

  test.runIf(isLinux)('each part knows its own login and no other', async () => {
    const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).postgres;
    const knows = (part: 'web' | 'worker') => {
      const told = environmentOf(partsOf(klyngerum)[part]) ?? '';
      return Object.keys(secrets).filter((name) => told.includes(secrets[name]));
    };
    await expect.poll(() => knows('web')).toEqual(['web']);
    await expect.poll(() => knows('worker')).toEqual(['worker']);
  });

  test.each(['web', 'worker', 'postgres'] as const)('a killed %s comes back', async (name) => {
    await expect.poll(() => partsOf(klyngerum)[name], SLOWLY).toBeGreaterThan(0);
    const killed = partsOf(klyngerum)[name];
    process.kill(killed, 'SIGKILL');
    const isBack = () => ![0, killed].includes(partsOf(klyngerum)[name]);
    await expect.poll(isBack, SLOWLY).toBe(true);
    await expect.poll(() => statusOf(klyngerum.address).catch(() => 0), SLOWLY).toBe(200);
  });

  // It may be coming back just now from what the last test did to it.
  const isKilled = (name: 'worker') => {
    const pid = partsOf(klyngerum)[name];
    try {
      return pid > 0 && process.kill(pid, 'SIGKILL');
    } catch {
      return false;
    }
  };

  test('what a killed worker had begun is taken up by the next', async () => {
    const { urls } = await startEmbedded(dataDir);
    const client = new pg.Client({ connectionString: urls.worker });
    await client.connect();
    afterwards(() => client.end());
    await client.query(`begin;
      select graphile_worker.add_job('send-letter', json_build_object('id', gen_random_uuid()));
      update graphile_worker._private_jobs set locked_at = statement_timestamp(), locked_by = 'killed';
      commit`);
    await expect.poll(() => isKilled('worker'), SLOWLY).toBe(true);
    const countLocked = async () =>
      (await client.query(`select from graphile_worker._private_jobs where locked_by = 'killed'`)).rowCount;
    await expect.poll(countLocked, SLOWLY).toBe(0);
  });

  describe('a plain form on plain http', () => {
    const post = async (address: string, headers: Record<string, string>) => {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      return (await fetch(address, { method: 'POST', headers: { ...type, ...headers }, body: 'a=b' })).status;
    };

    test('is taken as a browser sends it, also under the machine’s other name', async () => {
      const { address } = klyngerum;
      const other = address.replace('127.0.0.1', 'localhost');
      expect(await post(address, { origin: address })).not.toBe(403);
      expect(await post(other, { origin: other })).not.toBe(403);
    });

    test('is refused from another site, whatever the client claims', async () => {
      const origin = 'http://elsewhere.example';
      const claims = { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'http' };
      const more = { 'x-klyngerum-host': 'elsewhere.example', 'x-klyngerum-protocol': 'http' };
      expect(await post(klyngerum.address, { origin })).toBe(403);
      expect(await post(klyngerum.address, { origin, ...claims, ...more })).toBe(403);
    });
  });
});

describe('however it ends, nothing is left running', () => {
  test.runIf(isLinux)('when the supervisor is killed, and the next start works', async () => {
    const dataDir = aDataDir();
    const klyngerum = await startKlyngerum(dataDir);
    klyngerum.child.kill('SIGKILL');
    await expect.poll(() => listLeftOvers(dataDir), SLOWLY).toEqual([]);
    const next = await startKlyngerum(dataDir);
    expect(await statusOf(next.address)).toBe(200);
  });

  test('when whoever started it is killed', async () => {
    const dataDir = aDataDir();
    const file = join(aFolder(), 'starter.mjs');
    writeFileSync(
      file,
      `import { spawn } from 'node:child_process';
      const env = { ...process.env, KLYNGERUM_PARENT: String(process.pid) };
      const main = ${JSON.stringify(join(CHECKOUT, 'src/supervisor/main.ts'))};
      spawn(process.execPath, [main], { env, stdio: 'inherit' });`,
    );
    const starter = startScript(file, { PORT: '0', DEMO: 'off', DATA_DIR: dataDir });
    await expect.poll(() => starter.out(), SLOWLY).toContain('is ready');
    starter.child.kill('SIGKILL');
    await expect.poll(() => listLeftOvers(dataDir), SLOWLY).toEqual([]);
    await expect.poll(() => starter.out()).toContain('Klyngerum er stoppet');
  });

  test('when it is told to stop while it starts', async () => {
    const dataDir = aDataDir();
    const started = startScript('main.ts', { PORT: '0', DATA_DIR: dataDir });
    await expect.poll(() => started.out(), SLOWLY).toContain('Starter databasen');
    started.child.kill('SIGINT');
    started.child.kill('SIGINT');
    expect(await started.ended).toMatchObject({ code: 0 });
    expect(listLeftOvers(dataDir)).toEqual([]);
  });
});
