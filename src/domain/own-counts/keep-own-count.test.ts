import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { listContributing } from '#domain/benchmarks/contributors.server.ts';
import { publishSpread } from '#domain/benchmarks/publish-spread.server.ts';
import { requestPublication } from '#domain/benchmarks/request-publication.server.ts';
import { listOwnFigures, listSpreads } from '#domain/benchmarks/spreads.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, type Somebody, YEAR } from '#test/build.ts';
import { withoutIds } from '#test/without-ids.ts';
import { NOW, newId, owner, worker } from '#test/world.ts';
import { answerForOwnCounts, keepOwnCount, withdrawOwnCount } from './keep-own-count.server.ts';
import {
  anUnopenedPractice,
  counted,
  endMembership,
  ownCountIndicators,
  seenBy,
  storedCounts,
  typedBy,
} from './own-counts.fixtures.ts';
import { listCountingPractices, listKeptCounts } from './own-counts.server.ts';

beforeAll(async () => {
  await ownCountIndicators();
});

const refusedAs = (reason: string) => ({ done: false, reason });
const SOON = new Date(NOW.getTime() + 60_000);
const LATER = new Date(NOW.getTime() + 86_400_000);

async function sourceOf({ clusterId }: ACluster): Promise<string> {
  const row = await owner
    .selectFrom('source')
    .select('sourceId')
    .where('clusterId', '=', clusterId)
    .where('kind', '=', 'own_count')
    .executeTakeFirstOrThrow();
  return row.sourceId;
}

/** Publishes `egne` of 2025 and answers what became of it, with how many contributed. */
async function publish(cluster: ACluster, now = NOW): Promise<string> {
  const sourceId = await sourceOf(cluster);
  const asked = await cluster.as(
    cluster.coordinator,
    (scope) => requestPublication(scope, 'egne', { period: YEAR, sourceId }),
    { now },
  );
  if (!asked?.done) return asked?.reason ?? 'nobody';
  await asSystem(worker, { now }, (scope) => publishSpread(scope, asked.made));
  const { refusal } = await owner
    .selectFrom('publication')
    .select('refusal')
    .where('publicationId', '=', asked.made)
    .executeTakeFirstOrThrow();
  if (refusal) return refusal;
  const [spread] = (await cluster.as(cluster.coordinator, (scope) => listSpreads(scope, 'egne'))) ?? [];
  return `${spread?.contributors} ${spread?.source.name}`;
}

async function allCount(cluster: ACluster, answer: (place: number) => 'yes' | 'no' = () => 'yes') {
  for (const [place, { practiceId, doctor }] of cluster.practices.entries())
    await counted(cluster, doctor, practiceId, { numerator: `${20 + 5 * place}`, answer: answer(place) });
}

test('what a doctor counted is a figure of the practice, under the cluster’s own counts', async () => {
  const cluster = await aCluster();
  const { practiceId, doctor } = cluster.practices[0]!;
  expect(await counted(cluster, doctor, practiceId)).toMatchObject({ done: true });
  const [own] = (await cluster.as(doctor, (scope) => listOwnFigures(scope, 'egne'))) ?? [];
  expect(own).toMatchObject({
    ...{ practiceId, period: YEAR, numerator: 34, denominator: 120, isContributing: true },
    source: { name: 'Egne tal', isOwnCount: true },
  });
  expect(own?.value).toBeCloseTo(28.33, 1);
});

test('the journal tells that somebody counted, and no number', async () => {
  const cluster = await aCluster();
  const { practiceId, doctor } = cluster.practices[0]!;
  await counted(cluster, doctor, practiceId, { numerator: '77', denominator: '99' });
  const lines = await owner
    .selectFrom('journal')
    .selectAll()
    .where('personId', '=', doctor.personId)
    .execute();
  expect(lines.map(({ event }) => event)).toEqual(['own_count.kept']);
  const told = JSON.stringify(lines.map(({ outcome, subject }) => [outcome, subject]));
  expect(withoutIds(told)).not.toMatch(/77|99/);
});

