import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, giveRole as given } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import { changeMembership } from './change-membership.server.ts';
import { endMembership } from './end-membership.server.ts';
import { endPractice } from './end-practice.server.ts';
import { giveClinicRole, giveRole } from './give-role.server.ts';
import { findMember, listHoldings, listMembers } from './members.server.ts';
import { takeRole } from './take-role.server.ts';

const rolesNow = (cluster: ACluster, who: { token: string }) => cluster.as(who, async ({ roles }) => roles);

/** A cluster, its coordinator's way in, and the doctor of its second practice. */
async function aPair() {
  const cluster = await aCluster();
  const doctor = cluster.practices[1]!.doctor;
  const lead = <T>(work: (scope: ClusterScope) => Promise<T>) => cluster.as(cluster.coordinator, work);
  return { cluster, doctor, lead, practice: cluster.practices[1]! };
}

test('several coordinate, and each takes a role from the other', async () => {
  const { cluster, doctor, lead } = await aPair();
  expect(await lead((scope) => giveRole(scope, doctor.memberId, 'coordinator'))).toMatchObject({
    done: true,
  });
  expect(await rolesNow(cluster, doctor)).toEqual(['coordinator', 'member']);
  const own = (await lead(listHoldings))?.find(({ memberId }) => memberId === cluster.coordinator.memberId);
  expect(await cluster.as(doctor, (scope) => takeRole(scope, own!.roleHoldingId))).toMatchObject({
    done: true,
  });
  expect(await rolesNow(cluster, cluster.coordinator)).toEqual(['member']);
});

test('a whole clinic coordinates: its doctors, also later ones, and never its staff', async () => {
  const { cluster, doctor, lead, practice } = await aPair();
  await lead((scope) => giveClinicRole(scope, practice.practiceId));
  const later = await aMember(cluster, { practiceId: practice.practiceId });
  const staff = await aMember(cluster, { practiceId: practice.practiceId, kind: 'staff' });
  const coordinates = async (who: { token: string }) =>
    (await rolesNow(cluster, who))?.includes('coordinator');
  expect([await coordinates(doctor), await coordinates(later), await coordinates(staff)]).toEqual([
    true,
    true,
    false,
  ]);
});

test('the last coordinator stays one', async () => {
  const { cluster, lead } = await aPair();
  const [own] = (await lead(listHoldings)) ?? [];
  expect(await lead((scope) => takeRole(scope, own!.roleHoldingId))).toEqual({
    done: false,
    reason: 'last_coordinator',
  });
  // Roles other than the coordinator's may all end.
  await given(cluster.clusterId, 'board', cluster.coordinator.memberId);
  const board = (await lead(listHoldings))?.find(({ role }) => role === 'board');
  expect(await lead((scope) => takeRole(scope, board!.roleHoldingId))).toMatchObject({ done: true });
});

test('two coordinators who take the role from each other leave one', async () => {
  const { cluster, doctor, lead } = await aPair();
  await given(cluster.clusterId, 'coordinator', doctor.memberId);
  const holdings = (await lead(listHoldings)) ?? [];
  const of = (memberId: string) => holdings.find((one) => one.memberId === memberId)!.roleHoldingId;
  // The first has taken the role, and its transaction is still open, when the second asks.
  let finish = () => {};
  const open = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const first = cluster.as(doctor, async (scope) => {
    const taken = await takeRole(scope, of(cluster.coordinator.memberId));
    await open;
    return taken;
  });
  const second = lead((scope) => takeRole(scope, of(doctor.memberId)));
  await Promise.race([second, untilSomebodyWaits()]);
  finish();
  const outcomes = await Promise.all([first, second]);
  expect(outcomes.filter((outcome) => outcome?.done)).toHaveLength(1);
});

test('nobody ends the own membership or the own practice, so that somebody always closes the door', async () => {
  const { cluster, lead } = await aPair();
  const { memberId } = cluster.coordinator;
  const practice = cluster.practices[0]!;
  const refusals = [
    await lead((scope) => endMembership(scope, memberId)),
    await lead((scope) =>
      changeMembership(scope, memberId, { kind: 'staff', practiceId: practice.practiceId }),
    ),
    await lead((scope) => endPractice(scope, practice.practiceId)),
  ];
  expect(refusals.map((one) => one && 'reason' in one && one.reason)).toEqual([
    'own_membership',
    'own_membership',
    'own_practice',
  ]);
});

test('the last clinic that coordinates neither leaves nor loses its doctor', async () => {
  const { cluster, doctor, lead, practice } = await aPair();
  await lead((scope) => giveClinicRole(scope, practice.practiceId));
  const helper = await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId });
  const [own] = (await lead(listHoldings))?.filter((one) => one.memberId !== null) ?? [];
  await cluster.as(doctor, (scope) => takeRole(scope, own!.roleHoldingId));
  await given(cluster.clusterId, 'board', helper.memberId);
  const last = { done: false, reason: 'last_coordinator' };
  const clinic = (await cluster.as(doctor, listHoldings))?.find((one) => one.practiceId);
  expect(await cluster.as(doctor, (scope) => takeRole(scope, clinic!.roleHoldingId))).toEqual(last);
});

test('a membership that ends takes its roles along, and the person is out at once', async () => {
  const { cluster, doctor, lead } = await aPair();
  await lead((scope) => giveRole(scope, doctor.memberId, 'treasurer'));
  expect(await lead((scope) => endMembership(scope, doctor.memberId))).toMatchObject({ done: true });
  expect(await rolesNow(cluster, doctor)).toBeNull();
  expect((await lead(listHoldings))?.map(({ role }) => role)).toEqual(['coordinator']);
  expect(await lead((scope) => endMembership(scope, doctor.memberId))).toEqual({
    done: false,
    reason: 'no_such_member',
  });
});

