import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type ACluster, aDelivery, anIndicator, aPerson, aSource, type Somebody } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { closeAccess } from './close-access.server.ts';
import { confirmColleague } from './confirm-colleague.server.ts';
import { decideWhoSees } from './decide-who-sees.server.ts';
import { aClinic, everythingStored, sees } from './figure-access.fixtures.ts';
import { openFigures } from './open-figures.server.ts';

/** A clinic with a figure that its confirmed doctor reads, so that there is something to gain. */
async function aClinicWithAFigure() {
  const clinic = await aClinic();
  await anIndicator();
  const source = await aSource([clinic.cluster]);
  await aDelivery(source, [{ practiceId: clinic.practiceId, numerator: 37, denominator: 211 }]);
  expect(await figuresSeenBy(clinic.cluster, clinic.doctor)).toBe(1);
  return clinic;
}

/** The coordinator's own hand in the tables: what the web login lets her write, without any of our code. */
async function invited(cluster: ACluster, practiceId: string, kind = 'doctor'): Promise<Somebody> {
  const person = await aPerson('Koordinatorens anden adresse');
  const memberId = newId();
  const { clusterId, isExample } = cluster;
  const member = { clusterId, memberId, personId: person.personId, practiceId, isExample, kind };
  await cluster.as(cluster.coordinator, ({ db }) =>
    db
      .insertInto('member')
      .values({ ...member, valid: '[2026-01-01,)', invitedAt: NOW })
      .execute(),
  );
  return { ...person, memberId };
}

async function figuresSeenBy(cluster: ACluster, who: Somebody): Promise<number> {
  const rows = await cluster.as(who, ({ db }) => db.selectFrom('measurement').selectAll().execute());
  return rows?.length ?? 0;
}

test('a coordinator who invites a second address to the practice gains no figure', async () => {
  const { cluster, practiceId, doctor } = await aClinicWithAFigure();
  const second = await invited(cluster, practiceId);
  const third = await invited(cluster, practiceId);
  await cluster.as(second, (scope) => openFigures(scope, second.memberId, '2222-3333-4444-5555'));
  for (const who of [cluster.coordinator, second, third]) {
    await cluster.as(who, (scope) => confirmColleague(scope, second.memberId));
    await cluster.as(who, (scope) => closeAccess(scope, doctor.memberId));
    await cluster.as(who, (scope) => decideWhoSees(scope, practiceId, { trainees: true, staff: true }));
    expect(await sees(cluster, who, practiceId)).toBe(false);
    expect(await figuresSeenBy(cluster, who)).toBe(0);
  }
  expect(await sees(cluster, doctor, practiceId)).toBe(true);
});

test.each<
  [string, (scope: ClusterScope, own: Somebody, practiceId: string, doctor: Somebody) => Promise<unknown>]
>([
  [
    'as opened by the key',
    ({ db }, { memberId }, practiceId) =>
      db
        .insertInto('figureAccess')
        .values({ memberId, practiceId, openedBy: 'key', openedAt: NOW })
        .execute(),
  ],
  [
    'as confirmed by the practice’s doctor',
    ({ db }, { memberId }, practiceId, doctor) =>
      db
        .insertInto('figureAccess')
        .values({ memberId, practiceId, openedBy: 'colleague', confirmedBy: doctor.memberId, openedAt: NOW })
        .execute(),
  ],
  [
    'as confirmed by oneself',
    ({ db }, { memberId }, practiceId) =>
      db
        .insertInto('figureAccess')
        .values({ memberId, practiceId, openedBy: 'colleague', confirmedBy: memberId, openedAt: NOW })
        .execute(),
  ],
  [
    'with a key of one’s own making',
    ({ db }, _, practiceId) =>
      sql`insert into practice_key (practice_id, key_hash, made_at) values (${practiceId}, hash_of('A'), now())`.execute(
        db,
      ),
  ],
])('no row that an insider writes past our code opens the figures: %s', async (_, write) => {
  const { cluster, practiceId, doctor } = await aClinicWithAFigure();
  const second = await invited(cluster, practiceId);
  const before = await everythingStored();
  await expect(cluster.as(second, (scope) => write(scope, second, practiceId, doctor))).rejects.toThrow(
    /row-level security|permission denied/,
  );
  expect(await everythingStored()).toBe(before);
});