test('a later count of the same period takes the place of the first, which stays as it was', async () => {
  const cluster = await aCluster();
  const { practiceId, doctor } = cluster.practices[0]!;
  await counted(cluster, doctor, practiceId);
  await counted(cluster, doctor, practiceId, { numerator: '40' });
  expect(await seenBy(cluster, doctor)).toEqual([`40/120 Læge i ${cluster.practices[0]!.number}`]);
  const rows = await owner
    .selectFrom('measurement')
    .select('numerator')
    .where('practiceId', '=', practiceId)
    .execute();
  expect(rows.map(({ numerator }) => Number(numerator)).sort()).toEqual([34, 40]);
});

test('the same form sent twice is kept once', async () => {
  const cluster = await aCluster();
  const { practiceId, doctor } = cluster.practices[0]!;
  const once = { commandId: newId() };
  const keep = () => cluster.as(doctor, (scope) => keepOwnCount(scope, 'egne', typedBy(practiceId)), once);
  expect(await keep()).toEqual(await keep());
  expect(
    await owner.selectFrom('measurement').select('line').where('practiceId', '=', practiceId).execute(),
  ).toHaveLength(1);
});

test.each([
  ['a practice of somebody else', (others: string) => ({ practice: others }), 'not_yours_to_count'],
  ['a numerator above the denominator', () => ({ numerator: '121' }), 'numerator_above_denominator'],
  ['half a patient', () => ({ numerator: '3,5' }), 'numerator_not_whole'],
  ['days to come', () => ({ until: '1.4.2026' }), 'period_not_over'],
  ['neither yes nor no', () => ({ answer: '' }), 'answer_missing'],
] as const)('%s is refused, and nothing is stored', async (_, wish, reason) => {
  const cluster = await aCluster();
  const [own, other] = cluster.practices;
  const before = await storedCounts();
  const typed = typedBy(own!.practiceId, wish(other!.practiceId));
  const kept = await cluster.as(own!.doctor, (scope) => keepOwnCount(scope, 'egne', typed));
  expect(kept).toEqual(refusedAs(reason));
  expect(await storedCounts()).toBe(before);
});

test('only what practices count themselves can be counted', async () => {
  const cluster = await aCluster();
  const { practiceId, doctor } = cluster.practices[0]!;
  for (const key of ['leveret', 'ukendt'])
    expect(await cluster.as(doctor, (scope) => keepOwnCount(scope, key, typedBy(practiceId)))).toEqual(
      refusedAs('not_an_own_count'),
    );
});

test('ten that count give a picture that says whose figures it shows', async () => {
  const cluster = await aCluster({ practices: 12 });
  await allCount(cluster);
  expect(await publish(cluster)).toBe('12 Egne tal');
});

test('six that each count for themselves are enough for the middle', async () => {
  const cluster = await aCluster({ practices: 6 });
  await allCount(cluster);
  expect(await publish(cluster)).toBe('6 Egne tal');
});

test('somebody who counts for several practices knows those, and the others need enough to hide among', async () => {
  const cluster = await aCluster({ practices: 8 });
  const busy = cluster.practices[0]!.doctor;
  for (const { practiceId } of cluster.practices.slice(1, 4)) {
    await owner.deleteFrom('figureAccess').where('practiceId', '=', practiceId).execute();
    await sql`insert into member (cluster_id, person_id, practice_id, is_example, kind, valid, invited_at)
      values (${cluster.clusterId}, ${busy.personId}, ${practiceId}, false, 'doctor', '[2020-01-01,)', ${NOW})`.execute(
      owner,
    );
  }
  for (const [place, { practiceId, doctor }] of cluster.practices.entries())
    await counted(cluster, place < 4 ? busy : doctor, practiceId, { numerator: `${20 + 5 * place}` });
  expect(await publish(cluster)).toBe('delivered_by_several');
});

test('a no is never counted as a yes, whether it comes with the count or after it', async () => {
  const cluster = await aCluster({ practices: 12 });
  await allCount(cluster, (place) => (place < 2 ? 'no' : 'yes'));
  expect(await publish(cluster)).toBe('10 Egne tal');
  const { practiceId, doctor } = cluster.practices[5]!;
  await cluster.as(doctor, (scope) => answerForOwnCounts(scope, practiceId, 'no'), { now: LATER });
  expect(await cluster.as(cluster.coordinator, (scope) => listSpreads(scope, 'egne'))).toEqual([]);
});