test('a practice that leaves takes its people along', async () => {
  const { cluster, doctor, lead, practice } = await aPair();
  await lead((scope) => giveClinicRole(scope, practice.practiceId));
  expect(await lead((scope) => endPractice(scope, practice.practiceId))).toMatchObject({ done: true });
  expect(await rolesNow(cluster, doctor)).toBeNull();
  expect((await lead(listMembers))?.map(({ memberId }) => memberId)).toEqual([cluster.coordinator.memberId]);
});

test('another kind is another membership with the same roles', async () => {
  const { cluster, doctor, lead, practice } = await aPair();
  await lead((scope) => giveRole(scope, doctor.memberId, 'board'));
  const changed = await lead((scope) =>
    changeMembership(scope, doctor.memberId, { kind: 'trainee', practiceId: practice.practiceId }),
  );
  const memberId = changed?.done ? changed.made.memberId : '';
  expect(memberId).not.toBe(doctor.memberId);
  expect(await lead((scope) => findMember(scope, memberId))).toMatchObject({ kind: 'trainee' });
  expect(await rolesNow(cluster, doctor)).toEqual(['board', 'member']);
});

test('whoever becomes bought help leaves the practice and the roles behind', async () => {
  const { cluster, doctor, lead, practice } = await aPair();
  await lead((scope) => giveRole(scope, doctor.memberId, 'board'));
  await lead((scope) =>
    changeMembership(scope, doctor.memberId, { kind: 'secretary', practiceId: practice.practiceId }),
  );
  expect(await rolesNow(cluster, doctor)).toEqual(['secretary']);
});

const wishes: [string, string, (c: ACluster) => [string, Parameters<typeof changeMembership>[2]]][] = [
  ['nobody', 'no_such_member', () => [newId(), { kind: 'staff', practiceId: null }]],
  [
    'no practice',
    'practice_missing',
    (c) => [c.practices[1]!.doctor.memberId, { kind: 'doctor', practiceId: null }],
  ],
  [
    'a strange practice',
    'practice_missing',
    (c) => [c.practices[1]!.doctor.memberId, { kind: 'doctor', practiceId: newId() }],
  ],
  [
    'what they are',
    'nothing_changed',
    (c) => [c.practices[1]!.doctor.memberId, { kind: 'doctor', practiceId: c.practices[1]!.practiceId }],
  ],
];
test.each(wishes)('to %s nobody is changed: %s', async (_, reason, wish) => {
  const cluster = await aCluster();
  const [memberId, position] = wish(cluster);
  const changed = await cluster.as(cluster.coordinator, (scope) =>
    changeMembership(scope, memberId, position),
  );
  expect(changed).toEqual({ done: false, reason });
});

test('bought help and consultants are given no role, and nobody the same role twice', async () => {
  const { cluster, doctor, lead } = await aPair();
  const helpers = [
    await aMember(cluster, { kind: 'secretary' }),
    await aMember(cluster, { kind: 'consultant' }),
  ];
  for (const { memberId } of helpers)
    expect(await lead((scope) => giveRole(scope, memberId, 'board'))).toEqual({
      done: false,
      reason: 'role_needs_a_practice',
    });
  await lead((scope) => giveRole(scope, doctor.memberId, 'board'));
  expect(await lead((scope) => giveRole(scope, doctor.memberId, 'board'))).toEqual({
    done: false,
    reason: 'role_held_already',
  });
});

test('whose role does not allow it changes nothing', async () => {
  const { cluster, doctor, lead, practice } = await aPair();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const [own] = (await lead(listHoldings)) ?? [];
  const tries: ((scope: ClusterScope) => Promise<unknown>)[] = [
    (scope) => giveRole(scope, doctor.memberId, 'coordinator'),
    (scope) => giveClinicRole(scope, practice.practiceId),
    (scope) => takeRole(scope, own!.roleHoldingId),
    (scope) => endMembership(scope, cluster.coordinator.memberId),
    (scope) => endPractice(scope, cluster.practices[0]!.practiceId),
    (scope) => changeMembership(scope, cluster.coordinator.memberId, { kind: 'secretary', practiceId: null }),
  ];
  const before = await everything(cluster);
  for (const who of [doctor, secretary])
    for (const attempt of tries) await expect(cluster.as(who, attempt)).rejects.toThrow(NotPermitted);
  expect(await everything(cluster)).toEqual(before);
});

test('in another cluster there is nobody to change', async () => {
  const { cluster, doctor } = await aPair();
  const other = await aCluster();
  const [own] = (await cluster.as(cluster.coordinator, listHoldings)) ?? [];
  const outcomes = await other.as(other.coordinator, async (scope) => [
    await giveRole(scope, doctor.memberId, 'board'),
    await takeRole(scope, own!.roleHoldingId),
    await endMembership(scope, doctor.memberId),
    await endPractice(scope, cluster.practices[1]!.practiceId),
  ]);
  expect(outcomes?.map((one) => !one.done && one.reason)).toEqual([
    'no_such_member',
    'role_not_held',
    'no_such_member',
    'no_such_practice',
  ]);
});

/** Until a transaction of this database waits for another's lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and not l.granted`.execute(owner);
    if (rows.length > 0) return;
  }
}

async function everything({ clusterId }: ACluster) {
  const members = await owner.selectFrom('member').selectAll().where('clusterId', '=', clusterId).execute();
  const roles = await owner
    .selectFrom('roleHolding')
    .selectAll()
    .where('clusterId', '=', clusterId)
    .execute();
  return { members, roles };
}
