import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { deliveredAndPublished, published } from '#domain/benchmarks/benchmarks.fixtures.ts';
import { publishSpread } from '#domain/benchmarks/publish-spread.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, anIndicator, aSource, sayYes, YEAR } from '#test/build.ts';
import { NOW, newId, owner, worker } from '#test/world.ts';
import { answerSource } from './answer-source.server.ts';
import { decideWhoSees } from './decide-who-sees.server.ts';
import { everythingStored, journalOf, LATER } from './figure-access.fixtures.ts';

const NUMERATORS = Array.from({ length: 12 }, (_, index) => 10 + 3 * index);
const NOT_YOURS = { done: false, reason: 'not_yours_to_decide' };

beforeAll(async () => {
  await anIndicator();
});

async function aSpread() {
  const cluster = await aCluster({ practices: 12 });
  const source = await aSource([cluster]);
  await deliveredAndPublished(cluster, source, NUMERATORS);
  const { practiceId, doctor } = cluster.practices[3]!;
  const { sourceId } = source;
  const says = (answer: 'yes' | 'no', now = NOW) =>
    cluster.as(doctor, (scope) => answerSource(scope, sourceId, { practiceId, answer }), { now });
  return { cluster, source, practiceId, sourceId, doctor, says };
}

const spreadsUp = async (cluster: ACluster) =>
  owner
    .selectFrom('spread')
    .select(['sourceId', 'indicatorKey', 'periodFrom'])
    .where('clusterId', '=', cluster.clusterId)
    .where('takenDownAt', 'is', null)
    .execute();

const answersOf = (practiceId: string, sourceId: string) =>
  owner
    .selectFrom('sourceAnswer')
    .select(['answer', 'answeredBy', 'answeredAt'])
    .where('practiceId', '=', practiceId)
    .where('sourceId', '=', sourceId)
    .orderBy('answeredAt')
    .execute();

test('a yes is said in the own name, and earlier answers stay', async () => {
  const cluster = await aCluster();
  const { sourceId } = await aSource([cluster], { answers: 'none' });
  const { practiceId, doctor } = cluster.practices[1]!;
  for (const answer of ['yes', 'no', 'yes'] as const)
    await cluster.as(doctor, (scope) => answerSource(scope, sourceId, { practiceId, answer }));
  const answers = await answersOf(practiceId, sourceId);
  expect(answers.map(({ answer }) => answer)).toEqual(['yes', 'no', 'yes']);
  expect(new Set(answers.map(({ answeredBy }) => answeredBy))).toEqual(new Set([doctor.memberId]));
  expect(await journalOf(doctor)).toEqual(Array(3).fill(`source.answered ${sourceId}`));
});

test('a no takes down every picture of that source in which the practice stands, at once, and no other', async () => {
  const { cluster, source, says } = await aSpread();
  const earlier = { from: '2024-01-01', until: '2024-12-31' };
  const other = await aSource([cluster]);
  await owner
    .updateTable('measurement')
    .set({ periodFrom: earlier.from, periodUntil: earlier.until })
    .execute();
  await published(cluster, source, { period: earlier });
  await deliveredAndPublished(cluster, other, [...NUMERATORS].reverse());
  expect(await spreadsUp(cluster)).toHaveLength(3);
  expect(await says('no', LATER)).toEqual({ done: true, made: { takenDown: 2 } });
  expect(await spreadsUp(cluster)).toMatchObject([{ sourceId: other.sourceId }]);
});

test('a yes takes nothing down, and the picture of a practice that never stood in it stays', async () => {
  const { cluster, sourceId, says } = await aSpread();
  expect(await says('yes', LATER)).toEqual({ done: true, made: { takenDown: 0 } });
  const newcomer = await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId, opens: true });
  await owner
    .deleteFrom('spreadContributor')
    .where('practiceId', '=', cluster.practices[0]!.practiceId)
    .execute();
  const no = { practiceId: cluster.practices[0]!.practiceId, answer: 'no' as const };
  expect(await cluster.as(newcomer, (scope) => answerSource(scope, sourceId, no))).toEqual({
    done: true,
    made: { takenDown: 0 },
  });
  expect(await spreadsUp(cluster)).toHaveLength(1);
});

test('the picture comes back with a new yes, and with eleven others it waits for the next period', async () => {
  const { cluster, source, says } = await aSpread();
  await says('no', LATER);
  expect(await published(cluster, source, { now: LATER })).toEqual({
    state: 'refused',
    refusal: 'waits_for_next_period',
  });
  await says('yes', LATER);
  expect(await published(cluster, source, { now: LATER })).toMatchObject({ state: 'published' });
  expect(await spreadsUp(cluster)).toHaveLength(1);
});

