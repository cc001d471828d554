import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { canonicalKey } from '#domain/members/practice-key.ts';
import { aCluster, anIndicator, aSource } from '#test/build.ts';
import { NOW, owner, urls } from '#test/world.ts';
import { runLine } from './run-line.ts';
import { VERBS } from './verbs.ts';

type Ran = { code: number; out: string; err: string };

const ENV = {
  DATABASE_URL: urls.web,
  DATABASE_OWNER_URL: urls.owner,
  DATABASE_WORKER_URL: urls.worker,
  KLYNGERUM_NOW: NOW.toISOString(),
  PUBLIC_URL: 'https://klynge.example',
};

/** Runs a command line against the database of this file. Numbers and their units come with plain blanks. */
async function klyngerum(...args: string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const paper = (name: 'out' | 'err') => (words: string) => {
    said[name] += `${words.replaceAll('\u00a0', ' ')}\n`;
  };
  const code = await runLine(args, ENV, { out: paper('out'), err: paper('err') });
  return { code, ...said };
}

const A_CLUSTER = ['--municipality', '0573', '--practice', 'Lægehuset Åsen', '--coordinator', 'Anna Ærø'];

test('every verb explains itself, and so does the whole', async () => {
  const { code, out } = await klyngerum('--help');
  expect(code).toBe(0);
  for (const { words } of VERBS) expect(out).toContain(words);
  for (const { words, options } of VERBS) {
    const help = await klyngerum(...words.split(' '), '--help');
    expect(help.code).toBe(0);
    for (const option of options) expect(help.out).toContain(`--${option}`);
  }
});

test('as a program it ends with a code that a script can go by', async () => {
  const ended = (...args: string[]) =>
    new Promise<[unknown, string]>((resolve) => {
      const env = { ...process.env, ...ENV, LANG: 'en_GB.UTF-8', LC_ALL: '' };
      execFile(process.execPath, ['src/operator/main.ts', ...args], { env }, (problem, out) =>
        resolve([problem?.code ?? 0, out]),
      );
    });
  expect(await ended('practice', 'key', '--help')).toEqual([0, expect.stringContaining('Makes a new key')]);
  expect(await ended('practice', 'key')).toEqual([2, '']);
  expect(await ended('practice', 'key', '999999', '--json')).toEqual([
    1,
    '{"done":false,"reason":"no_such_practice"}\n',
  ]);
});

test.each([
  ['a verb nobody knows', ['burn', 'down']],
  ['a missing option', ['cluster', 'create', '--name', 'Klyngen']],
  ['an option nobody knows', ['migrate', '--hard']],
  ['a missing file', ['deliver', '--source', 'Enheden']],
  ['a word too many', ['practice', 'key', '012345', '012346']],
  ['a number that is none', ['practice', 'key', 'tolv']],
])('%s is wrong use', async (_what, args) => {
  const { code, err, out } = await klyngerum(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('--help');
});

test('a database that is up to date is told so', async () => {
  expect(await klyngerum('migrate')).toMatchObject({ code: 0, out: 'Databasen er som denne udgave.\n' });
});

test('the operator creates a cluster, invites a member and makes a key, and no figure is opened by it', async () => {
  const created = await klyngerum(
    ...[
      'cluster',
      'create',
      '--name',
      'Åklyngen',
      ...A_CLUSTER,
      '--email',
      'Anna@Aasen.dk',
      '--number',
      '12345',
      '--json',
    ],
  );
  expect(created).toMatchObject({ code: 0, err: '' });
  const { made } = JSON.parse(created.out) as { made: { clusterId: string } };
  const invited = await klyngerum(
    ...['member', 'invite', '--cluster', 'åklyngen', '--name', 'Bo Øster', '--email', 'bo@aasen.dk'],
    ...['--practice', '012345', '--role', 'board'],
  );
  expect(invited).toEqual({ code: 0, out: 'Bo Øster er med. bo@aasen.dk får en invitation.\n', err: '' });
  const key = await klyngerum('practice', 'key', '012345', '--json');
  const shown = JSON.parse(key.out) as { made: { key: string } };
  expect(canonicalKey(shown.made.key)).toBe(shown.made.key);

  const { rows } = await sql`select
      (select count(*) from member where cluster_id = ${made.clusterId}) as members,
      (select count(*) from letter where cluster_id = ${made.clusterId} and kind = 'invitation') as letters,
      (select count(*) from figure_access) as opened,
      (select count(*) from practice_key where key_hash = hash_of(${shown.made.key}) and ended_at is null) as keys,
      (select array_agg(event order by event) from journal) as events`.execute(owner);
  expect(rows[0]).toEqual({
    members: 2,
    letters: 2,
    opened: 0,
    keys: 1,
    events: ['cluster.founded', 'indicator.loaded', 'member.invited', 'package.loaded', 'practice_key.made'],
  });
});

test.each([
  [
    'no_such_municipality',
    [
      'cluster',
      'create',
      '--name',
      'X-klyngen',
      '--municipality',
      'x001',
      '--practice',
      'En klinik',
      '--coordinator',
      'A',
      '--email',
      'a@b.dk',
    ],
  ],
  ['no_such_cluster', ['member', 'invite', '--cluster', 'Ingen', '--name', 'A', '--email', 'a@b.dk']],
  ['no_such_practice', ['practice', 'key', '999999']],
  ['no_such_source', ['deliver', 'package.json', '--source', 'Ingen']],
])('%s is a refusal, and stores nothing', async (reason, args) => {
  const before = await owner
    .selectFrom('journal')
    .select(({ fn }) => fn.countAll().as('lines'))
    .executeTakeFirst();
  const { code, out } = await klyngerum(...args, '--json');
  expect([code, JSON.parse(out)]).toEqual([1, { done: false, reason }]);
  expect(
    await owner
      .selectFrom('journal')
      .select(({ fn }) => fn.countAll().as('lines'))
      .executeTakeFirst(),
  ).toEqual(before);
});

test('an example person’s address cannot be given to somebody real', async () => {
  const cluster = await aCluster({ isExample: true });
  const { email } = cluster.coordinator;
  const { code, err } = await klyngerum(
    'cluster',
    'create',
    '--name',
    'Y-klyngen',
    ...A_CLUSTER,
    '--email',
    email,
  );
  expect([code, err]).toEqual([1, 'Adressen er en opdigtet persons.\n']);
});

async function aFile(text: string): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'deliver-'));
  const path = join(folder, 'tal.csv');
  await writeFile(path, text);
  return { path, remove: () => rm(folder, { recursive: true }) };
}

