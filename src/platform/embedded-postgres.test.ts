import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded-postgres.ts';
import { EmbeddedRefused } from './embedded-postgres-refused.ts';
import { birthOf } from './running.ts';

const isRoot = process.getuid?.() === 0;
const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kl-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

// Laying a database down takes seconds, copying it a moment.
const template = join(mkdtempSync(join(tmpdir(), 'kl-')), 'data');
beforeAll(async () => (await startEmbedded(template, { parameters: ['fsync=off'] })).stop());
afterAll(() => rmSync(join(template, '..'), { recursive: true }));

function aStoppedDatabase(): string {
  const dataDir = aFolder();
  spawnSync('cp', ['-a', template, dataDir]);
  return dataDir;
}

async function started(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const database = await startEmbedded(dataDir, { parameters: ['fsync=off'], ...options });
  cleanUps.push(() => database.stop());
  return database;
}

async function ask<Row extends object>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

const refusalOf = async (dataDir: string) => {
  const problem = await startEmbedded(dataDir).catch((caught: unknown) => caught);
  return problem instanceof EmbeddedRefused ? problem.reason : problem;
};

test('a first start makes the database, a second finds it again', async () => {
  const dataDir = aFolder();
  const first = await started(dataDir);
  await ask(first.urls.owner, 'create table kept (word text); insert into kept values ($$klynge$$)');
  await first.stop();
  expect(birthOf(first.pid)).toBeNull();

  const second = await started(dataDir);
  expect(await ask(second.urls.owner, 'select word from kept')).toEqual([{ word: 'klynge' }]);
  expect(second.adopted).toBe(false);
});

describe('in a running database', () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'kl-')), 'data');
  let database: Embedded;
  let urls: Embedded['urls'];
  beforeAll(async () => {
    spawnSync('cp', ['-a', template, dataDir]);
    database = await startEmbedded(dataDir, { parameters: ['fsync=off'] });
    urls = database.urls;
  });
  afterAll(async () => {
    await database.stop();
    rmSync(join(dataDir, '..'), { recursive: true });
  });

  test('each login is only what it should be', async () => {
    const logins = await ask(
      urls.superuser,
      `select rolname as login, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as "isAbove"
       from pg_roles where rolname like 'klyngerum%' order by 1`,
    );
    expect(logins).toEqual([
      { login: 'klyngerum_owner', isAbove: false },
      { login: 'klyngerum_web', isAbove: false },
      { login: 'klyngerum_worker', isAbove: false },
    ]);
    for (const part of ['owner', 'web', 'worker'] as const)
      expect(await ask(urls[part], 'select current_user as login')).toEqual([{ login: `klyngerum_${part}` }]);
  });

  test('only the owner lays out tables, and may act as the worker without being it', async () => {
    await ask(urls.owner, 'create extension btree_gist; create schema queue authorization klyngerum_worker');
    for (const url of [urls.web, urls.worker]) {
      await expect(ask(url, 'create table mine ()')).rejects.toMatchObject({ code: '42501' });
      await expect(ask(url, 'create schema mine')).rejects.toMatchObject({ code: '42501' });
      await ask(url, 'create temporary table passing (word text)');
    }
    await expect(ask(urls.owner, 'create table queue.mine ()')).rejects.toMatchObject({ code: '42501' });
    await ask(urls.owner, 'begin; set local role klyngerum_worker; create table queue.mine (); commit');
    await expect(ask(urls.web, 'set role klyngerum_owner')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(urls.worker, 'set role klyngerum_owner')).rejects.toMatchObject({ code: '42501' });
  });

  test('several who come to the running server at once all get in', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => startEmbedded(dataDir)));
    expect(all.map((one) => one.urls)).toEqual(all.map(() => urls));
  });

  test('there is a socket in a closed folder, a password on each login, and no other way in', async () => {
    const settings = await ask(
      urls.superuser,
      `select name, setting from pg_settings where name in ('listen_addresses', 'data_checksums', 'fsync') order by 1`,
    );
    expect(settings).toEqual([
      { name: 'data_checksums', setting: 'on' },
      { name: 'fsync', setting: 'off' },
      { name: 'listen_addresses', setting: '' },
    ]);
    const run = new URL(urls.web).searchParams.get('host') ?? '';
    expect(statSync(run).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const user of ['postgres', 'klyngerum_owner', 'klyngerum_web'])
      await expect(
        ask(`postgres://${user}:guess@localhost/klyngerum?host=${run}`, 'select'),
      ).rejects.toMatchObject({ code: '28P01' });
  });

  test('its log tells nothing of a cell that a constraint refused', async () => {
    const query = 'create table figure (value int check (value < 9)); insert into figure values (4711)';
    await expect(ask(urls.owner, query)).rejects.toMatchObject({ code: '23514' });
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('4711');
  });

  test('text is compared as the standard says, whatever the machine', async () => {
    const [row] = await ask(
      urls.web,
      `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' });
  });
});

test('a data folder with a long path gets its socket elsewhere', async () => {
  const dataDir = join(aFolder(), 'en-meget-lang-sti'.repeat(6));
  const { urls } = await started(dataDir);
  const run = new URL(urls.web).searchParams.get('host') ?? '';
  cleanUps.push(() => rmSync(run, { recursive: true, force: true }));
  expect(run.startsWith(tmpdir())).toBe(true);
  expect(statSync(run).mode & 0o777).toBe(0o700);
  expect(await ask(urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a database that still runs is adopted, and can be stopped by who adopted it', async () => {
  const dataDir = aStoppedDatabase();
  const first = await started(dataDir);
  const second = await started(dataDir);
  expect(second).toMatchObject({ adopted: true, pid: first.pid });
  await second.stop();
  await Promise.all([first.ended, second.ended]);
  expect(birthOf(first.pid)).toBeNull();
});

describe('what was cut short does no harm', () => {
  test('a server that was killed comes back with every acknowledged row', async () => {
    const dataDir = aStoppedDatabase();
    const first = await started(dataDir, { parameters: [] });
    await ask(first.urls.owner, 'create table kept (n int); insert into kept select generate_series(1, 500)');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = await started(dataDir);
    expect(await ask(second.urls.owner, 'select count(*)::int as n from kept')).toEqual([{ n: 500 }]);
  });

  test('the number of a killed server, given to some other program, stops nobody', async () => {
    const dataDir = aStoppedDatabase();
    const first = await started(dataDir);
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const pidFile = join(dataDir, 'postgres/postmaster.pid');
    const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
    writeFileSync(pidFile, [process.pid, ...rest].join('\n'));
    const second = await started(dataDir);
    expect(second.adopted).toBe(false);
  });

  test('a half made database never counts', async () => {
    const dataDir = aFolder();
    mkdirSync(join(dataDir, 'postgres.999999.half/base'), { recursive: true, mode: 0o700 });
    await started(dataDir);
    expect(existsSync(join(dataDir, 'postgres.999999.half'))).toBe(false);
  });

  test.runIf(process.platform === 'linux')('a server ends with whoever started it', async () => {
    const dataDir = aStoppedDatabase();
    const script = `import { startEmbedded } from '#platform/embedded-postgres.ts';
      const { pid } = await startEmbedded(${JSON.stringify(dataDir)}, { parameters: ['fsync=off'] });
      process.stdout.write(String(pid));
      setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    const [said] = await once(starter.stdout, 'data');
    const birth = birthOf(Number(said));
    expect(birth).not.toBeNull();
    cleanUps.push(() => birthOf(Number(said)) === birth && process.kill(Number(said), 'SIGQUIT'));
    starter.kill('SIGKILL');
    await expect.poll(() => birthOf(Number(said)), { timeout: 20_000 }).not.toBe(birth);
    expect(await started(dataDir)).toMatchObject({ adopted: false });
  });
});