test('taking a count back takes down the picture it stands in, and what it corrected counts no more either', async () => {
  const cluster = await aCluster({ practices: 12 });
  await allCount(cluster);
  const { practiceId, doctor } = cluster.practices[3]!;
  await counted(cluster, doctor, practiceId, { numerator: '41' });
  await publish(cluster);
  const [kept] = (await cluster.as(doctor, (scope) => listKeptCounts(scope))) ?? [];
  expect(await cluster.as(doctor, (scope) => withdrawOwnCount(scope, kept!.deliveryId))).toMatchObject({
    done: true,
  });
  expect(await cluster.as(cluster.coordinator, (scope) => listSpreads(scope, 'egne'))).toEqual([]);
  expect(await seenBy(cluster, doctor)).toEqual([]);
  expect(await cluster.as(doctor, (scope) => listOwnFigures(scope, 'egne'))).toEqual([]);
});

test('the coordinator is told who has counted, and not who said no', async () => {
  const cluster = await aCluster({ practices: 3 });
  const [first, second] = cluster.practices;
  await counted(cluster, first!.doctor, first!.practiceId);
  await counted(cluster, second!.doctor, second!.practiceId, { answer: 'no' });
  const source = { sourceId: await sourceOf(cluster), name: '' };
  const told = await cluster.as(cluster.coordinator, (scope) =>
    listContributing(scope, { indicatorKey: 'egne', period: YEAR, source }),
  );
  expect(told?.filter(({ hasContributed }) => hasContributed)).toHaveLength(2);
});

test('staff who see the figures count, but say neither yes nor no', async () => {
  const cluster = await aCluster();
  const { practiceId } = cluster.practices[0]!;
  const nurse = await aMember(cluster, { practiceId, kind: 'staff', opens: true });
  expect(await counted(cluster, nurse, practiceId)).toEqual(refusedAs('not_yours_to_count'));
  await owner.updateTable('practice').set({ staffSee: true }).where('practiceId', '=', practiceId).execute();
  expect(await counted(cluster, nurse, practiceId)).toMatchObject({ done: true });
  const answers = await owner
    .selectFrom('sourceAnswer')
    .select('answer')
    .where('practiceId', '=', practiceId)
    .execute();
  expect(answers).toEqual([]);
  expect(await cluster.as(nurse, (scope) => answerForOwnCounts(scope, practiceId, 'yes'))).toEqual(
    refusedAs('not_yours_to_count'),
  );
});

test('a doctor who has not opened the figures counts for a practice that nobody has opened', async () => {
  const cluster = await aCluster();
  const { practiceId, people } = await anUnopenedPractice(cluster, ['Anna', 'Bo']);
  expect(await counted(cluster, people[0]!, practiceId)).toMatchObject({ done: true });
  expect(await seenBy(cluster, people[0]!)).toEqual(['34/120 Anna']);
});

test('a second colleague is told that there are figures, by whom, and not which', async () => {
  const cluster = await aCluster();
  const { practiceId, people } = await anUnopenedPractice(cluster, ['Anna', 'Bo']);
  const [anna, bo] = people as [Somebody, Somebody];
  await counted(cluster, anna, practiceId);
  expect(await seenBy(cluster, bo)).toEqual(['*/* Anna']);
  expect(await counted(cluster, bo, practiceId, { numerator: '1' })).toEqual(
    refusedAs('counted_by_colleague'),
  );
  expect(await counted(cluster, bo, practiceId, { from: '1.7.2025' })).toMatchObject({ done: true });
  const [other] = (await cluster.as(bo, (scope) => listKeptCounts(scope, 'egne')))!.filter(
    ({ isOwn }) => !isOwn,
  );
  expect(await cluster.as(bo, (scope) => withdrawOwnCount(scope, other!.deliveryId))).toEqual(
    refusedAs('not_yours_to_count'),
  );
});

