import { beforeAll, expect, test } from 'vitest';
import { holdMeetings } from '#domain/meetings/hold-meetings.server.ts';
import { aMeeting, invited } from '#domain/meetings/meetings.fixtures.ts';
import { followOrders } from '#domain/orders/follow-orders.server.ts';
import { planOrder } from '#domain/orders/plan-order.server.ts';
import { followPolls } from '#domain/polls/follow-polls.server.ts';
import { aPoll, voted } from '#domain/polls/polls.fixtures.ts';
import { asSystem } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, anIndicator, aSource } from '#test/build.ts';
import { NOW, newId, owner, worker } from '#test/world.ts';
import { handOver } from './hand-over.server.ts';
import { countOwnAnswers, listAgreementsSoon, listMeetingsAhead } from './home.server.ts';
import { tellOfTheWeek } from './tell-of-the-week.server.ts';
import { threeOf } from './thing.ts';
import { listOwnDoings, listThings } from './things.server.ts';
import { undoDoing } from './undo-doing.server.ts';

beforeAll(async () => {
  await anIndicator();
});

const lettersTo = (personId: string) =>
  owner.selectFrom('letter').select(['kind', 'facts']).where('personId', '=', personId).execute();
const MORNING = new Date('2026-03-02T06:30:00Z');
const week = (now = MORNING) => asSystem(worker, { now }, tellOfTheWeek);
const thingsOf = (cluster: ACluster) =>
  cluster.as(cluster.coordinator, (scope) => listThings(scope, cluster.clusterId));

test('the role is handed over in one step, and whoever had it can do nothing with it', async () => {
  const cluster = await aCluster({ practices: 3 });
  const next = cluster.practices[1]!.doctor;
  expect(await cluster.as(cluster.coordinator, (scope) => handOver(scope, next.memberId))).toMatchObject({
    done: true,
  });
  expect((await lettersTo(next.personId)).map(({ kind }) => kind)).toEqual(['coordinator_handed_over']);
  expect(await cluster.as(next, async ({ roles }) => roles)).toEqual(['coordinator', 'member']);
  expect(await cluster.as(cluster.coordinator, async ({ roles }) => roles)).toEqual(['member']);
  await expect(
    cluster.as(cluster.coordinator, (scope) => handOver(scope, cluster.coordinator.memberId)),
  ).rejects.toThrow('role.give');
});

test('it goes to nobody outside a practice, to no stranger and not to oneself', async () => {
  const cluster = await aCluster();
  const stranger = await aCluster();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const handTo = (memberId: string) => cluster.as(cluster.coordinator, (scope) => handOver(scope, memberId));
  expect(await handTo(secretary.memberId)).toEqual({ done: false, reason: 'role_needs_a_practice' });
  expect(await handTo(stranger.coordinator.memberId)).toEqual({ done: false, reason: 'no_such_member' });
  expect(await handTo(cluster.coordinator.memberId)).toEqual({ done: false, reason: 'oneself' });
  expect(await cluster.as(cluster.coordinator, async ({ roles }) => roles)).toContain('coordinator');
});

async function aBusyCluster() {
  const cluster = await aCluster({ practices: 2 });
  const held = await aMeeting(cluster, { state: 'held', heldOn: '2026-02-20', title: 'KOL' });
  const ahead = await aMeeting(cluster, { heldOn: '2026-03-20', title: 'Opioider' });
  await owner
    .insertInto('deadline')
    .values({
      clusterId: cluster.clusterId,
      meetingId: ahead.meetingId,
      act: 'venue_numbers',
      offsetDays: -14,
      dueOn: '2026-03-06',
    })
    .execute();
  return { cluster, held, ahead };
}

test('what is to be done is told with the page on which it is done; another cluster has none of it', async () => {
  const { cluster, held, ahead } = await aBusyCluster();
  expect(threeOf((await thingsOf(cluster))!)).toEqual([
    {
      kind: 'close_meeting',
      dueOn: '2026-02-22',
      about: 'KOL',
      count: 1,
      deadline: null,
      path: `/meetings/${held.meetingId}`,
    },
    {
      kind: 'deadline',
      dueOn: '2026-03-06',
      about: 'Opioider',
      count: 1,
      deadline: { act: 'venue_numbers', title: '' },
      path: `/meetings/${ahead.meetingId}/venue`,
    },
  ]);
  const stranger = await aCluster();
  expect(await stranger.as(stranger.coordinator, (scope) => listThings(scope, cluster.clusterId))).toEqual(
    [],
  );
});

