import { beforeAll, expect, test } from 'vitest';
import { aCluster, aSource } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import {
  aDraft,
  delivered,
  figuresOf,
  kolFile,
  LATER,
  measured,
  ownFigures,
  stored,
  twoIndicators,
} from './deliveries.fixtures.ts';
import { findDelivery, findDraft } from './deliveries.server.ts';
import { discardDelivery } from './discard-delivery.server.ts';
import { withdrawDelivery } from './withdraw-delivery.server.ts';

beforeAll(twoIndicators);

async function aDelivered() {
  const cluster = await aCluster({ practices: 3 });
  const source = await aSource([cluster]);
  const text = kolFile(figuresOf(cluster));
  return { cluster, source, text, ...(await delivered(source, text)) };
}

test('a withdrawn delivery counts no longer, and what it held is kept', async () => {
  const { cluster, source, deliveryId } = await aDelivered();
  const outcome = await source.as((scope) => withdrawDelivery(scope, deliveryId), { now: LATER });
  expect(outcome?.done).toBe(true);
  expect(await ownFigures(cluster.practices[0]!.doctor)).toEqual([]);
  expect(await measured(deliveryId)).toHaveLength(3);
  expect(await source.as((scope) => findDelivery(scope, deliveryId))).toMatchObject({
    state: 'withdrawn',
    withdrawnAt: LATER,
  });
});

test('every spread in which one of its figures stands is taken down at once', async () => {
  const { cluster, source, deliveryId } = await aDelivered();
  const spreadId = newId();
  const subject = { clusterId: cluster.clusterId, indicatorKey: 'kol', sourceId: source.sourceId };
  const period = { periodFrom: '2025-01-01', periodUntil: '2025-12-31' };
  await owner
    .insertInto('spread')
    .values({
      spreadId,
      ...subject,
      ...period,
      version: 1,
      picture: '{}',
      contributors: 3,
      practices: 3,
      publishedAt: LATER,
    })
    .execute();
  await owner
    .insertInto('spreadContributor')
    .values({ spreadId, practiceId: cluster.practices[0]!.practiceId, deliveryId })
    .execute();
  await source.as((scope) => withdrawDelivery(scope, deliveryId), { now: LATER });
  const spread = await owner
    .selectFrom('spread')
    .select('takenDownAt')
    .where('spreadId', '=', spreadId)
    .execute();
  expect(spread).toEqual([{ takenDownAt: LATER }]);
});

test('after a correction is withdrawn, the earlier figures count again', async () => {
  const { cluster, source, deliveryId } = await aDelivered();
  const second = await delivered(source, kolFile(figuresOf(cluster, 40)), { now: LATER });
  await source.as((scope) => withdrawDelivery(scope, second.deliveryId), { now: LATER });
  expect(await ownFigures(cluster.practices[0]!.doctor)).toEqual([
    { indicatorKey: 'kol', value: 2.5, deliveryId },
  ]);
});

test('a withdrawn file may be delivered again', async () => {
  const { source, text, deliveryId } = await aDelivered();
  await source.as((scope) => withdrawDelivery(scope, deliveryId));
  expect((await delivered(source, text, { now: LATER })).outcome).toMatchObject({ done: true });
});

test('only the source withdraws, once, and only what is confirmed', async () => {
  const { cluster, source, deliveryId, text } = await aDelivered();
  const stranger = await aSource([cluster]);
  const draft = await aDraft(source, `${text}\n`);
  const before = await stored();
  const refusal = { done: false, reason: 'not_confirmed' };
  expect(await stranger.as((scope) => withdrawDelivery(scope, deliveryId))).toEqual(refusal);
  expect(await source.as((scope) => withdrawDelivery(scope, draft.deliveryId))).toEqual(refusal);
  expect(await stored()).toEqual(before);
  await source.as((scope) => withdrawDelivery(scope, deliveryId));
  expect(await source.as((scope) => withdrawDelivery(scope, deliveryId))).toEqual(refusal);
});

test('a draft that is thrown away is gone, for everybody', async () => {
  const { source, text } = await aDelivered();
  const draft = await aDraft(source, `${text}\n`);
  expect(await source.as((scope) => discardDelivery(scope, draft.deliveryId))).toMatchObject({ done: true });
  expect(await source.as((scope) => findDraft(scope, draft.deliveryId))).toBeNull();
  expect(await source.as((scope) => findDelivery(scope, draft.deliveryId))).toBeNull();
  const kept = await owner
    .selectFrom('delivery')
    .select(['state', 'mapping'])
    .where('deliveryId', '=', draft.deliveryId)
    .execute();
  expect(kept).toEqual([{ state: 'refused', mapping: null }]);
});

test('what is confirmed is not thrown away', async () => {
  const { source, deliveryId } = await aDelivered();
  const outcome = await source.as((scope) => discardDelivery(scope, deliveryId));
  expect(outcome).toEqual({ done: false, reason: 'not_open' });
});
