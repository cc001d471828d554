import { expect, test } from 'vitest';
import { aCluster } from '#test/build.ts';
import { NOW, newId } from '#test/world.ts';
import { closeAccess } from './close-access.server.ts';
import { confirmColleague } from './confirm-colleague.server.ts';
import { aClinic, everythingStored, journalOf, LATER, sees, told } from './figure-access.fixtures.ts';
import { openFigures } from './open-figures.server.ts';

const NOBODY = { done: false, reason: 'no_such_colleague' };

test('a colleague’s view of the figures is closed at once', async () => {
  const { cluster, practiceId, doctor, waiting } = await aClinic();
  const { memberId } = waiting.doctor;
  await cluster.as(doctor, (scope) => confirmColleague(scope, memberId));
  const now = LATER;
  expect(await cluster.as(doctor, (scope) => closeAccess(scope, memberId), { now })).toMatchObject({
    done: true,
  });
  expect(await sees(cluster, waiting.doctor, practiceId, now)).toBe(false);
  expect(await sees(cluster, doctor, practiceId, now)).toBe(true);
  expect(await journalOf(doctor)).toEqual([
    `figure_access.confirmed ${memberId}`,
    `figure_access.closed ${memberId}`,
  ]);
});

test('one closes for oneself; with the key it opens again, and the colleagues are told', async () => {
  const { cluster, practiceId, doctor, waiting, key } = await aClinic();
  await cluster.as(doctor, (scope) => confirmColleague(scope, waiting.doctor.memberId));
  await cluster.as(doctor, (scope) => closeAccess(scope, doctor.memberId));
  expect(await sees(cluster, doctor, practiceId)).toBe(false);
  const before = (await told(cluster)).length;
  await cluster.as(doctor, (scope) => openFigures(scope, doctor.memberId, key), { now: LATER });
  expect(await sees(cluster, doctor, practiceId)).toBe(true);
  expect((await told(cluster)).slice(before)).toMatchObject([{ personId: waiting.doctor.personId }]);
});

test('nobody closes at another practice, while waiting, as a trainee, or from another cluster', async () => {
  const { cluster, doctor, waiting, key } = await aClinic();
  const strangers = await aCluster();
  await cluster.as(waiting.trainee, (scope) => openFigures(scope, waiting.trainee.memberId, key));
  const before = await everythingStored();
  for (const who of [cluster.coordinator, waiting.doctor, waiting.trainee])
    expect(await cluster.as(who, (scope) => closeAccess(scope, doctor.memberId))).toEqual(NOBODY);
  const stranger = strangers.coordinator;
  expect(await strangers.as(stranger, (scope) => closeAccess(scope, doctor.memberId))).toEqual(NOBODY);
  expect(await cluster.as(doctor, (scope) => closeAccess(scope, cluster.coordinator.memberId))).toEqual(
    NOBODY,
  );
  expect(await cluster.as(doctor, (scope) => closeAccess(scope, newId()))).toEqual(NOBODY);
  expect(await everythingStored()).toBe(before);
});

test('what is closed already is not closed again', async () => {
  const { cluster, doctor, waiting } = await aClinic();
  await cluster.as(doctor, (scope) => confirmColleague(scope, waiting.doctor.memberId));
  await cluster.as(doctor, (scope) => closeAccess(scope, waiting.doctor.memberId), { now: NOW });
  const before = await everythingStored();
  const refusal = await cluster.as(doctor, (scope) => closeAccess(scope, waiting.doctor.memberId), {
    now: LATER,
  });
  expect(refusal).toEqual(NOBODY);
  expect(await everythingStored()).toBe(before);
});
