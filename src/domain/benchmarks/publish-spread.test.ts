import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { asSystem } from '#platform/scope.server.ts';
import {
  type ACluster,
  type ASource,
  aCluster,
  aDelivery,
  anIndicator,
  aPerson,
  aPractice,
  aSource,
  sayYes,
  YEAR,
} from '#test/build.ts';
import { NOW, newId, owner, web, worker } from '#test/world.ts';
import { deliveredAndPublished, figuresOf, published } from './benchmarks.fixtures.ts';
import { publishSpread } from './publish-spread.server.ts';
import { listSpreads } from './spreads.server.ts';

const LATER = new Date(NOW.getTime() + 86_400_000);
const ranged = (count: number) => Array.from({ length: count }, (_, index) => 10 + 3 * index);

beforeAll(async () => {
  await anIndicator();
});

const practicesOf = ({ practices }: ACluster) => practices.map(({ practiceId }) => practiceId);

async function published12() {
  const cluster = await aCluster({ practices: 12 });
  const source = await aSource([cluster]);
  await deliveredAndPublished(cluster, source, ranged(12));
  return { cluster, source };
}

test('twelve practices make a spread of sorted dots, median and quartiles', async () => {
  const { cluster } = await published12();
  const [spread] = (await cluster.as(cluster.coordinator, (scope) => listSpreads(scope)))!;
  expect(spread).toMatchObject({
    contributors: 12,
    practices: 12,
    extractedOn: '2026-02-01',
    picture: { dots: ranged(12), median: 27, quartiles: [18, 35] },
  });
});

test('a practice that said no, one that never answered and one too small stay out', async () => {
  const cluster = await aCluster({ practices: 12 });
  const source = await aSource([cluster]);
  const [first, second] = cluster.practices;
  await sayYes(first!.practiceId, source.sourceId, 'no', LATER);
  await owner.deleteFrom('sourceAnswer').where('practiceId', '=', second!.practiceId).execute();
  const figures = figuresOf(cluster, ranged(12));
  await aDelivery(source, [...figures.slice(0, 11), { ...figures[11]!, numerator: 1, denominator: 9 }]);
  await published(cluster, source, { now: LATER });
  const [spread] = (await cluster.as(cluster.coordinator, (scope) => listSpreads(scope), { now: LATER }))!;
  expect(spread).toMatchObject({ contributors: 9, practices: 12, picture: { dots: null, quartiles: null } });
});

test('a practice that has left the cluster stays out, and so does one whose delivery is withdrawn', async () => {
  const cluster = await aCluster({ practices: 12 });
  const source = await aSource([cluster]);
  const [left, withdrawn] = cluster.practices;
  const figures = figuresOf(cluster, ranged(12));
  await aDelivery(
    source,
    figures.filter(({ practiceId }) => practiceId !== withdrawn!.practiceId),
  );
  const deliveryId = await aDelivery(source, figures.slice(1, 2));
  await owner
    .updateTable('delivery')
    .set({ state: 'withdrawn', withdrawnAt: NOW })
    .where('deliveryId', '=', deliveryId)
    .execute();
  await owner
    .updateTable('clusterPractice')
    .set({ valid: '[2020-01-01,2026-03-01)' })
    .where('practiceId', '=', left!.practiceId)
    .execute();
  await published(cluster, source);
  const [spread] = (await cluster.as(cluster.practices[2]!.doctor, (scope) => listSpreads(scope)))!;
  expect(spread).toMatchObject({ contributors: 10, practices: 11 });
});

test('five practices see that there are five, and nothing else', async () => {
  const cluster = await aCluster({ practices: 5 });
  const source = await aSource([cluster]);
  expect((await deliveredAndPublished(cluster, source, ranged(5))).publication.state).toBe('published');
  const [spread] = (await cluster.as(cluster.coordinator, (scope) => listSpreads(scope)))!;
  expect(spread!.picture).toEqual({ dots: null, median: null, quartiles: null });
});

test('a picture that shows nothing is not made anew for a newcomer', async () => {
  const cluster = await aCluster({ practices: 5 });
  const source = await aSource([cluster]);
  await aDelivery(source, figuresOf(cluster, ranged(4)));
  expect(await published(cluster, source)).toEqual({ state: 'published', refusal: null });
  await aDelivery(source, figuresOf(cluster, ranged(5)));
  expect(await published(cluster, source)).toEqual({ state: 'refused', refusal: 'waits_for_next_period' });
});