test('figures that a meeting should have had are too late after it; those that it agreed to measure again are not', async () => {
  const cluster = await aCluster();
  const { clusterId } = cluster;
  const { meetingId } = await aMeeting(cluster, { state: 'closed', heldOn: '2026-02-20' });
  const planned = (sendOn: string) => {
    const order = { figureOrderId: newId(), clusterId, meetingId, indicators: ['prove'], sendOn };
    return owner.insertInto('figureOrder').values(order).execute();
  };
  await planned('2026-01-10');
  expect(await thingsOf(cluster)).toEqual([]);
  await planned('2026-03-05');
  expect(await thingsOf(cluster)).toMatchObject([{ kind: 'order_without_source', dueOn: '2026-03-05' }]);
});

test('a day that is near is invited to on the page where one invites, and is told of once', async () => {
  const cluster = await aCluster();
  const { meetingId } = await aMeeting(cluster, { state: 'reserved', heldOn: '2026-03-20' });
  const invite = { path: `/meetings/${meetingId}/people` };
  expect(await thingsOf(cluster)).toMatchObject([{ kind: 'confirm_meeting', ...invite }]);
  const due = { act: 'send_invitation', offsetDays: -14, dueOn: '2026-03-06' };
  await owner
    .insertInto('deadline')
    .values({ clusterId: cluster.clusterId, meetingId, ...due })
    .execute();
  expect(await thingsOf(cluster)).toMatchObject([{ kind: 'deadline', ...invite }]);
});

test('on Monday the coordinator gets the things of the week once; who has none gets nothing', async () => {
  const { cluster } = await aBusyCluster();
  const idle = await aCluster();
  await week(new Date('2026-03-01T10:00:00Z'));
  expect(await lettersTo(cluster.coordinator.personId)).toEqual([]);
  await week(new Date('2026-03-02T10:00:00Z'));
  expect(await lettersTo(cluster.coordinator.personId)).toEqual([]);
  await week();
  await week(new Date('2026-03-02T07:30:00Z'));
  expect(await lettersTo(cluster.coordinator.personId)).toMatchObject([
    {
      kind: 'week_ahead',
      facts: { line1: 'Afslut KOL: fremmøde, aftale og referat', line2: 'Meld antal til stedet (Opioider)' },
    },
  ]);
  expect(await lettersTo(idle.coordinator.personId)).toEqual([]);
  expect(await lettersTo(cluster.practices[1]!.doctor.personId)).toEqual([]);
});

test('whom to ring about days is in the letter of the week in which they close, on whatever day; not when all have answered', async () => {
  const ring = 'der ikke har svaret';
  for (const [closesOn, isTold, isNow] of [
    ['2026-03-02', true, true],
    ['2026-03-04', true, false],
    ['2026-03-08', true, false],
    ['2026-03-09', false, false],
  ] as const) {
    const cluster = await aCluster({ practices: 2 });
    const poll = await aPoll(cluster, { closesOn, openedAt: new Date('2026-02-20T10:00:00Z') });
    for (const option of poll.optionIds) await voted(poll, option, cluster.coordinator, 'yes');
    expect((await thingsOf(cluster))?.map(({ kind }) => kind)).toEqual(isNow ? ['ring_round'] : []);
    await week();
    const letters = await lettersTo(cluster.coordinator.personId);
    expect(letters.map(({ facts }) => facts)).toMatchObject(
      isTold ? [{ line1: expect.stringContaining(ring) }] : [],
    );
    const { doctor } = cluster.practices[1]!;
    for (const option of poll.optionIds) await voted(poll, option, doctor, 'no');
    expect(await thingsOf(cluster)).toEqual([]);
  }
});

test('an order that went by itself is taken back once, by a coordinator alone', async () => {
  const cluster = await aCluster();
  const source = await aSource([cluster]);
  const meeting = await aMeeting(cluster);
  const wish = {
    sourceId: source.sourceId,
    indicators: ['prove'],
    remark: '',
    sendOn: '2026-03-01',
    wantedOn: null,
  };
  await cluster.as(cluster.coordinator, (scope) => planOrder(scope, newId(), meeting.meetingId, wish));
  await asSystem(worker, { now: NOW }, followOrders);
  const [doing] = (await cluster.as(cluster.coordinator, listOwnDoings))!;
  expect(doing).toMatchObject({ act: 'figures_ordered', meetingTitle: meeting.title });
  const secretary = await aMember(cluster, { kind: 'secretary' });
  expect(await cluster.as(secretary, (scope) => undoDoing(scope, doing!.ownDoingId))).toEqual({
    done: false,
    reason: 'not_to_be_undone',
  });
  await expect(
    cluster.as(cluster.practices[1]!.doctor, (scope) => undoDoing(scope, doing!.ownDoingId)),
  ).rejects.toThrow('meeting.plan');
  const undo = () => cluster.as(cluster.coordinator, (scope) => undoDoing(scope, doing!.ownDoingId));
  expect(await undo()).toMatchObject({ done: true });
  expect(await undo()).toEqual({ done: false, reason: 'not_to_be_undone' });
  expect(await cluster.as(cluster.practices[1]!.doctor, listOwnDoings)).toEqual([]);
});