test('when a colleague has left, another counts anew, and still does not see what was counted before', async () => {
  const cluster = await aCluster();
  const { practiceId, people } = await anUnopenedPractice(cluster, ['Anna', 'Bo']);
  const [anna, bo] = people as [Somebody, Somebody];
  await counted(cluster, anna, practiceId);
  await counted(cluster, anna, practiceId, { from: '1.7.2025' });
  await endMembership(anna);
  expect(await seenBy(cluster, anna)).toEqual([]);
  expect(await counted(cluster, bo, practiceId, { numerator: '9' })).toMatchObject({ done: true });
  expect((await seenBy(cluster, bo)).sort()).toEqual(['*/* Anna', '9/120 Bo']);
});

test('nobody whom only the list of members vouches for says yes for what another has counted', async () => {
  const cluster = await aCluster({ practices: 9 });
  await allCount(cluster);
  const { practiceId, people } = await anUnopenedPractice(cluster, ['Anna', 'Falsk']);
  const [anna, placed] = people as [Somebody, Somebody];
  await counted(cluster, anna, practiceId, { answer: 'no' });
  await cluster.as(placed, (scope) => answerForOwnCounts(scope, practiceId, 'yes'), { now: SOON });
  await counted(cluster, placed, practiceId, { from: '1.7.2025' }, SOON);
  expect(await publish(cluster, SOON)).toBe('9 Egne tal');
  await endMembership(anna);
  await cluster.as(placed, (scope) => answerForOwnCounts(scope, practiceId, 'yes'), {
    now: LATER,
  });
  const sourceId = await sourceOf(cluster);
  const { rows } = await sql<{ answer: string }>`
    select own_count_answer(${practiceId}, ${sourceId}, ${anna.personId}) as answer`.execute(owner);
  expect(rows[0]?.answer).toBe('no');
});

test('once somebody has opened the figures, others of the practice count only when they are confirmed', async () => {
  const cluster = await aCluster();
  const { practiceId, doctor } = cluster.practices[1]!;
  await counted(cluster, doctor, practiceId);
  const placed = await aMember(cluster, { practiceId, name: 'Falsk' });
  expect(await cluster.as(placed, listCountingPractices)).toEqual([]);
  expect(await seenBy(cluster, placed)).toEqual([]);
  expect(await counted(cluster, placed, practiceId)).toEqual(refusedAs('not_yours_to_count'));
  expect(await cluster.as(placed, (scope) => answerForOwnCounts(scope, practiceId, 'yes'))).toEqual(
    refusedAs('not_yours_to_count'),
  );
  await owner
    .updateTable('figureAccess')
    .set({ endedAt: NOW })
    .where('memberId', '=', doctor.memberId)
    .execute();
  expect(await counted(cluster, placed, practiceId)).toEqual(refusedAs('not_yours_to_count'));
});

test('whoever opens the figures with the key sees what the practice counted before', async () => {
  const cluster = await aCluster();
  const { practiceId, people } = await anUnopenedPractice(cluster, ['Anna', 'Bo']);
  const [anna, bo] = people as [Somebody, Somebody];
  await counted(cluster, anna, practiceId);
  await owner
    .insertInto('figureAccess')
    .values({ memberId: bo.memberId, practiceId, openedBy: 'key', openedAt: NOW })
    .execute();
  expect(await seenBy(cluster, bo)).toEqual(['34/120 Anna']);
  expect(await seenBy(cluster, anna)).toEqual([]);
});

test('who has moved to another practice sees and changes nothing of the first', async () => {
  const cluster = await aCluster();
  const { practiceId, people } = await anUnopenedPractice(cluster, ['Anna']);
  await counted(cluster, people[0]!, practiceId);
  const [kept] = (await cluster.as(people[0]!, (scope) => listKeptCounts(scope))) ?? [];
  await endMembership(people[0]!);
  const other = await anUnopenedPractice(cluster, []);
  await sql`insert into member (cluster_id, person_id, practice_id, is_example, kind, valid, invited_at)
    values (${cluster.clusterId}, ${people[0]!.personId}, ${other.practiceId}, false, 'doctor', '[2026-03-01,)', ${NOW})`.execute(
    owner,
  );
  expect(await seenBy(cluster, people[0]!)).toEqual([]);
  expect(await cluster.as(people[0]!, (scope) => withdrawOwnCount(scope, kept!.deliveryId))).toEqual(
    refusedAs('not_yours_to_count'),
  );
});
