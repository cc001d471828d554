import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { forSource } from '#platform/scope.server.ts';
import { aCluster, aMember, aPractice, aSource, asPerson } from '#test/build.ts';
import { NOW, newId, owner, web } from '#test/world.ts';
import { confirmDelivery } from './confirm-delivery.server.ts';
import {
  aColleague,
  aDraft,
  delivered,
  figuresOf,
  kolFile,
  LATER,
  markShown,
  measured,
  ownFigures,
  stored,
  twoIndicators,
} from './deliveries.fixtures.ts';
import { findDelivery, listParts } from './deliveries.server.ts';

beforeAll(twoIndicators);

async function aServedCluster(practices = 3) {
  const cluster = await aCluster({ practices });
  const source = await aSource([cluster]);
  return { cluster, source, text: kolFile(figuresOf(cluster)) };
}

test('a confirmed file becomes measurements that know their delivery, their row and what is missing', async () => {
  const { cluster, source } = await aServedCluster();
  const [a, b, c] = cluster.practices;
  const text = [
    'Udtræk til klyngen',
    'ydernr;indikator;periode;tæller;nævner;andel',
    `${a!.number};KOL;2025;12;400;3,0`,
    `${b!.number};KOL;2025;<5;310;`,
    `${c!.number};KOL;2025;7;350;2,0`,
    `${c!.number};Atrieflimren;2025;14;350;4,0`,
  ].join('\n');
  const { deliveryId, outcome } = await delivered(source, text);
  expect(outcome).toEqual({
    done: true,
    made: { deliveryId, rows: 4, figures: 3, missing: 1, practices: 3 },
  });
  const year = { periodFrom: '2025-01-01', periodUntil: '2025-12-31', missing: null };
  expect(await measured(deliveryId)).toEqual([
    {
      practiceId: a!.practiceId,
      indicatorKey: 'kol',
      ...year,
      numerator: 12,
      denominator: 400,
      value: 3,
      line: 3,
    },
    {
      practiceId: b!.practiceId,
      indicatorKey: 'kol',
      ...year,
      numerator: null,
      denominator: 310,
      value: null,
      missing: 'suppressed',
      line: 4,
    },
    {
      practiceId: c!.practiceId,
      indicatorKey: 'kol',
      ...year,
      numerator: 7,
      denominator: 350,
      value: 2,
      line: 5,
    },
    {
      practiceId: c!.practiceId,
      indicatorKey: 'af',
      ...year,
      numerator: 14,
      denominator: 350,
      value: 4,
      line: 6,
    },
  ]);
});

test('afterwards the source sees counts, and each practice its own figure', async () => {
  const { cluster, source, text } = await aServedCluster();
  const { deliveryId } = await delivered(source, text);
  const seen = await source.as(async (scope) => ({
    delivery: await findDelivery(scope, deliveryId),
    parts: await listParts(scope, deliveryId),
    rows: await scope.db.selectFrom('measurement').selectAll().execute(),
  }));
  expect(seen).toMatchObject({
    delivery: { state: 'confirmed', confirmedAt: NOW, counts: { rows: 3, figures: 3, practices: 3 } },
    parts: [{ clusterName: 'Prøveklyngen', indicatorKey: 'kol', practices: 3 }],
    rows: [],
  });
  const own = await ownFigures(cluster.practices[1]!.doctor);
  expect(own).toEqual([{ indicatorKey: 'kol', value: 2.75, deliveryId }]);
});

test('the doctors of the practices get a letter, and there is no figure in it', async () => {
  const { cluster, source, text } = await aServedCluster(2);
  await delivered(source, text);
  const people = cluster.practices.map(({ doctor }) => doctor.personId);
  const letters = await owner
    .selectFrom('letter')
    .select(['kind', 'facts'])
    .where('personId', 'in', people)
    .execute();
  expect(letters.map(({ kind }) => kind)).toEqual(['figures_ready', 'figures_ready']);
  expect(JSON.stringify(letters)).not.toMatch(/2[.,]5|2[.,]75|400/);
});