test('a no that is said while a picture is being made takes it down all the same', async () => {
  const cluster = await aCluster({ practices: 12 });
  const source = await aSource([cluster]);
  await deliveredAndPublished(cluster, source, NUMERATORS);
  await owner.deleteFrom('spreadContributor').execute();
  await owner.deleteFrom('spreadTotal').execute();
  await owner.deleteFrom('spread').where('clusterId', '=', cluster.clusterId).execute();
  const { practiceId, doctor } = cluster.practices[3]!;
  const { sourceId } = source;
  const publicationId = newId();
  const subject = { indicatorKey: 'prove', periodFrom: YEAR.from, periodUntil: YEAR.until, sourceId };
  await owner
    .insertInto('publication')
    .values({ ...subject, clusterId: cluster.clusterId, publicationId, requestedAt: NOW })
    .execute();
  const no = await asSystem(worker, { now: NOW }, async (scope) => {
    await publishSpread(scope, publicationId);
    // The picture is made but not there yet; the no must wait for it rather than miss it.
    const said = cluster.as(doctor, (own) => answerSource(own, sourceId, { practiceId, answer: 'no' }));
    await waitsFor(said);
    return { said };
  });
  expect(await no.said).toEqual({ done: true, made: { takenDown: 1 } });
  expect(await spreadsUp(cluster)).toEqual([]);
});

/** Until the answer waits for a lock, or is there. */
async function waitsFor(answer: Promise<unknown>): Promise<void> {
  let isThere = false;
  answer.finally(() => {
    isThere = true;
  });
  const waiting = sql<{ waits: boolean }>`
    select exists (select from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and not l.granted and d.datname = current_database()) as waits`;
  while (!isThere && !(await waiting.execute(owner)).rows[0]?.waits)
    await new Promise((next) => setTimeout(next, 5));
}

test('a source that was dismissed can be told no as long as it holds a yes, and is never told yes', async () => {
  const { cluster, practiceId, sourceId, says } = await aSpread();
  await owner
    .updateTable('sourceCluster')
    .set({ valid: '[2020-01-01,2026-03-01)' })
    .where('clusterId', '=', cluster.clusterId)
    .execute();
  expect(await says('yes', LATER)).toEqual({ done: false, reason: 'no_such_source' });
  expect(await says('no', LATER)).toEqual({ done: true, made: { takenDown: 1 } });
  expect(await says('no', LATER)).toEqual({ done: false, reason: 'no_such_source' });
  expect((await answersOf(practiceId, sourceId)).map(({ answer }) => answer)).toEqual(['yes', 'no']);
});

test('nobody answers for another practice, while waiting, as staff, or from another cluster', async () => {
  const { cluster, practiceId, sourceId, doctor } = await aSpread();
  const waiting = await aMember(cluster, { practiceId });
  const staff = await aMember(cluster, { practiceId, kind: 'staff', opens: true });
  const strangers = await aCluster();
  await cluster.as(doctor, (scope) => decideWhoSees(scope, practiceId, { trainees: true, staff: true }));
  const before = await everythingStored();
  for (const answer of ['yes', 'no'] as const) {
    for (const who of [cluster.coordinator, waiting, staff])
      expect(await cluster.as(who, (scope) => answerSource(scope, sourceId, { practiceId, answer }))).toEqual(
        NOT_YOURS,
      );
    const stranger = strangers.coordinator;
    expect(
      await strangers.as(stranger, (scope) => answerSource(scope, sourceId, { practiceId, answer })),
    ).toEqual(NOT_YOURS);
  }
  expect(await everythingStored()).toBe(before);
});

test('a source that does not serve the cluster is not answered', async () => {
  const { cluster, practiceId, doctor } = await aSpread();
  const elsewhere = await aSource([await aCluster()]);
  const before = await everythingStored();
  for (const sourceId of [elsewhere.sourceId, newId()])
    expect(
      await cluster.as(doctor, (scope) => answerSource(scope, sourceId, { practiceId, answer: 'yes' })),
    ).toEqual({ done: false, reason: 'no_such_source' });
  expect(await everythingStored()).toBe(before);
});

test('a yes of before a no does not count, whatever the clock said', async () => {
  const { cluster, practiceId, sourceId, says } = await aSpread();
  await sayYes(practiceId, sourceId, 'yes', LATER);
  expect(await says('no', NOW)).toMatchObject({ done: true });
  expect((await answersOf(practiceId, sourceId)).at(-1)?.answer).toBe('no');
  expect(await spreadsUp(cluster)).toEqual([]);
});
