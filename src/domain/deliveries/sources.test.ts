import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { canonicalKey } from '#domain/members/practice-key.ts';
import { type Caller, forPerson, forSource, type SourceScope } from '#platform/scope.server.ts';
import { aCluster, aMember, aPerson, aPractice, aSource, giveRole } from '#test/build.ts';
import { NOW, newId, owner, web } from '#test/world.ts';
import { listClusterDeliveries } from './cluster-deliveries.server.ts';
import { confirmNumber } from './confirm-number.server.ts';
import {
  aColleague,
  delivered,
  figuresOf,
  kolFile,
  LATER,
  stored,
  twoIndicators,
  wholeDatabase,
} from './deliveries.fixtures.ts';
import { endColleague } from './end-colleague.server.ts';
import { inviteColleague } from './invite-colleague.server.ts';
import { makePracticeKeys } from './make-practice-keys.server.ts';
import { openOwnSource } from './open-own-source.server.ts';
import { listColleagues, listOwnSources, listServed, listServedPractices } from './sources.server.ts';

beforeAll(twoIndicators);

type Cluster = Awaited<ReturnType<typeof aCluster>>;
const open = (cluster: Cluster, who: { token: string }) =>
  cluster.as(who, async (scope) => {
    const opened = await openOwnSource(scope, newId(), 'Koordinator i Prøveklyngen');
    return opened.done ? opened.made.sourceId : opened.reason;
  });
const asOwn = (sourceId: string, who: { token: string }) => ({
  sourceId,
  as: <T>(work: (scope: SourceScope) => Promise<T>, when: Partial<Pick<Caller, 'now' | 'commandId'>> = {}) =>
    forSource(web, { token: who.token, now: NOW, ...when }, sourceId, work),
});

async function unconfirmed(practiceId: string): Promise<string> {
  const { practiceNumberId } = await owner
    .updateTable('practiceNumber')
    .set({ confirmedAt: null })
    .where('practiceId', '=', practiceId)
    .returning('practiceNumberId')
    .executeTakeFirstOrThrow();
  return practiceNumberId;
}

test('the coordinators of a cluster share one source of their own, and each delivers in the own name', async () => {
  const cluster = await aCluster({ practices: 2 });
  const second = await aMember(cluster, { practiceId: cluster.practices[1]!.practiceId, name: 'Bo Ås' });
  await giveRole(cluster.clusterId, 'coordinator', second.memberId);
  const sourceId = (await open(cluster, cluster.coordinator))!;
  expect(await open(cluster, cluster.coordinator)).toBe(sourceId);
  expect(await open(cluster, second)).toBe(sourceId);
  const { outcome } = await delivered(asOwn(sourceId, second), kolFile(figuresOf(cluster)));
  expect(outcome).toMatchObject({ done: true });
  const seen = await cluster.as(cluster.practices[1]!.doctor, listClusterDeliveries);
  expect(seen).toMatchObject([
    {
      sourceName: 'Koordinator i Prøveklyngen',
      delivererName: 'Bo Ås',
      parts: [{ indicatorKey: 'kol', from: '2025-01-01', practices: 2, isCorrected: false }],
    },
  ]);
});

test('two coordinators who open it at the same moment open the same one', async () => {
  const cluster = await aCluster({ practices: 2 });
  const second = await aMember(cluster, { practiceId: cluster.practices[1]!.practiceId });
  await giveRole(cluster.clusterId, 'coordinator', second.memberId);
  const [one, other] = await Promise.all([open(cluster, cluster.coordinator), open(cluster, second)]);
  expect(one).toBe(other);
});

test('who is no coordinator opens no source', async () => {
  const cluster = await aCluster({ practices: 2 });
  const before = await stored();
  for (const who of [cluster.practices[1]!.doctor, await aMember(cluster, { kind: 'secretary' })])
    await expect(open(cluster, who)).rejects.toThrow();
  const { rows } = await cluster
    .as(cluster.practices[1]!.doctor, ({ db }) =>
      sql<{ id: string | null }>`select open_own_source(${newId()}, 'Min egen') as id`.execute(db),
    )
    .then((result) => result!);
  expect(rows).toEqual([{ id: null }]);
  expect(await stored()).toEqual(before);
});

test('with the role the door closes', async () => {
  const cluster = await aCluster({ practices: 2 });
  const sourceId = (await open(cluster, cluster.coordinator))!;
  const own = asOwn(sourceId, cluster.coordinator);
  expect(await own.as(async () => 'in')).toBe('in');
  await owner
    .updateTable('roleHolding')
    .set({ valid: '[2020-01-01,2026-01-01)' })
    .where('clusterId', '=', cluster.clusterId)
    .execute();
  expect(await own.as(async () => 'in')).toBeNull();
  const { token } = cluster.coordinator;
  expect(await forPerson(web, { token, now: NOW }, listOwnSources)).toEqual([]);
});