test('the next file of the same kind is understood without a question', async () => {
  const { cluster, source, text } = await aServedCluster();
  const first = await aDraft(source, text);
  expect(first.isSettled).toBe(false);
  await delivered(source, `${text}\n`);
  const nextYear = kolFile(figuresOf(cluster, 20), '2026');
  expect((await aDraft(source, nextYear)).isSettled).toBe(true);
  const { source: other } = await aServedCluster();
  expect((await aDraft(other, nextYear)).isSettled).toBe(false);
});

test('another person of the source can neither see nor confirm the draft', async () => {
  const { source, text } = await aServedCluster();
  const draft = await aDraft(source, text);
  const { token } = await aColleague(source);
  const before = await stored();
  const outcome = await forSource(web, { token, now: NOW }, source.sourceId, (scope) =>
    confirmDelivery(scope, draft.deliveryId, draft.sheet, ''),
  );
  expect(outcome).toEqual({ done: false, reason: 'not_open' });
  expect(await stored()).toEqual(before);
});

test('to a stranger the source does not exist', async () => {
  const { cluster, source } = await aServedCluster();
  const strangers = [
    cluster.coordinator,
    cluster.practices[1]!.doctor,
    (await aServedCluster()).source.person,
  ];
  for (const { token } of strangers) {
    expect(await forSource(web, { token, now: NOW }, source.sourceId, async () => 'in')).toBeNull();
  }
});

test('a draft of another source is not there', async () => {
  const { source, text } = await aServedCluster();
  const { source: other } = await aServedCluster();
  const draft = await aDraft(source, text);
  const outcome = await other.as((scope) => confirmDelivery(scope, draft.deliveryId, draft.sheet, ''));
  expect(outcome).toEqual({ done: false, reason: 'not_open' });
});

test.each([
  ['its file is gone', 'upload_again', { isGone: true, isSeen: true }],
  ['something else was shown', 'changed_since', { isGone: false, isSeen: false }],
])('a draft is not confirmed when %s', async (_, reason, { isGone, isSeen }) => {
  const { source, text } = await aServedCluster();
  const { deliveryId, sheet } = await aDraft(source, text);
  const mark = isSeen ? ((await markShown(source, { deliveryId, sheet })) ?? '') : 'x'.repeat(22);
  const before = await stored();
  const outcome = await source.as((scope) => confirmDelivery(scope, deliveryId, isGone ? null : sheet, mark));
  expect(outcome).toEqual({ done: false, reason });
  expect(await stored()).toEqual(before);
});

test('a number that can be read in two ways is never guessed', async () => {
  const { cluster, source } = await aServedCluster(2);
  const [a, b] = cluster.practices;
  const text = `ydernr;indikator;periode;tæller;nævner\n${a!.number};KOL;2025;300;17.885\n${b!.number};KOL;2025;280;16.500`;
  const before = await stored();
  const { outcome } = await delivered(source, text);
  expect(outcome).toEqual({ done: false, reason: 'questions_open' });
  expect((await stored()).measurements).toBe(before.measurements);
});

test('sent twice, it is taken in once, and the second answer is the first', async () => {
  const { source, text } = await aServedCluster();
  const draft = await aDraft(source, text);
  const mark = (await markShown(source, draft)) ?? '';
  const commandId = newId();
  const send = () =>
    source.as((scope) => confirmDelivery(scope, draft.deliveryId, draft.sheet, mark), { commandId });
  const [first, second] = await Promise.all([send(), send()]);
  expect(first).toMatchObject({ done: true, made: { figures: 3 } });
  expect(second).toEqual(first);
  expect(await measured(draft.deliveryId)).toHaveLength(3);
});

