import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, anIndicator, giveRole, type Somebody } from '#test/build.ts';
import { NOW, newId, owner, web } from '#test/world.ts';
import { changePackage, problemsWith } from './change-package.server.ts';
import { copyPackage } from './copy-package.server.ts';
import { endPackage, resumePackage } from './end-package.server.ts';
import { importPackage } from './import-package.server.ts';
import { loadPackages } from './load-packages.server.ts';
import type { MeetingPackage } from './package.ts';
import { writtenPackage } from './package-file.ts';
import { aPackage } from './packages.fixtures.ts';
import { findOwnPackage, findPackage, listPackages } from './packages.server.ts';

const load = (...packages: MeetingPackage[]) =>
  asSystem(owner, { now: NOW }, (scope) => loadPackages(scope, 'shipped', packages));
const LATER = new Date(NOW.getTime() + 60_000);

async function aClusterWithACopy() {
  await load(aPackage());
  const cluster = await aCluster();
  const copied = await cluster.as(cluster.coordinator, (scope) => copyPackage(scope, 'proeve'));
  if (!copied?.done) throw new Error('The package was not copied.');
  const { ownPackageId } = copied.made;
  const change = (
    stated: Partial<MeetingPackage>,
    seenAt = NOW,
    who: { token: string } = cluster.coordinator,
  ) => cluster.as(who, (scope) => changePackage(scope, ownPackageId, stated, seenAt), { now: LATER });
  const own = () => cluster.as(cluster.coordinator, (scope) => findOwnPackage(scope, ownPackageId));
  return { cluster, ownPackageId, change, own };
}
const titlesIn = (cluster: ACluster, who: { token: string }) =>
  cluster.as(who, async (scope) => (await listPackages(scope)).map(({ title }) => title.da));

test('loading again changes nothing, a new version is taken in, and a package of no file goes', async () => {
  const [one, other] = [aPackage(), aPackage({ key: 'en-anden' })];
  expect(await load(one, other)).toMatchObject({ done: true });
  expect(await load(one, other)).toEqual({ done: true, made: { changed: 0 } });
  expect(await load({ ...one, version: 2, purpose: 'Nyt' })).toEqual({ done: true, made: { changed: 2 } });
  const scope = { db: owner } as never;
  expect(await findPackage(scope, { packageKey: 'proeve' })).toMatchObject({ version: 2, purpose: 'Nyt' });
  expect(await findPackage(scope, { packageKey: 'en-anden' })).toBeNull();
});

test('a library tells in short what each package takes, the cluster’s own first', async () => {
  const { cluster, ownPackageId } = await aClusterWithACopy();
  const listed = await cluster.as(cluster.coordinator, listPackages);
  const { indicators, guests, meetingKind, minutes, summary, title } = aPackage();
  const short = {
    packageKey: 'proeve',
    indicators,
    guests,
    meetingKind,
    minutes,
    summary,
    title,
    leadDays: 28,
  };
  expect(listed).toEqual([
    { ...short, ownPackageId },
    { ...short, ownPackageId: null },
  ]);
});

test('a copy is changed without changing what it was copied from', async () => {
  const { change, own } = await aClusterWithACopy();
  expect(await change({ purpose: 'Vores formål' })).toMatchObject({ done: true });
  expect(await own()).toMatchObject({
    definition: { purpose: 'Vores formål', version: 2 },
    changedAt: LATER,
  });
  expect(await findPackage({ db: owner } as never, { packageKey: 'proeve' })).toEqual(aPackage());
});

test('a change that leaves the package out of order is told, and nothing is stored', async () => {
  const { change, cluster, own } = await aClusterWithACopy();
  const wrong = { minutes: 45, discussion: ['<b>Hvad?</b>'] };
  const problems = await cluster.as(cluster.coordinator, async (scope) =>
    problemsWith(scope, (await own())!, wrong),
  );
  expect(problems).toEqual([expect.objectContaining({ kind: 'html', field: 'discussion.0' })]);
  expect(await change(wrong)).toEqual({ done: false, reason: 'package_broken' });
  expect(await own()).toMatchObject({ definition: aPackage(), changedAt: NOW });
});

test('what somebody else changed meanwhile is not written over', async () => {
  const { change, own } = await aClusterWithACopy();
  await change({ purpose: 'Først' });
  expect(await change({ purpose: 'Sidst' })).toEqual({ done: false, reason: 'changed_meanwhile' });
  expect(await own()).toMatchObject({ definition: { purpose: 'Først' } });
});

test('a package that was taken out is not offered, cannot be changed, and can be taken back', async () => {
  const { change, cluster, ownPackageId, own } = await aClusterWithACopy();
  const as = <T>(work: Parameters<typeof cluster.as<T>>[1]) => cluster.as(cluster.coordinator, work);
  await as((scope) => endPackage(scope, ownPackageId));
  expect(await titlesIn(cluster, cluster.coordinator)).toEqual(['Prøvepakke']);
  expect(await change({ purpose: 'Nyt' })).toEqual({ done: false, reason: 'package_ended' });
  await as((scope) => resumePackage(scope, ownPackageId));
  expect(await titlesIn(cluster, cluster.coordinator)).toHaveLength(2);
  expect(await own()).toMatchObject({ definition: aPackage(), endedAt: null });
});

