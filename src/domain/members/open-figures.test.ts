import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { aCluster, aMember } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import {
  aClinic,
  aKey,
  endMembership,
  everythingStored,
  journalOf,
  sees,
  told,
} from './figure-access.fixtures.ts';
import { openFigures } from './open-figures.server.ts';

const opening = (memberId: string, key: string) => (scope: Parameters<typeof openFigures>[0]) =>
  openFigures(scope, memberId, key);

test('the practice’s key, typed by hand, opens its figures to one member, and its doctors are told', async () => {
  const { cluster, practiceId, doctor, waiting, key } = await aClinic();
  const typed = ` ${key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
  const opened = await cluster.as(waiting.doctor, opening(waiting.doctor.memberId, typed));
  expect(opened).toMatchObject({ done: true });
  expect(await sees(cluster, waiting.doctor, practiceId)).toBe(true);
  expect(await sees(cluster, waiting.trainee, practiceId)).toBe(false);
  expect(await journalOf(waiting.doctor)).toEqual([`figure_access.opened ${waiting.doctor.memberId}`]);
  expect(await told(cluster)).toEqual([
    {
      personId: doctor.personId,
      colleague: 'Bo Bjerre',
      practice: expect.stringContaining('Lægehuset'),
      target: `/c/${cluster.clusterId}/practice`,
    },
  ]);
});

test.each([
  ['a key that was never made', async () => '2222-3333-4444-5555'],
  ['something that is no key', async () => 'åbn nu'],
  ['nothing', async () => ''],
  ['another practice’s key', async (clinic: Clinic) => aKey(clinic.cluster.practices[0]!.practiceId)],
  [
    'a key that has been replaced',
    async (clinic: Clinic) => {
      await aKey(clinic.practiceId);
      return clinic.key;
    },
  ],
])('%s opens nothing and stores nothing', async (_, wrong) => {
  const clinic = await aClinic();
  const { cluster, practiceId, waiting } = clinic;
  const typed = await wrong(clinic);
  const before = await everythingStored();
  const refusal = await cluster.as(waiting.doctor, opening(waiting.doctor.memberId, typed));
  expect(refusal).toEqual({ done: false, reason: 'wrong_key' });
  expect(await everythingStored()).toBe(before);
  expect(await sees(cluster, waiting.doctor, practiceId)).toBe(false);
});
type Clinic = Awaited<ReturnType<typeof aClinic>>;

test('after ten wrong keys within an hour not even the right one opens; an hour later it does', async () => {
  const { cluster, practiceId, waiting, key } = await aClinic();
  const trying = (typed: string, minutes: number) =>
    cluster.as(waiting.doctor, opening(waiting.doctor.memberId, typed), {
      now: new Date(NOW.getTime() + minutes * 60_000),
    });
  for (let minute = 0; minute < 10; minute += 1)
    expect(await trying('2222-3333-4444-5555', minute)).toEqual({ done: false, reason: 'wrong_key' });
  expect(await trying(key, 59)).toEqual({ done: false, reason: 'too_many_tries' });
  expect(await sees(cluster, waiting.doctor, practiceId)).toBe(false);
  expect(await trying(key, 121)).toMatchObject({ done: true });
});

test('nobody opens for somebody else, after the membership has ended, or without belonging to a practice', async () => {
  const { cluster, doctor, waiting, key } = await aClinic();
  const before = await everythingStored();
  const notOfAPractice = { done: false, reason: 'not_of_a_practice' };
  expect(await cluster.as(cluster.coordinator, opening(waiting.doctor.memberId, key))).toEqual(
    notOfAPractice,
  );
  expect(await cluster.as(doctor, opening(newId(), key))).toEqual(notOfAPractice);
  expect(await everythingStored()).toBe(before);
  const secretary = await aMember(cluster, { kind: 'secretary' });
  await expect(cluster.as(secretary, opening(secretary.memberId, key))).rejects.toThrow(NotPermitted);
  await endMembership(waiting.doctor);
  expect(await cluster.as(waiting.doctor, opening(waiting.doctor.memberId, key))).toBeNull();
});

test('to a stranger neither the practice nor its key exists', async () => {
  const { cluster, waiting, key } = await aClinic();
  const { coordinator: stranger, ...elsewhere } = await aCluster();
  expect(await cluster.as(stranger, opening(waiting.doctor.memberId, key))).toBeNull();
  expect(await elsewhere.as(stranger, opening(waiting.doctor.memberId, key))).toEqual({
    done: false,
    reason: 'not_of_a_practice',
  });
  expect(await elsewhere.as(stranger, opening(stranger.memberId, key))).toEqual({
    done: false,
    reason: 'wrong_key',
  });
});

test('a trainee who holds the key sees nothing until the practice lets its trainees, and the doctors know', async () => {
  const { cluster, practiceId, doctor, waiting, key } = await aClinic();
  expect(await cluster.as(waiting.trainee, opening(waiting.trainee.memberId, key))).toMatchObject({
    done: true,
  });
  expect(await sees(cluster, waiting.trainee, practiceId)).toBe(false);
  expect((await told(cluster)).filter(({ colleague }) => colleague === 'Tea Toft')).toMatchObject([
    { personId: doctor.personId },
  ]);
  await owner
    .updateTable('practice')
    .set({ traineesSee: true })
    .where('practiceId', '=', practiceId)
    .execute();
  expect(await sees(cluster, waiting.trainee, practiceId)).toBe(true);
});

test('a form sent twice opens once and tells once', async () => {
  const { cluster, waiting, key } = await aClinic();
  const commandId = newId();
  for (let times = 0; times < 2; times += 1) {
    const opened = await cluster.as(waiting.staff, opening(waiting.staff.memberId, key), { commandId });
    expect(opened).toMatchObject({ done: true });
  }
  expect(await told(cluster)).toHaveLength(1);
});

test('the first to open a practice tells nobody', async () => {
  const cluster = await aCluster({ practices: 1 });
  const { practiceId, doctor } = cluster.practices[0]!;
  await owner.deleteFrom('figureAccess').where('practiceId', '=', practiceId).execute();
  const opened = await cluster.as(doctor, opening(doctor.memberId, await aKey(practiceId)));
  expect(opened).toMatchObject({ done: true });
  expect(await told(cluster)).toEqual([]);
});
