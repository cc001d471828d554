import { beforeAll, expect, test } from 'vitest';
import { aDeadline, aMeeting, settledOf } from '#domain/meetings/meetings.fixtures.ts';
import { asSystem } from '#platform/scope.server.ts';
import {
  type ACluster,
  type ASource,
  aCluster,
  aDelivery,
  aMember,
  anIndicator,
  aSource,
  YEAR,
} from '#test/build.ts';
import { NOW, newId, owner, worker } from '#test/world.ts';
import type { OrderWish } from './figure-order.ts';
import { followOrders } from './follow-orders.server.ts';
import { findOrderOfSource, listOrders, listOrdersOfSource } from './orders.server.ts';
import { changeOrder, planOrder } from './plan-order.server.ts';
import { planOrdersOfPackage } from './plan-orders-of-package.server.ts';
import { giveUpOrder, sendOrder } from './send-order.server.ts';

beforeAll(async () => {
  await anIndicator();
});

const on = (day: string) => new Date(`${day}T08:00:00Z`);
const wishFor = (source: ASource, wish: Partial<OrderWish> = {}): OrderWish => ({
  sourceId: source.sourceId,
  indicators: ['prove'],
  remark: 'Gerne for et helt år',
  sendOn: '2026-03-10',
  wantedOn: '2026-04-20',
  ...wish,
});

async function anOrder(wish: Partial<OrderWish> = {}) {
  const cluster = await aCluster({ practices: 3 });
  const source = await aSource([cluster], { answers: 'none' });
  const meeting = await aMeeting(cluster, { heldOn: '2026-05-04' });
  const orderId = newId();
  const planned = await cluster.as(cluster.coordinator, (scope) =>
    planOrder(scope, orderId, meeting.meetingId, wishFor(source, wish)),
  );
  return { cluster, source, meeting, orderId, planned };
}

const stateOf = async (orderId: string) =>
  (
    await owner
      .selectFrom('figureOrder')
      .select('state')
      .where('figureOrderId', '=', orderId)
      .executeTakeFirstOrThrow()
  ).state;
const lettersOf = async (orderId: string) =>
  (
    await owner
      .selectFrom('letter')
      .select('kind')
      .where('figureOrderId', '=', orderId)
      .orderBy('writtenAt')
      .execute()
  ).map(({ kind }) => kind);
const send = (cluster: ACluster, orderId: string) =>
  cluster.as(cluster.coordinator, (scope) => sendOrder(scope, orderId));
const follow = (day: string) => asSystem(worker, { now: on(day) }, followOrders);
const sayYesIn = (cluster: ACluster, source: ASource, at: number) =>
  owner
    .insertInto('sourceAnswer')
    .values({
      practiceId: cluster.practices[at]!.practiceId,
      sourceId: source.sourceId,
      answer: 'yes',
      answeredAt: NOW,
    })
    .execute();

test('sent by two at the same moment, an order goes once', async () => {
  const { cluster, orderId } = await anOrder();
  const outcomes = await Promise.all([1, 2, 3].map(() => send(cluster, orderId)));
  expect(outcomes.filter((outcome) => outcome?.done)).toHaveLength(1);
  expect(await lettersOf(orderId)).toEqual(['figure_order']);
});

test('an order is planned and sent once, and its source sees whose figures it may draw', async () => {
  const { cluster, source, meeting, orderId, planned } = await anOrder();
  expect(planned).toMatchObject({ done: true });
  await sayYesIn(cluster, source, 1);
  expect(await source.as(listOrdersOfSource)).toEqual([]);
  expect(await send(cluster, orderId)).toMatchObject({ done: true });
  expect(await send(cluster, orderId)).toEqual({ done: false, reason: 'already_sent' });
  expect(await lettersOf(orderId)).toEqual(['figure_order']);
  const seen = await source.as((scope) => findOrderOfSource(scope, orderId));
  expect(seen).toMatchObject({
    clusterName: 'Prøveklyngen',
    meetingTitle: meeting.title,
    heldOn: '2026-05-04',
    practices: 1,
    numbers: [{ number: cluster.practices[1]!.number }],
  });
});

