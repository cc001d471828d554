import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { examine } from '#domain/deliveries/deliver-text.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { DOORS } from '#domain/tryout/door.ts';
import { EXAMPLE_CLUSTERS } from '#domain/tryout/example-cluster.ts';
import { offeredToFjord } from '#domain/tryout/example-file.ts';
import { openDoor } from '#domain/tryout/open-door.server.ts';
import { keyFolder } from '#platform/key-folder.ts';
import { asSystem, forLink, withinCluster } from '#platform/scope.server.ts';
import { aToken, NOW, owner, urls, web } from '#test/world.ts';
import { buildExample } from './build-example.ts';

const DOCTORS = EXAMPLE_CLUSTERS.flatMap(({ practices }) =>
  practices.flatMap(({ doctors }) => doctors),
).length;

const keys = keyFolder(join(mkdtempSync(join(tmpdir(), 'klyngerum-example-')), 'keys'));

// The first attempt cannot publish, as if the machine had been switched off by then.
await expect(buildExample({ ...urls, worker: urls.worker.replace(/\?/, 'x?') }, NOW, keys)).rejects.toThrow();
const isMade = await buildExample(urls, NOW, keys);

type Up = { name: string; key: string; year: number; contributors: number; dots: number[] | null };
const { rows: spreads } = await sql<Up>`
  select c.name, s.indicator_key as key, extract(year from s.period_from)::int as year, s.contributors, s.picture -> 'dots' as dots
  from spread s join cluster c using (cluster_id) where s.taken_down_at is null`.execute(owner);
const spreadOf = (name: string, key: string, year: number) =>
  spreads.find((one) => one.name === name && one.key === key && one.year === year);

test('an interrupted build is taken up where it stopped, and a finished one is left alone', async () => {
  expect(isMade).toBe(true);
  expect(await buildExample(urls, NOW, keys)).toBe(false);
  const { rows } =
    await sql`select (select count(*) from cluster) as clusters, (select count(*) from practice) as practices,
    (select count(*) from member where kind = 'doctor') as doctors, (select count(*) from delivery where state = 'confirmed') as deliveries`.execute(
      owner,
    );
  // Five files, and what each practice of Fjordklyngen counted itself.
  expect(rows[0]).toEqual({ clusters: 3, practices: 40, doctors: DOCTORS, deliveries: 5 + 14 });
});

test('eight practices have counted for the meeting that is planned, and the doctor of the try-out has not', async () => {
  const { rows } = await asSystem(owner, { now: NOW }, ({ db }) =>
    sql<{ counted: number }>`
      select count(*)::int as counted from own_count_ask a, counted_of(a.own_count_ask_id) c where c.has_counted`.execute(
      db,
    ),
  );
  expect(rows[0]?.counted).toBe(8);
});

test('everything in it is marked as an example, and all that web did went through commands', async () => {
  const { rows } = await sql<{ real: number }>`select
    (select count(*) from cluster where not is_example) + (select count(*) from practice where not is_example)
    + (select count(*) from person where not is_example) + (select count(*) from source where not is_example) as real`.execute(
    owner,
  );
  expect(rows[0]?.real).toBe(0);
  const events = await owner.selectFrom('journal').select('event').distinct().orderBy('event').execute();
  expect(events.map(({ event }) => event)).toEqual(
    expect.arrayContaining([
      'cluster.founded',
      'delivery.confirmed',
      'figure_access.opened',
      'publication.requested',
    ]),
  );
});

test('in Fjordklyngen one said no, one has too few patients and one number is closed', () => {
  expect(spreadOf('Fjordklyngen', 'op1', 2024)?.contributors).toBe(13);
  expect(spreadOf('Fjordklyngen', 'op1', 2025)?.contributors).toBe(12);
  expect(spreadOf('Fjordklyngen', 'kol1', 2024)?.contributors).toBe(12);
  expect(spreadOf('Fjordklyngen', 'kol1', 2025)).toBeUndefined();
});

test('in Bakkeklyngen all dots show, and in Øklyngen nothing does', () => {
  expect(spreadOf('Bakkeklyngen', 'kol1', 2025)?.dots).toHaveLength(22);
  expect(spreads.filter(({ name }) => name === 'Øklyngen').every(({ dots }) => dots === null)).toBe(true);
});