test('confirmed in two windows at once, it is taken in once', async () => {
  const { source, text } = await aServedCluster();
  const draft = await aDraft(source, text);
  const mark = (await markShown(source, draft)) ?? '';
  const send = () => source.as((scope) => confirmDelivery(scope, draft.deliveryId, draft.sheet, mark));
  const outcomes = await Promise.all([send(), send()]);
  expect(outcomes.map((outcome) => (outcome?.done ? 'done' : outcome?.reason)).sort()).toEqual([
    'done',
    'not_open',
  ]);
  expect(await measured(draft.deliveryId)).toHaveLength(3);
});

test('the same file is delivered once, also when two people confirm it at the same moment', async () => {
  const { source, text } = await aServedCluster();
  const [one, other] = [await aDraft(source, text), await aDraft(source, text)];
  const marks = [await markShown(source, one), await markShown(source, other)];
  const outcomes = await Promise.all(
    [one, other].map((draft, i) =>
      source.as((scope) => confirmDelivery(scope, draft.deliveryId, draft.sheet, marks[i] ?? '')),
    ),
  );
  expect(outcomes.map((outcome) => (outcome?.done ? 'done' : outcome?.reason)).sort()).toEqual([
    'delivered_before',
    'done',
  ]);
  expect((await delivered(source, text)).outcome).toEqual({ done: false, reason: 'delivered_before' });
});

test('a correction counts from then on, and the old version stays', async () => {
  const { cluster, source } = await aServedCluster();
  const first = await delivered(source, kolFile(figuresOf(cluster, 10)));
  const second = await delivered(source, kolFile(figuresOf(cluster, 40)), { now: LATER });
  const own = await ownFigures(cluster.practices[0]!.doctor);
  expect(own).toEqual([{ indicatorKey: 'kol', value: 10, deliveryId: second.deliveryId }]);
  expect((await measured(first.deliveryId))[0]).toMatchObject({ value: 2.5 });
});

test('figures land only at the practice whose number it was at the end of the period', async () => {
  const { cluster, source } = await aServedCluster(3);
  const [kept, closed] = cluster.practices;
  await owner
    .updateTable('practiceNumber')
    .set({ valid: '[2020-01-01,2025-07-01)' })
    .where('practiceId', '=', closed!.practiceId)
    .execute();
  const elsewhere = await aCluster({ practices: 1 });
  const claimed = await aPractice(cluster);
  await owner
    .updateTable('practiceNumber')
    .set({ confirmedAt: null })
    .where('practiceId', '=', claimed.practiceId)
    .execute();
  const numbers = [kept, closed, elsewhere.practices[0], claimed].map((one) => one!.number);
  const text = kolFile([...numbers, '999999'].map((number, i) => [number, 10 + i] as const));
  const { deliveryId, outcome } = await delivered(source, text);
  expect(outcome).toMatchObject({ made: { rows: 5, figures: 1, practices: 1 } });
  expect((await measured(deliveryId)).map(({ practiceId }) => practiceId)).toEqual([kept!.practiceId]);
});

test.each([
  ['nobody else is known to have had it', null, null, 1],
  ['another practice had it then', 'other', '[2019-01-01,2026-01-15)', 0],
  ['the practice had another number then', 'own', '[2019-01-01,2026-01-15)', 0],
])('a number entered after the period ended: %s', async (_, whose, valid, figures) => {
  const cluster = await aCluster({ practices: 2 });
  const elsewhere = await aCluster({ practices: 1 });
  const source = await aSource([cluster]);
  const { practiceId, number } = cluster.practices[0]!;
  await owner
    .updateTable('practiceNumber')
    .set({ valid: '[2026-02-01,)' })
    .where('practiceId', '=', practiceId)
    .execute();
  const before = { enteredAt: NOW, confirmedAt: NOW, valid: valid ?? '' };
  if (whose === 'other') {
    const other = elsewhere.practices[0]!;
    await owner
      .insertInto('practiceNumber')
      .values({ practiceId: other.practiceId, number, ...before })
      .execute();
  }
  if (whose === 'own')
    await owner
      .insertInto('practiceNumber')
      .values({ practiceId, number: '998877', ...before })
      .execute();
  const { outcome } = await delivered(source, kolFile([[number, 10]]));
  expect(outcome).toMatchObject(figures ? { made: { figures } } : { reason: 'nothing_to_deliver' });
});