test('an order whose days nobody chose moves with its meeting, and one whose days were chosen stays', async () => {
  const { cluster, source, meeting } = await anOrder();
  const given = { sendOn: '2026-03-05', wantedOn: '2026-04-20' };
  const order = newId();
  await cluster.as(cluster.coordinator, (scope) =>
    planOrder(scope, order, meeting.meetingId, wishFor(source, given)),
  );
  await cluster.as(cluster.coordinator, ({ db }) =>
    db
      .updateTable('meeting')
      .set({ heldOn: '2026-05-11' })
      .where('meetingId', '=', meeting.meetingId)
      .execute(),
  );
  const rows = await owner
    .selectFrom('figureOrder')
    .select(['sendOn', 'wantedOn'])
    .where('meetingId', '=', meeting.meetingId)
    .orderBy('sendOn')
    .execute();
  expect(rows).toEqual([
    { sendOn: '2026-03-10', wantedOn: '2026-04-20' },
    { sendOn: '2026-03-12', wantedOn: '2026-04-27' },
  ]);
});

test('a meeting of a package plans its figures once, for whoever may order them, and no own counts', async () => {
  await anIndicator({ key: 'optalt', isOwnCount: true });
  const cluster = await aCluster();
  const source = await aSource([cluster]);
  const meeting = await aMeeting(cluster, {
    package: { indicators: ['prove', 'horoskop', 'optalt'] },
    state: 'polling',
  });
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const plan = (who: { token: string }, commandId: string) =>
    cluster.as(who, (scope) => planOrdersOfPackage(scope, meeting.meetingId), { commandId });
  await plan(secretary, newId());
  const command = newId();
  for (let turn = 0; turn < 2; turn += 1) await plan(cluster.coordinator, command);
  expect(
    await cluster.as(cluster.coordinator, (scope) => listOrders(scope, meeting.meetingId)),
  ).toMatchObject([
    { indicators: ['prove'], sourceId: source.sourceId, state: 'planned', sendOn: null, wantedOn: null },
  ]);
});

test('nobody in the cluster is told who said yes to the source', async () => {
  const { cluster, source, orderId } = await anOrder();
  await sayYesIn(cluster, source, 1);
  await send(cluster, orderId);
  const seen = await cluster.as(cluster.coordinator, async (scope) => [
    ...(await scope.db.selectFrom('sourceAnswer').select('practiceId').execute()),
    await listOrders(
      scope,
      (await scope.db.selectFrom('meeting').select('meetingId').executeTakeFirstOrThrow()).meetingId,
    ),
  ]);
  expect(JSON.stringify(seen)).not.toContain(cluster.practices[1]!.practiceId);
});

test('to another cluster and another source the order does not exist', async () => {
  const { cluster, orderId } = await anOrder();
  const stranger = await aCluster();
  const otherSource = await aSource([cluster]);
  await send(cluster, orderId);
  expect(await stranger.as(stranger.coordinator, (scope) => sendOrder(scope, orderId))).toEqual({
    done: false,
    reason: 'no_such_order',
  });
  expect(await otherSource.as((scope) => findOrderOfSource(scope, orderId))).toBeNull();
  expect(await otherSource.as(listOrdersOfSource)).toEqual([]);
});

test('a secretary and a member order nothing', async () => {
  const { cluster, source, meeting, orderId } = await anOrder();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  for (const who of [secretary, cluster.practices[1]!.doctor]) {
    await expect(cluster.as(who, (scope) => sendOrder(scope, orderId))).rejects.toThrow('figure_order.send');
    await expect(
      cluster.as(who, (scope) => planOrder(scope, newId(), meeting.meetingId, wishFor(source))),
    ).rejects.toThrow('figure_order.send');
  }
  expect(await stateOf(orderId)).toBe('planned');
});

