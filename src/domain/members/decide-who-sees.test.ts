import { expect, test } from 'vitest';
import { aCluster } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import { confirmColleague } from './confirm-colleague.server.ts';
import { decideWhoSees } from './decide-who-sees.server.ts';
import { aClinic, everythingStored, journalOf, sees } from './figure-access.fixtures.ts';

const BOTH = { trainees: true, staff: true };
const NOT_YOURS = { done: false, reason: 'not_yours_to_decide' };

test.each([
  { trainees: false, staff: false },
  { trainees: true, staff: false },
  { trainees: false, staff: true },
  BOTH,
])('of the confirmed, trainees and staff see the figures as the practice says: %j', async (wish) => {
  const { cluster, practiceId, doctor, waiting } = await aClinic();
  await owner
    .updateTable('practice')
    .set({ traineesSee: !wish.trainees, staffSee: !wish.staff })
    .where('practiceId', '=', practiceId)
    .execute();
  for (const { memberId } of [waiting.trainee, waiting.staff])
    await cluster.as(doctor, (scope) => confirmColleague(scope, memberId));
  expect(await cluster.as(doctor, (scope) => decideWhoSees(scope, practiceId, wish))).toMatchObject({
    done: true,
  });
  expect(await sees(cluster, waiting.trainee, practiceId)).toBe(wish.trainees);
  expect(await sees(cluster, waiting.staff, practiceId)).toBe(wish.staff);
  expect((await journalOf(doctor)).at(-1)).toBe(`practice.decided ${practiceId}`);
});

test('who is not confirmed sees nothing, whatever the practice says', async () => {
  const { cluster, practiceId, doctor, waiting } = await aClinic();
  await cluster.as(doctor, (scope) => decideWhoSees(scope, practiceId, BOTH));
  for (const who of Object.values(waiting)) expect(await sees(cluster, who, practiceId)).toBe(false);
});

test('nobody decides for another practice, while waiting, as a trainee or staff, or from another cluster', async () => {
  const { cluster, practiceId, doctor, waiting } = await aClinic();
  for (const { memberId } of [waiting.trainee, waiting.staff])
    await cluster.as(doctor, (scope) => confirmColleague(scope, memberId));
  await cluster.as(doctor, (scope) => decideWhoSees(scope, practiceId, BOTH));
  const strangers = await aCluster();
  const before = await everythingStored();
  const shut = { trainees: false, staff: false };
  for (const who of [cluster.coordinator, waiting.doctor, waiting.trainee, waiting.staff])
    expect(await cluster.as(who, (scope) => decideWhoSees(scope, practiceId, shut))).toEqual(NOT_YOURS);
  const stranger = strangers.coordinator;
  expect(await strangers.as(stranger, (scope) => decideWhoSees(scope, practiceId, shut))).toEqual(NOT_YOURS);
  expect(await cluster.as(doctor, (scope) => decideWhoSees(scope, newId(), shut))).toEqual(NOT_YOURS);
  expect(await everythingStored()).toBe(before);
});