test('an example cluster takes no number that could be a practice’s', async () => {
  const cluster = await aCluster({ practices: 2, isExample: true });
  const source = await aSource([cluster]);
  const before = await stored();
  const { outcome } = await delivered(source, kolFile(figuresOf(cluster)));
  expect(outcome).toEqual({ done: false, reason: 'real_numbers' });
  expect((await stored()).measurements).toBe(before.measurements);
});

test('a file with no figure for anybody here is not a delivery', async () => {
  const { source } = await aServedCluster(1);
  const { outcome } = await delivered(
    source,
    kolFile([
      ['999991', 3],
      ['999992', 4],
    ]),
  );
  expect(outcome).toEqual({ done: false, reason: 'nothing_to_deliver' });
});

test.each([
  [
    'at a practice of another cluster',
    async () => (await aCluster({ practices: 1 })).practices[0]!.practiceId,
    'open',
  ],
  ['outside a confirmation', async (own: string) => own, 'closed'],
])('the database itself takes no figure %s', async (_, practiceOf, door) => {
  const { cluster, source, text } = await aServedCluster();
  const { deliveryId } = await aDraft(source, text);
  const practiceId = await practiceOf(cluster.practices[0]!.practiceId);
  const writing = source.as(async ({ db }) => {
    if (door === 'open') await sql`select set_config('app.delivery', ${deliveryId}, true)`.execute(db);
    await sql`insert into measurement (delivery_id, practice_id, indicator_key, period_from, period_until, value, line)
      values (${deliveryId}, ${practiceId}, 'kol', '2025-01-01', '2025-12-31', 1, 2)`.execute(db);
  });
  await expect(writing).rejects.toThrow('row-level security');
});

test('a claimed number takes figures of the cluster’s own source alone', async () => {
  const { cluster, source, text } = await aServedCluster();
  const { deliveryId } = await aDraft(source, text);
  const claimed = await aPractice(cluster);
  await owner
    .updateTable('practiceNumber')
    .set({ confirmedAt: null })
    .where('practiceId', '=', claimed.practiceId)
    .execute();
  const writing = source.as(async ({ db }) => {
    await sql`select set_config('app.delivery', ${deliveryId}, true)`.execute(db);
    await sql`insert into measurement (delivery_id, practice_id, indicator_key, period_from, period_until, value, line)
      values (${deliveryId}, ${claimed.practiceId}, 'kol', '2025-01-01', '2025-12-31', 1, 2)`.execute(db);
  });
  await expect(writing).rejects.toThrow('row-level security');
});

test.each([
  ['its counts', { rowCount: 900 }],
  ['its state', { state: 'draft', confirmedAt: null }],
  ['its file', { mapping: null }],
])('of a confirmed delivery nobody rewrites %s', async (_, change) => {
  const { source, text } = await aServedCluster();
  const { deliveryId } = await delivered(source, text);
  const writing = source.as(({ db }) =>
    db.updateTable('delivery').set(change).where('deliveryId', '=', deliveryId).execute(),
  );
  await expect(writing).rejects.toThrow(/a delivery/);
});

test('a secretary reads nothing of what was delivered', async () => {
  const { cluster, source, text } = await aServedCluster();
  await delivered(source, text);
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const read = (who: { token: string }) =>
    cluster.as(who, async ({ db }) => ({
      deliveries: (await db.selectFrom('delivery').select('deliveryId').execute()).length,
      parts: (await db.selectFrom('deliveryPart').select('deliveryId').execute()).length,
    }));
  expect(await read(secretary)).toEqual({ deliveries: 0, parts: 0 });
  expect(await read(cluster.practices[2]!.doctor)).toEqual({ deliveries: 1, parts: 1 });
  expect(await asPerson(secretary, ({ db }) => db.selectFrom('measurement').selectAll().execute())).toEqual(
    [],
  );
});