test('a package that was sent on by one cluster is taken in by another', async () => {
  await anIndicator({ key: 'op1' });
  const cluster = await aCluster();
  const sent = aPackage({ indicators: ['op1'], author: 'Fjordklyngen' });
  const taken = await cluster.as(cluster.coordinator, (scope) =>
    importPackage(scope, cluster.clusterId, writtenPackage(sent)),
  );
  if (!taken?.done) throw new Error('The package was not taken in.');
  const choice = { ownPackageId: taken.made.ownPackageId };
  expect(await cluster.as(cluster.coordinator, (scope) => findPackage(scope, choice))).toEqual(sent);
  expect(
    await cluster.as(cluster.coordinator, (scope) => findOwnPackage(scope, choice.ownPackageId)),
  ).toMatchObject({
    madeFrom: 'Fjordklyngen',
  });
});

test.each([
  ['an indicator that is not there', writtenPackage(aPackage({ indicators: ['nowhere'] }))],
  ['no package at all', 'Hej'],
])('a file with %s is refused, and nothing is stored', async (_, text) => {
  const cluster = await aCluster();
  const taken = await cluster.as(cluster.coordinator, (scope) =>
    importPackage(scope, cluster.clusterId, text),
  );
  expect(taken).toEqual({ done: false, reason: 'package_broken' });
  expect(await countOwn(cluster)).toBe(0);
});

async function countOwn({ clusterId }: ACluster): Promise<number> {
  const rows = await owner
    .selectFrom('ownPackage')
    .select('ownPackageId')
    .where('clusterId', '=', clusterId)
    .execute();
  return rows.length;
}

test('the same copy asked for twice is made once', async () => {
  await load(aPackage());
  const cluster = await aCluster();
  const copy = (commandId: string) =>
    cluster.as(cluster.coordinator, (scope) => copyPackage(scope, 'proeve'), { commandId });
  const commandId = newId();
  expect(await copy(commandId)).toEqual(await copy(commandId));
  expect(await countOwn(cluster)).toBe(1);
});

test('a second copy can be told from the first', async () => {
  const { cluster } = await aClusterWithACopy();
  await cluster.as(cluster.coordinator, (scope) => copyPackage(scope, 'proeve'));
  expect(await titlesIn(cluster, cluster.coordinator)).toEqual([
    'Prøvepakke',
    'Prøvepakke (2)',
    'Prøvepakke',
  ]);
});

test('what is not there is refused', async () => {
  const { cluster } = await aClusterWithACopy();
  const as = <T>(work: Parameters<typeof cluster.as<T>>[1]) => cluster.as(cluster.coordinator, work);
  const refusal = { done: false, reason: 'no_such_package' };
  expect(await as((scope) => copyPackage(scope, 'nowhere'))).toEqual(refusal);
  expect(await as((scope) => changePackage(scope, newId(), {}, NOW))).toEqual(refusal);
  expect(await as((scope) => endPackage(scope, newId()))).toEqual(refusal);
});

test('to another cluster a cluster’s own package does not exist', async () => {
  const { ownPackageId, own } = await aClusterWithACopy();
  const strangers = await aCluster();
  const as = <T>(work: Parameters<typeof strangers.as<T>>[1]) => strangers.as(strangers.coordinator, work);
  expect(await as((scope) => findPackage(scope, { ownPackageId }))).toBeNull();
  expect(await titlesIn(strangers, strangers.coordinator)).toEqual(['Prøvepakke']);
  for (const act of [
    (scope: Parameters<Parameters<typeof as>[0]>[0]) =>
      changePackage(scope, ownPackageId, { purpose: 'Vores' }, NOW),
    (scope: Parameters<Parameters<typeof as>[0]>[0]) => endPackage(scope, ownPackageId),
  ])
    expect(await as(act)).toEqual({ done: false, reason: 'no_such_package' });
  expect(await own()).toMatchObject({ definition: aPackage(), endedAt: null });
});

test('only those who lead the cluster keep packages; everybody of it may look', async () => {
  const { change, cluster, own } = await aClusterWithACopy();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const [, doctor] = cluster.practices.map((practice) => practice.doctor);
  for (const who of [secretary, doctor as Somebody]) {
    await expect(change({ purpose: 'Mit' }, NOW, who)).rejects.toThrow(NotPermitted);
    await expect(cluster.as(who, (scope) => copyPackage(scope, 'proeve'))).rejects.toThrow(NotPermitted);
    expect(await titlesIn(cluster, who)).toHaveLength(2);
  }
  expect(await own()).toMatchObject({ changedAt: NOW });
  await giveRole(cluster.clusterId, 'board', (doctor as Somebody).memberId);
  expect(await change({ purpose: 'Bestyrelsens' }, NOW, doctor as Somebody)).toMatchObject({ done: true });
});

test('past the application, the database lets a member who does not lead write no package', async () => {
  const { cluster, ownPackageId, own } = await aClusterWithACopy();
  const [, doctor] = cluster.practices.map((practice) => practice.doctor);
  const write = cluster.as(doctor!, ({ db }) =>
    db
      .updateTable('ownPackage')
      .set({ endedAt: NOW })
      .where('ownPackageId', '=', ownPackageId)
      .executeTakeFirst(),
  );
  expect(await write).toMatchObject({ numUpdatedRows: 0n });
  const keep = cluster.as(doctor!, ({ clusterId, db, now }) => {
    const own = { packageKey: 'min', definition: JSON.stringify(aPackage()), changedAt: now };
    return db
      .insertInto('ownPackage')
      .values({ clusterId, ownPackageId: newId(), ...own })
      .execute();
  });
  await expect(keep).rejects.toThrow(/row-level security/);
  expect(await own()).toMatchObject({ endedAt: null });
  await expect(web.deleteFrom('package').execute()).rejects.toThrow(/permission denied/);
});