test('figures that a second coordinator put in over a first one’s are not shown', async () => {
  const cluster = await aCluster({ practices: 12 });
  const source = await aSource([cluster], { isTrusted: false });
  const second = await aPerson('Bo Øster');
  const figures = figuresOf(cluster, ranged(12));
  await aDelivery(source, figures);
  await aDelivery(source, figures.slice(1), { confirmedAt: LATER, delivererId: second.personId });
  const answer = await published(cluster, source, { now: LATER });
  expect(answer).toEqual({ state: 'refused', refusal: 'delivered_by_several' });
});

test('a spread that showed nothing gives way when enough have joined', async () => {
  const cluster = await aCluster({ practices: 5 });
  const source = await aSource([cluster]);
  await deliveredAndPublished(cluster, source, ranged(5));
  const joined = await aPractice(cluster);
  await sayYes(joined.practiceId, source.sourceId);
  await aDelivery(source, [{ practiceId: joined.practiceId, numerator: 90, denominator: 100 }]);
  expect(await published(cluster, source)).toEqual({ state: 'published', refusal: null });
  const spreads = (await cluster.as(cluster.coordinator, (scope) => listSpreads(scope)))!;
  expect(spreads.map((spread) => spread.contributors)).toEqual([6]);
});

test('one corrected figure waits for the next period; six make the one later version', async () => {
  const { cluster, source } = await published12();
  const correct = (count: number, confirmedAt: Date) =>
    aDelivery(
      source,
      figuresOf(
        cluster,
        ranged(12)
          .slice(0, count)
          .map((n) => n + 1),
      ),
      { confirmedAt },
    );
  await correct(1, LATER);
  expect(await published(cluster, source, { now: LATER })).toEqual({
    state: 'refused',
    refusal: 'waits_for_next_period',
  });
  await correct(6, new Date(LATER.getTime() + 1));
  expect((await published(cluster, source, { now: LATER })).state).toBe('published');
  const spreads = (await cluster.as(cluster.coordinator, (scope) => listSpreads(scope)))!;
  expect(spreads.map((spread) => spread.picture.dots?.[0])).toEqual([11]);
});

async function isUp(cluster: ACluster, now = LATER) {
  const spreads = (await cluster.as(cluster.coordinator, (scope) => listSpreads(scope), { now }))!;
  return spreads.map(({ contributors }) => contributors);
}

function withdraw(source: ASource, deliveryId: string, now = LATER) {
  return source.as(
    async ({ db }) => {
      await sql`update delivery set state = 'withdrawn', withdrawn_at = ${now} where delivery_id = ${deliveryId}`.execute(
        db,
      );
      await sql`select take_down_spreads_of_delivery(${deliveryId}::uuid)`.execute(db);
    },
    { now },
  );
}

test('a spread that went up again on a later delivery goes down with that one', async () => {
  const cluster = await aCluster({ practices: 12 });
  const source = await aSource([cluster]);
  const { deliveryId } = await deliveredAndPublished(cluster, source, ranged(12));
  await withdraw(source, deliveryId);
  const again = await aDelivery(source, figuresOf(cluster, ranged(12)), { confirmedAt: LATER });
  expect(await published(cluster, source, { now: LATER })).toEqual({ state: 'published', refusal: null });
  expect(await isUp(cluster)).toEqual([12]);
  await withdraw(source, again);
  expect(await isUp(cluster)).toEqual([]);
});

test('a delivery that is withdrawn while its spread is made takes that down', async () => {
  const cluster = await aCluster({ practices: 12 });
  const source = await aSource([cluster]);
  const deliveryId = await aDelivery(source, figuresOf(cluster, ranged(12)));
  const publicationId = newId();
  await owner
    .insertInto('publication')
    .values({
      clusterId: cluster.clusterId,
      indicatorKey: 'prove',
      periodFrom: YEAR.from,
      periodUntil: YEAR.until,
      sourceId: source.sourceId,
      publicationId,
      requestedAt: NOW,
    })
    .execute();
  let withdrawal: Promise<unknown> = Promise.resolve();
  await asSystem(worker, { now: NOW }, async (scope) => {
    await publishSpread(scope, publicationId);
    withdrawal = withdraw(source, deliveryId);
    // Long enough for a withdrawal that waits for nobody.
    await pause(300);
  });
  await withdrawal;
  expect(await isUp(cluster)).toEqual([]);
});