test('neither a coordinator nor her source makes a key for a practice', async () => {
  const { cluster, practiceId } = await aClinicWithAFigure();
  const own = await aSource([cluster], { isTrusted: false });
  const make = sql<{
    made: boolean;
  }>`select make_practice_key(${practiceId}::uuid, '2222-3333-4444-5555') as made`;
  const answers = [
    await cluster.as(cluster.coordinator, ({ db }) => make.execute(db)),
    await own.as(({ db }) => make.execute(db)),
  ];
  expect(answers.map((answer) => answer?.rows[0]?.made)).toEqual([false, false]);
});

test('who is ended and invited again must be confirmed again', async () => {
  const { cluster, practiceId, doctor } = await aClinicWithAFigure();
  await cluster.as(cluster.coordinator, ({ db }) =>
    sql`update member set valid = daterange(lower(valid), current_day()) where member_id = ${doctor.memberId}`.execute(
      db,
    ),
  );
  const { clusterId, isExample } = cluster;
  const memberId = newId();
  const member = { clusterId, memberId, personId: doctor.personId, practiceId, isExample, kind: 'doctor' };
  await cluster.as(cluster.coordinator, ({ db }) =>
    db
      .insertInto('member')
      .values({ ...member, valid: '[2026-03-02,)', invitedAt: NOW })
      .execute(),
  );
  expect(await sees(cluster, doctor, practiceId)).toBe(false);
  expect(await figuresSeenBy(cluster, doctor)).toBe(0);
  const restored = cluster.as(cluster.coordinator, ({ db }) =>
    sql`update member set valid = '[2020-01-01,)' where member_id = ${doctor.memberId}`.execute(db),
  );
  await expect(restored).rejects.toThrow('stays ended');
});

test('a coordinator who guesses keys is stopped after ten, and a fresh invitation helps her no further than ten more', async () => {
  const { cluster, practiceId } = await aClinicWithAFigure();
  for (let round = 0; round < 2; round += 1) {
    const second = await invited(cluster, practiceId);
    const reasons: unknown[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      const typed = `2222-3333-4444-${String(5000 + guess)}`;
      const answer = await cluster.as(second, (scope) => openFigures(scope, second.memberId, typed));
      reasons.push(answer && !answer.done && answer.reason);
    }
    expect(reasons).toEqual([...Array(10).fill('wrong_key'), ...Array(2).fill('too_many_tries')]);
    expect(await sees(cluster, second, practiceId)).toBe(false);
  }
});

test('a trainee whom the practice lets look cannot take its pictures down', async () => {
  const { cluster, practiceId, doctor, waiting } = await aClinicWithAFigure();
  await cluster.as(doctor, (scope) => confirmColleague(scope, waiting.trainee.memberId));
  await cluster.as(doctor, (scope) => decideWhoSees(scope, practiceId, { trainees: true, staff: false }));
  const spreadId = newId();
  const { sourceId, deliveryId } = await owner
    .selectFrom('delivery')
    .innerJoin('measurement', 'measurement.deliveryId', 'delivery.deliveryId')
    .select(['delivery.sourceId', 'delivery.deliveryId'])
    .where('practiceId', '=', practiceId)
    .executeTakeFirstOrThrow();
  const span = { indicatorKey: 'prove', periodFrom: '2025-01-01', periodUntil: '2025-12-31' };
  const counts = { version: 1, picture: '{}', contributors: 12, practices: 12, publishedAt: NOW };
  await owner
    .insertInto('spread')
    .values({ ...span, ...counts, spreadId, clusterId: cluster.clusterId, sourceId })
    .execute();
  await owner.insertInto('spreadContributor').values({ spreadId, practiceId, deliveryId }).execute();
  const takeDown = sql<{ taken: number }>`
    select take_down_spreads_of_practice(${practiceId}::uuid, ${sourceId}::uuid) as taken`;
  const taken = async (who: Somebody) =>
    (await cluster.as(who, ({ db }) => takeDown.execute(db)))?.rows[0]?.taken;
  expect(await taken(waiting.trainee)).toBe(0);
  expect(await taken(cluster.coordinator)).toBe(0);
  expect(await taken(doctor)).toBe(1);
});