describe('it is refused, and nothing is touched,', () => {
  test('where another major version made the database', async () => {
    const dataDir = aStoppedDatabase();
    const files = join(dataDir, 'postgres');
    writeFileSync(join(files, 'PG_VERSION'), '17\n');
    const before = spawnSync('find', [files, '-newer', join(files, 'PG_VERSION')], {
      encoding: 'utf8',
    }).stdout;
    expect(await refusalOf(dataDir)).toBe('other_major');
    const after = spawnSync('find', [files, '-newer', join(files, 'PG_VERSION')], {
      encoding: 'utf8',
    }).stdout;
    expect(after).toBe(before);
  });

  test('where its secrets are missing or not its own', async () => {
    const dataDir = aStoppedDatabase();
    const secrets = join(dataDir, 'secrets.json');
    cpSync(secrets, `${secrets}.kept`);
    rmSync(secrets);
    expect(await refusalOf(dataDir)).toBe('secrets_missing');
    cpSync(`${secrets}.kept`, secrets);
    await started(dataDir);
  });

  test('where the folder is no database', async () => {
    const dataDir = aFolder();
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/letters.txt'), 'Kære Anna');
    expect(await refusalOf(dataDir)).toBe('not_a_database');
    expect(readFileSync(join(dataDir, 'postgres/letters.txt'), 'utf8')).toBe('Kære Anna');
  });
});

describe.runIf(isRoot)('started by root', () => {
  test('it runs below a folder that only root may enter', async () => {
    const dataDir = aStoppedDatabase();
    await started(dataDir);
    expect(statSync(join(dataDir, '..')).mode & 0o077).toBe(0);
  });

  test('without namespaces it runs as an account of its own, in a home that this account reaches', async () => {
    const dataDir = aFolder();
    const elsewhere = mkdtempSync(join(tmpdir(), 'kl-'));
    cleanUps.push(() => rmSync(elsewhere, { recursive: true, force: true }));
    spawnSync('chmod', ['755', elsewhere]);
    const account = { kind: 'other', uid: 65_534, gid: 65_534, home: join(elsewhere, 'homes/one') } as const;
    const first = await started(dataDir, { account });
    expect(statSync(`/proc/${first.pid}`).uid).toBe(65_534);
    await ask(first.urls.owner, 'create table kept ()');
    await first.stop();
    // The next start finds it through the data folder and needs no telling.
    const second = await started(dataDir);
    expect(statSync(`/proc/${second.pid}`).uid).toBe(65_534);
    expect(await ask(second.urls.owner, 'select from kept')).toEqual([]);
  });
});