test('a poll that was closed by itself is opened again by whoever arranges, while a day is looked for', async () => {
  const cluster = await aCluster();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const poll = await aPoll(cluster, { closesOn: '2026-03-01' });
  const late = await aPoll(cluster, { closesOn: '2026-03-01', days: ['2026-03-03'] });
  await asSystem(worker, { now: NOW }, followPolls);
  const doings = (await cluster.as(secretary, listOwnDoings))!;
  const undo = (meetingId: string) => {
    const closed = doings.find((doing) => doing.act === 'poll_closed' && doing.meetingId === meetingId)!;
    return cluster.as(secretary, (scope) => undoDoing(scope, closed.ownDoingId));
  };
  const openUntil = async (datePollId: string) =>
    (
      await owner
        .selectFrom('datePoll')
        .select(['closesOn', 'closedAt'])
        .where('datePollId', '=', datePollId)
        .execute()
    )[0];
  expect(await undo(poll.meetingId)).toMatchObject({ done: true });
  expect(await openUntil(poll.datePollId)).toEqual({ closesOn: '2026-03-09', closedAt: null });
  expect(await undo(poll.meetingId)).toEqual({ done: false, reason: 'not_to_be_undone' });
  // The first of its days is tomorrow.
  expect(await undo(late.meetingId)).toEqual({ done: false, reason: 'over_already' });
  expect(await openUntil(late.datePollId)).toMatchObject({ closesOn: '2026-03-01' });
});

test('what the sweeps do is told to their cluster alone', async () => {
  const cluster = await aCluster();
  await aMeeting(cluster, { heldOn: '2026-03-01' });
  await asSystem(worker, { now: NOW }, holdMeetings);
  await week();
  const acts = (await cluster.as(cluster.coordinator, listOwnDoings))!.map(({ act }) => act);
  expect(acts.toSorted()).toEqual(['meeting_over', 'week_told']);
  const stranger = await aCluster();
  expect(await stranger.as(stranger.coordinator, listOwnDoings)).toEqual([]);
});

const titlesOf = ({ next, later }: Awaited<ReturnType<typeof listMeetingsAhead>>) => ({
  next: next?.title,
  later: later.map(({ title }) => title),
});

test('the overview tells the next meeting, what waits for the own answer, and what is soon measured again', async () => {
  const cluster = await aCluster({ practices: 2 });
  const { doctor } = cluster.practices[1]!;
  const past = await aMeeting(cluster, { heldOn: '2026-02-01', state: 'held' });
  await aMeeting(cluster, { heldOn: '2026-06-01', title: 'Sommer' });
  const next = await aMeeting(cluster, { heldOn: '2026-03-02', title: 'I dag', invitedAt: NOW });
  await invited(next, doctor);
  await aPoll(cluster);
  const found = async () =>
    cluster.as(doctor, async (scope) => ({
      ...titlesOf(await listMeetingsAhead(scope)),
      answers: await countOwnAnswers(scope),
      due: (await listAgreementsSoon(scope)).map(({ what }) => what),
    }));
  const later = ['Sommer', 'Opioider ved kroniske smerter'];
  expect(await found()).toEqual({ next: 'I dag', later, answers: 2, due: [] });
  const { clusterId } = cluster;
  const agreement = {
    clusterId,
    meetingId: past.meetingId,
    who: 'Alle',
    measure: 'Tal',
    byOn: '2026-02-01',
    madeAt: NOW,
  };
  await owner
    .insertInto('agreement')
    .values([
      { ...agreement, what: 'Snart', measuredAgainOn: '2026-05-01' },
      { ...agreement, what: 'Senere', measuredAgainOn: '2026-05-02' },
      { ...agreement, what: 'Var', measuredAgainOn: '2026-03-01' },
      { ...agreement, what: 'Igen', measuredAgainOn: '2026-03-01', secondMeasureOn: '2026-04-01' },
    ])
    .execute();
  expect(await found()).toMatchObject({ due: ['Igen', 'Snart'] });
  const stranger = await aCluster();
  expect(await stranger.as(stranger.coordinator, listMeetingsAhead)).toEqual({ next: null, later: [] });
  const secretary = await aMember(cluster, { kind: 'secretary' });
  expect(await cluster.as(secretary, countOwnAnswers)).toBe(0);
});
