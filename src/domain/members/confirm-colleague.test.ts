import { expect, test } from 'vitest';
import { aCluster } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { closeAccess } from './close-access.server.ts';
import { confirmColleague } from './confirm-colleague.server.ts';
import {
  aClinic,
  endMembership,
  everythingStored,
  journalOf,
  LATER,
  sees,
  told,
} from './figure-access.fixtures.ts';

type Clinic = Awaited<ReturnType<typeof aClinic>>;
const NOBODY = { done: false, reason: 'no_such_colleague' };

test('a doctor who sees the figures confirms a colleague, in the own name, and those who decide are told', async () => {
  const { cluster, practiceId, doctor, waiting } = await aClinic();
  const { memberId } = waiting.doctor;
  expect(await cluster.as(doctor, (scope) => confirmColleague(scope, memberId))).toMatchObject({
    done: true,
  });
  expect(await sees(cluster, waiting.doctor, practiceId)).toBe(true);
  const stored = owner.selectFrom('figureAccess').selectAll().where('memberId', '=', memberId);
  expect(await stored.executeTakeFirst()).toEqual({
    memberId,
    practiceId,
    openedBy: 'colleague',
    confirmedBy: doctor.memberId,
    openedAt: NOW,
    endedAt: null,
  });
  expect(await journalOf(doctor)).toEqual([`figure_access.confirmed ${memberId}`]);
  const letters = await told(cluster);
  expect(letters).toMatchObject([{ personId: doctor.personId, colleague: 'Bo Bjerre' }]);
  await cluster.as(waiting.doctor, (scope) => confirmColleague(scope, waiting.staff.memberId));
  expect(
    (await told(cluster))
      .slice(letters.length)
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual([doctor.personId, waiting.doctor.personId].sort());
});

test('a colleague who was closed is confirmed anew', async () => {
  const { cluster, practiceId, doctor, waiting } = await aClinic();
  const { memberId } = waiting.doctor;
  await cluster.as(doctor, (scope) => confirmColleague(scope, memberId));
  await cluster.as(doctor, (scope) => closeAccess(scope, memberId));
  const again = await cluster.as(doctor, (scope) => confirmColleague(scope, memberId), { now: LATER });
  expect(again).toMatchObject({ done: true });
  expect(await sees(cluster, waiting.doctor, practiceId)).toBe(true);
});

test.each<[string, (clinic: Clinic) => { token: string }, (clinic: Clinic) => string]>([
  [
    'the coordinator, of another practice',
    ({ cluster }) => cluster.coordinator,
    ({ waiting }) => waiting.doctor.memberId,
  ],
  [
    'somebody who waits, for another who waits',
    ({ waiting }) => waiting.doctor,
    ({ waiting }) => waiting.staff.memberId,
  ],
  [
    'somebody who waits, for oneself',
    ({ waiting }) => waiting.doctor,
    ({ waiting }) => waiting.doctor.memberId,
  ],
  [
    'a doctor, for somebody at another practice',
    ({ doctor }) => doctor,
    ({ cluster }) => cluster.coordinator.memberId,
  ],
  ['a doctor, for somebody who sees already', ({ doctor }) => doctor, ({ doctor }) => doctor.memberId],
  ['a doctor, for nobody at all', ({ doctor }) => doctor, () => newId()],
])('%s confirms nobody', async (_, who, whom) => {
  const clinic = await aClinic();
  const before = await everythingStored();
  const refusal = await clinic.cluster.as(who(clinic), (scope) => confirmColleague(scope, whom(clinic)));
  expect(refusal).toEqual(NOBODY);
  expect(await everythingStored()).toBe(before);
});

test('a trainee and staff who may look confirm nobody', async () => {
  const { cluster, practiceId, doctor, waiting } = await aClinic();
  await owner
    .updateTable('practice')
    .set({ traineesSee: true, staffSee: true })
    .where('practiceId', '=', practiceId)
    .execute();
  for (const who of [waiting.trainee, waiting.staff]) {
    await cluster.as(doctor, (scope) => confirmColleague(scope, who.memberId));
    expect(await sees(cluster, who, practiceId)).toBe(true);
    expect(await cluster.as(who, (scope) => confirmColleague(scope, waiting.doctor.memberId))).toEqual(
      NOBODY,
    );
  }
});

test('who has left is not confirmed, and who has left confirms nobody', async () => {
  const { cluster, doctor, waiting } = await aClinic();
  await endMembership(waiting.doctor);
  expect(await cluster.as(doctor, (scope) => confirmColleague(scope, waiting.doctor.memberId))).toEqual(
    NOBODY,
  );
  await endMembership(doctor);
  expect(await cluster.as(doctor, (scope) => confirmColleague(scope, waiting.staff.memberId))).toBeNull();
});

test('to another cluster the colleagues do not exist', async () => {
  const { waiting } = await aClinic();
  const strangers = await aCluster();
  const before = await everythingStored();
  const refusal = await strangers.as(strangers.coordinator, (scope) =>
    confirmColleague(scope, waiting.doctor.memberId),
  );
  expect(refusal).toEqual(NOBODY);
  expect(await everythingStored()).toBe(before);
});
