import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { NOW, owner } from '#test/world.ts';
import { buildEngland } from './build-england.ts';
import { WorldFileRefused } from './read-world.ts';

const ENGLAND = process.env.KLYNGERUM_ENGLAND ?? '../shared/data/england';
const HEADER = 'REGION_ODS_CODE,REGION_NAME,CCG_ODS_CODE,PCN_ODS_CODE,PCN_NAME,PRACTICE_CODE,PRACTICE_NAME';
const quiet = () => undefined;

async function aFolder(...lines: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'england-'));
  await writeFile(join(folder, 'structures_2019_2020.csv'), [HEADER, ...lines].join('\n'));
  return folder;
}

async function counted(): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from cluster) as clusters, (select count(*) from practice) as practices,
    (select count(*) from practice_number where confirmed_at is not null) as numbers,
    (select count(*) from member) as members, (select count(*) from figure_access) as opened,
    (select count(*) from source_answer where answer = 'yes') as answers,
    (select count(*) from role_holding) as coordinators,
    (select count(*) from indicator) as indicators,
    (select count(*) from letter) as letters`.execute(owner);
  return rows[0]!;
}

test('a folder without the files is refused, and nothing is made', async () => {
  const build = buildEngland(owner, { folder: tmpdir(), by: 'ccg', now: NOW }, quiet);
  await expect(build).rejects.toThrow(WorldFileRefused);
  expect(await counted()).toMatchObject({ clusters: 0 });
});

test('commas within quotes part nothing, practices open their figures, and a second run finds it there', async () => {
  const folder = await aFolder(
    'Y1,"North, East",N1,U01,"Hill, Dale",A00001,"The Well, Surgery"',
    'Y1,"North, East",N1,U,Unallocated,A00002,Other',
  );
  const build = () => buildEngland(owner, { folder, by: 'pcn', now: NOW }, quiet);
  expect(await build()).toMatchObject({
    done: true,
    made: { clusters: 1, practices: 1, leftOut: 1, coordinator: 'a00001@england.example' },
  });
  expect(await counted()).toMatchObject({
    clusters: 1,
    practices: 1,
    numbers: 1,
    members: 1,
    opened: 1,
    letters: 0,
  });
  expect(await build()).toEqual({ done: false, reason: 'there_already' });
  await rm(folder, { recursive: true });
  const region = await owner.selectFrom('region').select('name').where('regionCode', '=', 'xeY1').execute();
  expect(region).toEqual([{ name: 'North, East (England)' }]);
});

test.runIf(existsSync(ENGLAND))('all of England is there in seconds', async () => {
  await sql`truncate cluster, practice, person, source, region, municipality cascade`.execute(owner);
  const build = await buildEngland(owner, { folder: ENGLAND, by: 'ccg', now: NOW }, quiet);
  expect(build).toMatchObject({ done: true, made: { clusters: 191, practices: 6921 } });
  const { answers, coordinators, indicators, members, numbers, opened } = await counted();
  expect([answers, members, numbers, opened]).toEqual([6921, 6921, 6921, 6921]);
  expect([coordinators, indicators]).toEqual([191, 15]);
});

test.runIf(existsSync(ENGLAND))('with networks, those who belong to none are left out', async () => {
  await sql`truncate cluster, practice, person, source, region, municipality cascade`.execute(owner);
  const build = await buildEngland(owner, { folder: ENGLAND, by: 'pcn', now: NOW }, quiet);
  expect(build).toMatchObject({ done: true, made: { clusters: 1250, practices: 6659, leftOut: 270 } });
});