test('a cluster’s own source takes numbers that nobody has confirmed, and no other source does', async () => {
  const cluster = await aCluster({ practices: 2 });
  await unconfirmed(cluster.practices[1]!.practiceId);
  const sourceId = (await open(cluster, cluster.coordinator))!;
  const text = kolFile(figuresOf(cluster));
  const own = await delivered(asOwn(sourceId, cluster.coordinator), text);
  expect(own.outcome).toMatchObject({ made: { practices: 2 } });
  const untrusted = await delivered(await aSource([cluster], { isTrusted: false }), text);
  expect(untrusted.outcome).toMatchObject({ made: { practices: 1 } });
});

test('another cluster that invites it is not served by it', async () => {
  const cluster = await aCluster({ practices: 1 });
  const other = await aCluster({ practices: 1 });
  const sourceId = (await open(cluster, cluster.coordinator))!;
  await owner
    .insertInto('sourceCluster')
    .values({ sourceId, clusterId: other.clusterId, isExample: false, valid: '[2020-01-01,)' })
    .execute();
  const served = await asOwn(sourceId, cluster.coordinator).as(listServed);
  expect(served?.map(({ clusterId }) => clusterId)).toEqual([cluster.clusterId]);
});

test('a trusted source confirms a number, after which it takes figures', async () => {
  const cluster = await aCluster({ practices: 2 });
  const source = await aSource([cluster]);
  const id = await unconfirmed(cluster.practices[1]!.practiceId);
  expect(await source.as((scope) => confirmNumber(scope, id))).toMatchObject({ done: true });
  const { outcome } = await delivered(source, kolFile(figuresOf(cluster)));
  expect(outcome).toMatchObject({ made: { practices: 2 } });
});

test('nobody confirms a number unless trusted, serving the practice, and finding it free', async () => {
  const cluster = await aCluster({ practices: 2 });
  const elsewhere = await aCluster({ practices: 1 });
  const id = await unconfirmed(cluster.practices[1]!.practiceId);
  const refusal = { done: false, reason: 'not_confirmed' };
  const untrusted = await aSource([cluster], { isTrusted: false });
  const stranger = await aSource([elsewhere]);
  const trusted = await aSource([cluster]);
  expect(await untrusted.as((scope) => confirmNumber(scope, id))).toEqual(refusal);
  expect(await stranger.as((scope) => confirmNumber(scope, id))).toEqual(refusal);
  await owner
    .updateTable('practiceNumber')
    .set({ number: elsewhere.practices[0]!.number })
    .where('practiceNumberId', '=', id)
    .execute();
  expect(await trusted.as((scope) => confirmNumber(scope, id))).toEqual(refusal);
});

test('keys are made for confirmed practices, open their figures, and are shown by the same command again', async () => {
  const cluster = await aCluster({ practices: 2 });
  const source = await aSource([cluster]);
  const ids = cluster.practices.map(({ practiceId }) => practiceId);
  const commandId = newId();
  const make = () => source.as((scope) => makePracticeKeys(scope, ids), { commandId });
  const first = await make();
  if (!first?.done) throw new Error('no keys');
  expect(await make()).toEqual(first);
  expect(new Set(first.made.map(({ key }) => key)).size).toBe(2);
  const colleague = await aMember(cluster, { practiceId: ids[0]! });
  const opened = await cluster.as(colleague, ({ db }) =>
    sql<{ isOpen: boolean }>`select use_practice_key(${colleague.memberId},
      ${canonicalKey(first.made[0]!.key.toLowerCase())}) as is_open`.execute(db),
  );
  expect(opened?.rows).toEqual([{ isOpen: true }]);
  const practices = await source.as(listServedPractices);
  expect(practices?.map(({ keyMadeAt }) => keyMadeAt)).toEqual([NOW, NOW]);
});

test('a key stands in no table and in no line of the journal', async () => {
  const cluster = await aCluster({ practices: 1 });
  const source = await aSource([cluster]);
  const made = await source.as((scope) => makePracticeKeys(scope, [cluster.practices[0]!.practiceId]));
  if (!made?.done) throw new Error('no key');
  const all = await wholeDatabase();
  expect(all).not.toContain(made.made[0]!.key);
  expect(all).not.toContain(made.made[0]!.key.replaceAll('-', ''));
  expect(all).toContain(cluster.practices[0]!.practiceId);
});

test('when one practice can have no key, none gets one and the earlier ones go on working', async () => {
  const cluster = await aCluster({ practices: 2 });
  const source = await aSource([cluster]);
  const [one, other] = cluster.practices.map(({ practiceId }) => practiceId) as [string, string];
  await source.as((scope) => makePracticeKeys(scope, [one]));
  await unconfirmed(other);
  const keys = () =>
    owner.selectFrom('practiceKey').selectAll().where('practiceId', 'in', [one, other]).execute();
  const before = await keys();
  const refusal = { done: false, reason: 'not_there' };
  expect(await source.as((scope) => makePracticeKeys(scope, [one, other]), { now: LATER })).toEqual(refusal);
  const stranger = await aSource([await aCluster()]);
  expect(await stranger.as((scope) => makePracticeKeys(scope, [one]))).toEqual(refusal);
  const untrusted = await aSource([cluster], { isTrusted: false });
  expect(await untrusted.as((scope) => makePracticeKeys(scope, [one]))).toEqual(refusal);
  expect(await source.as((scope) => makePracticeKeys(scope, []))).toEqual({
    done: false,
    reason: 'none_chosen',
  });
  expect(await keys()).toEqual(before);
});

