import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { aMemberLink, byLink } from '#domain/polls/polls.fixtures.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { aCluster, aMember } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { aMeeting } from './meetings.fixtures.ts';
import { listOpenOwnActions, listOwnActions } from './own-actions.server.ts';
import { settleAction } from './resolve.server.ts';
import { settleOwnAction } from './settle-own-action.server.ts';

type Wish = { sentence?: string; kind?: 'action' | 'decision'; doneAt?: Date | null; dueOn?: string | null };

/** A meeting that is over, and a doctor who has taken on what is wished; a colleague has taken on nothing. */
async function aDoctorWhoTookOn(state: 'confirmed' | 'held' | 'closed' = 'closed') {
  const cluster = await aCluster({ practices: 3 });
  const meeting = await aMeeting(cluster, { state, title: 'KOL' });
  const [doctor, colleague] = [cluster.practices[1]!.doctor, cluster.practices[2]!.doctor];
  const taken = async (wish: Wish = {}, who = doctor) => {
    const resolutionId = newId();
    const { clusterId, meetingId } = meeting;
    const said = { kind: 'action', sentence: 'Skriv til apoteket', dueOn: null, doneAt: null, ...wish };
    await owner
      .insertInto('resolution')
      .values({ clusterId, meetingId, resolutionId, ...said, ownerId: who.memberId, madeAt: NOW })
      .execute();
    return resolutionId;
  };
  const settle = (resolutionId: string, isDone: boolean, who = doctor) =>
    cluster.as(who, (scope) => settleOwnAction(scope, resolutionId, isDone));
  return { cluster, colleague, doctor, meeting, settle, taken };
}
const doneAt = async (resolutionId: string) =>
  (
    await owner
      .selectFrom('resolution')
      .select('doneAt')
      .where('resolutionId', '=', resolutionId)
      .executeTakeFirstOrThrow()
  ).doneAt;
const NOT_YOURS = { done: false, reason: 'not_yours_to_settle' };

test('whoever took on an action says that it is done, and that it is not after all', async () => {
  const { settle, taken } = await aDoctorWhoTookOn();
  const action = await taken();
  expect(await settle(action, true)).toMatchObject({ done: true });
  expect(await doneAt(action)).toEqual(NOW);
  expect(await settle(action, true)).toEqual(NOT_YOURS);
  expect(await settle(action, false)).toMatchObject({ done: true });
  expect(await doneAt(action)).toBeNull();
});

test('so by the link of a mail, without signing in', async () => {
  const { cluster, doctor, taken } = await aDoctorWhoTookOn();
  const action = await taken();
  const link = await aMemberLink(cluster, doctor);
  const through = <T>(work: (scope: AnsweringScope) => Promise<T>) => byLink(link, work);
  expect((await through(listOwnActions))?.map(({ resolutionId }) => resolutionId)).toEqual([action]);
  expect(await through((scope) => settleOwnAction(scope, action, true))).toMatchObject({ done: true });
  expect(await doneAt(action)).toEqual(NOW);
  const { event } = await owner
    .selectFrom('journal')
    .select('event')
    .where('subject', '=', action)
    .executeTakeFirstOrThrow();
  expect(event).toBe('resolution.done');
});

test('another’s action stays with those who write the minutes', async () => {
  const { cluster, colleague, settle, taken } = await aDoctorWhoTookOn();
  const action = await taken();
  expect(await settle(action, true, colleague)).toEqual(NOT_YOURS);
  expect(await settle(action, true, cluster.coordinator)).toEqual(NOT_YOURS);
  expect(await doneAt(action)).toBeNull();
  await expect(cluster.as(colleague, (scope) => settleAction(scope, action, true))).rejects.toThrow(
    NotPermitted,
  );
  const written = await cluster.as(cluster.coordinator, (scope) => settleAction(scope, action, true));
  expect(written).toMatchObject({ done: true });
});

test('to another cluster the action does not exist, also to whoever took on one there', async () => {
  const { taken } = await aDoctorWhoTookOn();
  const action = await taken();
  const strangers = await aDoctorWhoTookOn();
  await strangers.taken();
  expect(await strangers.settle(action, true)).toEqual(NOT_YOURS);
  expect(await doneAt(action)).toBeNull();
});

test('whoever has left the cluster settles nothing by an old link', async () => {
  const { cluster, doctor, taken } = await aDoctorWhoTookOn();
  const action = await taken();
  const link = await aMemberLink(cluster, doctor);
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-01)' })
    .where('memberId', '=', doctor.memberId)
    .execute();
  expect(await byLink(link, (scope) => settleOwnAction(scope, action, true))).toBeNull();
  expect(await doneAt(action)).toBeNull();
});

test.each([
  ['a decision', 'closed', { kind: 'decision' }],
  ['an action of a meeting that is still ahead', 'confirmed', {}],
] as const)('%s is nothing to settle', async (_, state, wish) => {
  const { cluster, doctor, settle, taken } = await aDoctorWhoTookOn(state);
  const resolutionId = await taken(wish);
  expect(await cluster.as(doctor, listOwnActions)).toEqual([]);
  expect(await settle(resolutionId, true)).toEqual(NOT_YOURS);
});

test('the own page tells the own actions: open ones by their day, then what was done in the last fortnight', async () => {
  const { cluster, colleague, doctor, taken } = await aDoctorWhoTookOn('held');
  const days = (n: number) => new Date(NOW.getTime() - n * 86_400_000);
  await taken({ sentence: 'Uden dag' });
  await taken({ sentence: 'Gjort i forgårs', doneAt: days(2) });
  await taken({ sentence: 'Gjort for længe siden', doneAt: days(15) });
  await taken({ sentence: 'Til maj', dueOn: '2026-05-01' });
  await taken({ sentence: 'Til april', dueOn: '2026-04-01' });
  await taken({ sentence: 'Kollegaens' }, colleague);
  const sentences = (actions: { sentence: string }[] | null) => actions?.map(({ sentence }) => sentence);
  expect(sentences(await cluster.as(doctor, listOwnActions))).toEqual([
    'Til april',
    'Til maj',
    'Uden dag',
    'Gjort i forgårs',
  ]);
  expect(sentences(await cluster.as(doctor, listOpenOwnActions))).toEqual([
    'Til april',
    'Til maj',
    'Uden dag',
  ]);
});

test('a secretary, who answers for nobody, settles what they took on', async () => {
  const { cluster, settle, taken } = await aDoctorWhoTookOn();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const action = await taken({}, secretary);
  expect(await settle(action, true, secretary)).toMatchObject({ done: true });
});