test('a spread that goes up again takes the place of one that showed nothing', async () => {
  const cluster = await aCluster({ practices: 6 });
  const source = await aSource([cluster]);
  await deliveredAndPublished(cluster, source, ranged(6));
  const { practiceId } = cluster.practices[1]!;
  await sayYes(practiceId, source.sourceId, 'no', LATER);
  await owner
    .updateTable('spread')
    .set({ takenDownAt: LATER })
    .where('clusterId', '=', cluster.clusterId)
    .execute();
  await published(cluster, source, { now: LATER });
  expect(await isUp(cluster)).toEqual([5]);
  const now = new Date(LATER.getTime() + 1000);
  await sayYes(practiceId, source.sourceId, 'yes', now);
  await published(cluster, source, { now });
  expect(await isUp(cluster, now)).toEqual([6]);
});

test('figures of another period, another source and another cluster stay out', async () => {
  const { cluster, source } = await published12();
  const other = await aSource([cluster]);
  const neighbours = await aCluster({ practices: 12 });
  await aDelivery(
    other,
    figuresOf(
      cluster,
      ranged(12).map((n) => n + 40),
    ),
  );
  await aDelivery(
    source,
    figuresOf(
      cluster,
      ranged(12).map((n) => n + 40),
    ),
    { period: { from: '2024-01-01', until: '2024-12-31' } },
  );
  await aDelivery(source, figuresOf(neighbours, ranged(12)));
  expect(await published(cluster, source)).toEqual({ state: 'refused', refusal: 'waits_for_next_period' });
});

test('the same file under another source, less one practice, is not shown beside the first', async () => {
  const { cluster } = await published12();
  const other = await aSource([cluster]);
  await aDelivery(other, figuresOf(cluster, ranged(12)).slice(1));
  expect(await published(cluster, other)).toEqual({ state: 'refused', refusal: 'too_like_another' });
});

test('the same figures under a period that overlaps, less one practice, are not shown beside the first', async () => {
  const { cluster, source } = await published12();
  const period = { ...YEAR, until: '2025-12-30' };
  await aDelivery(source, figuresOf(cluster, ranged(12)).slice(1), { period });
  expect(await published(cluster, source, { period })).toEqual({
    state: 'refused',
    refusal: 'too_like_another',
  });
});

test('a version that has shown something is no publisher’s to throw away, whoever stood in it', async () => {
  const { cluster, source } = await published12();
  const who = worker.deleteFrom('spreadContributor').where('practiceId', 'in', practicesOf(cluster));
  expect((await who.executeTakeFirst()).numDeletedRows).toBe(0n);
  await owner.deleteFrom('spreadContributor').where('practiceId', 'in', practicesOf(cluster)).execute();
  const all = worker.deleteFrom('spread').where('sourceId', '=', source.sourceId);
  expect((await all.executeTakeFirst()).numDeletedRows).toBe(0n);
});

test('no spread is readable by a stranger, by another cluster, or without a token', async () => {
  const { cluster } = await published12();
  const strangers = await aCluster();
  expect(await cluster.as(strangers.coordinator, (scope) => listSpreads(scope))).toBeNull();
  expect(await strangers.as(strangers.coordinator, (scope) => listSpreads(scope))).toEqual([]);
  expect(await web.selectFrom('spread').select('spreadId').execute()).toEqual([]);
});

test('who stood in a spread, and the totals for guests, are not web’s to read', async () => {
  await published12();
  expect(await web.selectFrom('spreadContributor').select('practiceId').execute()).toEqual([]);
  await expect(web.selectFrom('spreadTotal').select('numerator').execute()).rejects.toThrow(
    /permission denied/,
  );
});

test('the period is exact', async () => {
  const { cluster, source } = await published12();
  expect(await published(cluster, source, { period: { ...YEAR, until: '2025-12-30' } })).toEqual({
    state: 'refused',
    refusal: 'nothing_delivered',
  });
});