test('a source invites a colleague, who gets a letter and delivers', async () => {
  const source = await aSource([await aCluster({ practices: 1 })]);
  const email = `${newId()}@enheden.example`;
  const invited = await source.as((scope) =>
    inviteColleague(scope, source.sourceId, { name: 'Karl Kollega', email }),
  );
  expect(invited).toMatchObject({ done: true });
  const colleagues = await source.as(listColleagues);
  expect(colleagues?.map(({ name, isOneself }) => [name, isOneself])).toEqual([
    ['Dorte Datakilde', true],
    ['Karl Kollega', false],
  ]);
  const letters = await owner
    .selectFrom('letter')
    .select(['kind', 'facts'])
    .where('personId', '=', colleagues![1]!.personId)
    .execute();
  expect(letters).toMatchObject([{ kind: 'source_invitation', facts: { inviter: 'Dorte Datakilde' } }]);
});

test('invited twice, a colleague stands there once', async () => {
  const source = await aSource([await aCluster({ practices: 1 })]);
  const known = await aPerson('Karl Kendt');
  for (let i = 0; i < 2; i++)
    await source.as((scope) => inviteColleague(scope, source.sourceId, { name: 'Karl', email: known.email }));
  const colleagues = await source.as(listColleagues);
  expect(colleagues?.filter(({ personId }) => personId === known.personId)).toHaveLength(1);
});

test.each([
  ['without a name', { name: ' ', email: 'a@enheden.example' }, 'no_name'],
  ['without an address', { name: 'Karl', email: 'enheden' }, 'no_address'],
])('nobody is invited %s', async (_, colleague, reason) => {
  const source = await aSource([await aCluster({ practices: 1 })]);
  const before = await stored();
  const outcome = await source.as((scope) => inviteColleague(scope, source.sourceId, colleague));
  expect(outcome).toEqual({ done: false, reason });
  expect(await stored()).toEqual(before);
});

test('an example source invites example people alone, and a cluster’s own source nobody', async () => {
  const example = await aSource([await aCluster({ practices: 1, isExample: true })]);
  const real = await aPerson('Rikke Rigtig');
  for (const email of ['rikke@region.dk', real.email]) {
    const outcome = await example.as((scope) =>
      inviteColleague(scope, example.sourceId, { name: 'Rikke', email }),
    );
    expect(outcome).toEqual({ done: false, reason: 'not_invited' });
  }
  const cluster = await aCluster({ practices: 1 });
  const own = asOwn((await open(cluster, cluster.coordinator))!, cluster.coordinator);
  const outcome = await own.as((scope) =>
    inviteColleague(scope, own.sourceId, { name: 'Karl', email: 'karl@enheden.example' }),
  );
  expect(outcome).toEqual({ done: false, reason: 'not_invited' });
});

test('a colleague is taken out at once, and the last one stays', async () => {
  const source = await aSource([await aCluster({ practices: 1 })]);
  const colleague = await aColleague(source);
  const end = (personId: string) => source.as((scope) => endColleague(scope, personId));
  expect(await end(newId())).toEqual({ done: false, reason: 'not_there' });
  expect(await end(colleague.personId)).toMatchObject({ done: true });
  expect(
    await forSource(web, { token: colleague.token, now: NOW }, source.sourceId, async () => 'in'),
  ).toBeNull();
  expect(await end(source.person.personId)).toEqual({ done: false, reason: 'last_one' });
  expect(await source.as(async () => 'in')).toBe('in');
});

test('who was invited by mistake may be taken out the same day', async () => {
  const source = await aSource([await aCluster({ practices: 1 })]);
  await source.as((scope) =>
    inviteColleague(scope, source.sourceId, { name: 'Karl', email: `${newId()}@enheden.example` }),
  );
  const karl = (await source.as(listColleagues))!.find(({ name }) => name === 'Karl')!;
  expect(await source.as((scope) => endColleague(scope, karl.personId))).toMatchObject({ done: true });
  expect(await source.as(listColleagues)).toHaveLength(1);
});

test('a practice that left the cluster is served no longer', async () => {
  const cluster = await aCluster({ practices: 1 });
  const left = await aPractice(cluster);
  const source = await aSource([cluster]);
  await owner
    .updateTable('clusterPractice')
    .set({ valid: '[2020-01-01,2026-01-01)' })
    .where('practiceId', '=', left.practiceId)
    .execute();
  const served = await source.as(listServedPractices);
  expect(served?.map(({ practiceId }) => practiceId)).toEqual([cluster.practices[0]!.practiceId]);
});