test('a file is delivered once, its figures are never printed, and its doctors are told', async () => {
  await anIndicator({ key: 'prove', name: { da: 'Prøveindikator', en: 'Test indicator' } });
  const cluster = await aCluster({ practices: 2 });
  const source = await aSource([cluster]);
  const [first, second] = cluster.practices;
  const lines = [first!, second!].map(({ number }, at) => `${number};Prøveindikator;2025;${4711 + at};9137`);
  const file = await aFile(['Ydernummer;Indikator;Periode;Tæller;Nævner', ...lines].join('\n'));
  const deliver = () =>
    klyngerum('deliver', file.path, '--source', source.sourceId, '--extracted-on', '2026-02-01');
  const delivered = await deliver();
  expect(delivered).toMatchObject({
    code: 0,
    out: 'Leveret: 2 rækker, 2 tal for 2 praksisser, 0 manglende.\n',
  });
  expect(delivered.out + delivered.err).not.toMatch(/471\d|9137/);
  expect(await deliver()).toMatchObject({ code: 1, err: expect.stringContaining('Filen er leveret før.') });
  const letters = await owner
    .selectFrom('letter')
    .select('personId')
    .where('kind', '=', 'figures_ready')
    .execute();
  expect(letters).toHaveLength(2);
  const publish = ['publish', '--indicator', 'prove', '--period', '2025', '--source', source.sourceId];
  expect(await klyngerum(...publish)).toMatchObject({ code: 1, err: expect.stringContaining('npm start') });
  await file.remove();
});

test('what keeps a file from being understood is told with its place and the option that helps', async () => {
  await anIndicator({ key: 'prove', name: { da: 'Prøveindikator', en: 'Test indicator' } });
  const cluster = await aCluster({ practices: 2 });
  const source = await aSource([cluster]);
  const rows = cluster.practices.map(({ number }) => `${number};Prøveindikator;12;60`);
  const file = await aFile(['Ydernummer;Indikator;Tæller;Nævner', ...rows].join('\n'));
  const { code, err } = await klyngerum('deliver', file.path, '--source', source.sourceId);
  expect(code).toBe(1);
  expect(err).toContain('Perioden mangler: brug --period');
  expect(
    await klyngerum('deliver', file.path, '--source', source.sourceId, '--period', '2025'),
  ).toMatchObject({ code: 0 });
  await file.remove();
});

test('a package that somebody wrote is checked, with the line and what to do, and nothing is stored', async () => {
  expect(await klyngerum('package', 'check', 'packages/opioider')).toEqual({
    code: 0,
    out: 'I orden: opioider.\n',
    err: '',
  });
  const folder = await mkdtemp(join(tmpdir(), 'packages-'));
  await mkdir(join(folder, 'min'));
  await writeFile(join(folder, 'min', 'package.yaml'), 'key: min\nminutes: mange\n');
  const { code, err, out } = await klyngerum('package', 'check', folder);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('min/package.yaml: Linje 2, minutes: Her skal stå et helt tal.');
  expect(await klyngerum('package', 'check', join(folder, 'nowhere'))).toMatchObject({ code: 1 });
  await rm(folder, { recursive: true });
});

test('the packages included are listed as the database has them', async () => {
  await klyngerum('migrate');
  const { code, out } = await klyngerum('package', 'list', '--json');
  const { made } = JSON.parse(out) as { made: { packages: { key: string; minutes: number }[] } };
  expect(code).toBe(0);
  expect(made.packages).toContainEqual(expect.objectContaining({ key: 'opioider', minutes: 150 }));
});