test.each([
  ['no_indicator', { indicators: [] }],
  ['unknown_indicator', { indicators: ['horoskop'] }],
  ['no_such_source', { sourceId: newId() }],
  ['wanted_before_sent', { wantedOn: '2026-03-01' }],
] as const)('a wish that is refused, %s, stores nothing', async (reason, wish) => {
  const { planned, orderId } = await anOrder(wish as Partial<OrderWish>);
  expect(planned).toEqual({ done: false, reason });
  expect(
    await owner.selectFrom('figureOrder').select('state').where('figureOrderId', '=', orderId).execute(),
  ).toEqual([]);
});

test.each(['by a coordinator', 'by itself'])(
  'an order that goes %s settles what the plan says of it',
  async (how) => {
    const { cluster, meeting, orderId } = await anOrder();
    await aDeadline(meeting, { act: 'order_figures', offsetDays: -60, dueOn: '2026-03-05' });
    if (how === 'by itself') await follow('2026-03-10');
    else await send(cluster, orderId);
    expect(await settledOf(meeting)).toEqual(['order_figures done']);
  },
);

test('what is planned can be changed, what is sent only given up, and then its source is told', async () => {
  const { cluster, source, orderId } = await anOrder();
  const change = () =>
    cluster.as(cluster.coordinator, (scope) =>
      changeOrder(scope, orderId, wishFor(source, { remark: 'Kvartaler' })),
    );
  expect(await change()).toMatchObject({ done: true });
  await send(cluster, orderId);
  expect(await change()).toEqual({ done: false, reason: 'already_sent' });
  const giveUp = () => cluster.as(cluster.coordinator, (scope) => giveUpOrder(scope, orderId));
  expect(await giveUp()).toMatchObject({ done: true });
  expect(await giveUp()).toEqual({ done: false, reason: 'already_over' });
  expect(await lettersOf(orderId)).toEqual(['figure_order', 'figure_order_cancelled']);
});

test('an order goes by itself on its day, is reminded twice, and follows what is delivered and published', async () => {
  const { cluster, source, orderId } = await anOrder();
  await follow('2026-03-09');
  expect(await lettersOf(orderId)).toEqual([]);
  await follow('2026-03-10');
  await follow('2026-03-11');
  expect(await stateOf(orderId)).toBe('ordered');
  for (const day of ['2026-04-05', '2026-04-06', '2026-04-07', '2026-04-20', '2026-04-21']) await follow(day);
  expect(await lettersOf(orderId)).toEqual([
    'figure_order',
    'figure_order_reminder',
    'figure_order_reminder',
  ]);
  const confirmedAt = on('2026-04-22');
  const deliveryId = await aDelivery(
    source,
    cluster.practices.map(({ practiceId }) => ({ practiceId, numerator: 3, denominator: 40 })),
    { confirmedAt },
  );
  const subject = {
    clusterId: cluster.clusterId,
    indicatorKey: 'prove',
    periodFrom: YEAR.from,
    periodUntil: YEAR.until,
  };
  await owner
    .insertInto('deliveryPart')
    .values({ ...subject, deliveryId, practices: 3 })
    .execute();
  await follow('2026-04-22');
  expect(await stateOf(orderId)).toBe('received');
  await owner
    .insertInto('spread')
    .values({
      ...subject,
      sourceId: source.sourceId,
      version: 0,
      picture: '{}',
      contributors: 3,
      practices: 3,
      publishedAt: on('2026-04-23'),
    })
    .execute();
  await follow('2026-04-23');
  expect(await stateOf(orderId)).toBe('published');
  const doings = await owner
    .selectFrom('ownDoing')
    .select('act')
    .where('clusterId', '=', cluster.clusterId)
    .execute();
  expect(doings).toEqual([
    { act: 'figures_ordered' },
    { act: 'source_reminded' },
    { act: 'source_reminded' },
    { act: 'figures_received' },
  ]);
});

test('a source without people gets nothing, and the coordinator is told', async () => {
  const { cluster, source, orderId } = await anOrder();
  await owner.deleteFrom('sourcePerson').where('sourceId', '=', source.sourceId).execute();
  expect(await send(cluster, orderId)).toEqual({ done: false, reason: 'nobody_at_the_source' });
  await follow('2026-03-10');
  expect(await stateOf(orderId)).toBe('planned');
});