test('the offered file can be delivered at once by the coordinator, but for the closed number', async () => {
  const { sourceId } = await owner
    .selectFrom('source')
    .select('sourceId')
    .where('name', '=', 'Koordinatorerne i Fjordklyngen')
    .executeTakeFirstOrThrow();
  const examined = await asSystem(owner, { now: NOW }, async (scope) => {
    const { name, text } = offeredToFjord(await listIndicators(scope));
    return examine(scope, sourceId, { name, bytes: new TextEncoder().encode(text) });
  });
  expect(examined).toMatchObject({
    checked: {
      check: { counts: { figures: 52 }, leftOut: [{ kind: 'closed', number: '900114' }], realNumbers: null },
    },
  });
});

test.each(DOORS)('the door of the %s leads to somebody who belongs somewhere', async (door) => {
  const token = aToken();
  const opened = await forLink(web, { token: null, now: NOW }, (scope) => openDoor(scope, door, token));
  const place = opened.done ? opened.made : null;
  if (door === 'source') return expect(place?.sourceId).toBeTruthy();
  const roles = await withinCluster(
    web,
    { token, now: NOW },
    place!.clusterId!,
    async (scope) => scope.roles,
  );
  expect(roles).toContain(door === 'secretary' ? 'secretary' : door === 'doctor' ? 'member' : 'coordinator');
});

test('no letter of long ago waits to be sent, only those of what is asked now', async () => {
  const waiting = await owner
    .selectFrom('letter')
    .select('kind')
    .distinct()
    .where('sentAt', 'is', null)
    .orderBy('kind')
    .execute();
  const kinds = [
    'date_poll',
    'figure_order',
    'guest_dates',
    'meeting_invitation',
    'questionnaire',
    'topic_vote',
  ];
  expect(waiting.map(({ kind }) => kind)).toEqual(kinds);
});

test('Fjordklyngen has held two meetings, calls its assembly, asks for the day of a fourth meeting, and votes', async () => {
  const meetings = await owner
    .selectFrom('meeting')
    .select(['title', 'state'])
    .orderBy('madeAt')
    .orderBy('title')
    .execute();
  expect(meetings).toEqual([
    { title: 'Opioider ved kroniske smerter', state: 'closed' },
    { title: 'Stop op: hvad vil vi med klyngen?', state: 'closed' },
    { title: 'Generalforsamling', state: 'confirmed' },
    { title: 'KOL: den rette inhalation', state: 'polling' },
  ]);
  const topics = await owner.selectFrom('topic').select('state').execute();
  expect(topics.map(({ state }) => state).sort()).toEqual([
    ...Array.from({ length: 2 }, () => 'met'),
    ...Array.from({ length: 2 }, () => 'planned'),
    ...Array.from({ length: 3 }, () => 'proposed'),
  ]);
  const agreements = await owner.selectFrom('agreement').select('measuredAgainOn').execute();
  expect(agreements).toEqual([{ measuredAgainOn: '2026-04-02' }]);
  const { rows } = await sql`select (select count(*) from partner) as partners,
    (select count(*) from guest where answer = 'yes') as heard, (select count(distinct member_id) from date_vote) as answered,
    (select count(*) from rsvp) as comes, (select count(*) from expense) as expenses, (select count(*) from own_package) as packages,
    (select count(*) from topic_vote where closed_at is null) as votes`.execute(owner);
  expect(rows).toEqual([
    { partners: 4, heard: 1, answered: 5, comes: 17, expenses: 2, packages: 1, votes: 1 },
  ]);
});

test('what the cluster has been asked was counted, but for the round that is open, whose key is kept', async () => {
  const { rows } = await sql<{ purpose: string; state: string; answered: number; results: number }>`
    select r.purpose, r.state, (select count(*)::int from respondent p where p.questionnaire_round_id = r.questionnaire_round_id and answered_on is not null) as answered,
      (select count(*)::int from questionnaire_result q where q.questionnaire_round_id = r.questionnaire_round_id) as results
    from questionnaire_round r join meeting m using (meeting_id) where r.state <> 'planned' order by m.held_on nulls last, r.purpose desc, answered`.execute(
    owner,
  );
  expect(rows).toEqual([
    { purpose: 'topic', state: 'counted', answered: 26, results: 1 },
    { purpose: 'evaluation', state: 'counted', answered: expect.any(Number), results: 1 },
    { purpose: 'topic', state: 'counted', answered: 24, results: 1 },
    { purpose: 'topic', state: 'counted', answered: 29, results: 2 },
    { purpose: 'evaluation', state: 'counted', answered: expect.any(Number), results: 1 },
    { purpose: 'topic', state: 'open', answered: 10, results: 0 },
  ]);
  expect(await keys.list()).toHaveLength(1);
});
