import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aDeadline, aMeeting, settledOf } from '#domain/meetings/meetings.fixtures.ts';
import { countOwnAnswers } from '#domain/overview/home.server.ts';
import { asSystem, throughLink } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember } from '#test/build.ts';
import { withoutIds } from '#test/without-ids.ts';
import { aToken, NOW, owner, web, worker } from '#test/world.ts';
import { askToCount, giveUpCounting } from './ask-to-count.server.ts';
import { isTimeToAsk, isTimeToRemind, refusalOfAsking } from './count-ask.ts';
import { listCountAsks, listWhoHasCounted } from './count-asks.server.ts';
import { followOwnCounts } from './follow-own-counts.server.ts';
import { counted, endMembership, ownCountIndicators, storedCounts } from './own-counts.fixtures.ts';
import { listAskedCounts } from './own-counts.server.ts';

beforeAll(async () => {
  await ownCountIndicators();
});

const on = (day: string) => new Date(`${day}T08:00:00Z`);
const follow = (day: string) => asSystem(worker, { now: on(day) }, followOwnCounts);

/** A meeting on 14 April of a package with one own count, to be counted by 24 March. */
async function aMeetingThatAsks(practices = 3) {
  const cluster = await aCluster({ practices });
  const meeting = await aMeeting(cluster, { heldOn: '2026-04-14' });
  await owner
    .updateTable('meeting')
    .set({ package: JSON.stringify({ indicators: ['leveret', 'egne'] }) })
    .where('meetingId', '=', meeting.meetingId)
    .execute();
  await aDeadline(
    { ...meeting, clusterId: cluster.clusterId },
    { act: 'count_own', offsetDays: -21, dueOn: '2026-03-24' },
  );
  return { cluster, meetingId: meeting.meetingId };
}

const ASKED = { from: '1.3.2025', until: '28.2.2026' };

async function lettersTo(meetingId: string) {
  const rows = await owner
    .selectFrom('letter')
    .innerJoin('person', 'person.personId', 'letter.personId')
    .select(['letter.kind', 'person.name'])
    .where('meetingId', '=', meetingId)
    .orderBy('writtenAt')
    .orderBy('name')
    .execute();
  return rows.map(({ kind, name }) => `${kind} ${name}`);
}
const named = (cluster: ACluster, ...places: number[]) =>
  places.map((place) => `Læge i ${cluster.practices[place]!.number}`);

test.each([
  ['2026-03-02', false],
  ['2026-03-03', true],
  ['2026-03-30', true],
])('what is due on 24 March is asked for on %s: %s', (today, is) => {
  expect(isTimeToAsk('2026-03-24', today)).toBe(is);
});

test.each([
  ['2026-03-16', 0, false],
  ['2026-03-17', 0, true],
  ['2026-03-18', 1, false],
  ['2026-03-24', 1, true],
  ['2026-03-31', 1, true],
  ['2026-04-01', 1, false],
  ['2026-03-24', 2, false],
])('on %s after %i reminders another goes: %s', (today, reminders, is) => {
  expect(isTimeToRemind({ dueOn: '2026-03-24', reminders, state: 'open' }, today)).toBe(is);
});

test.each([
  [[], '2026-03-24', 'no_indicator'],
  [['leveret'], '2026-03-24', 'not_an_own_count'],
  [['egne'], '2026-03-01', 'day_past'],
  [Array(11).fill('egne'), '2026-03-24', 'too_many_indicators'],
  [['egne'], '2026-03-02', null],
] as const)('asking for %j by %s: %s', (indicators, dueOn, refusal) => {
  expect(refusalOfAsking({ indicators: [...indicators], dueOn }, new Set(['egne']), '2026-03-02')).toBe(
    refusal,
  );
});

test('three weeks before its day all who can count are asked once, for the same whole months', async () => {
  const { cluster, meetingId } = await aMeetingThatAsks();
  await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId, name: 'Ubekræftet' });
  await follow('2026-03-02');
  expect(await lettersTo(meetingId)).toEqual([]);
  await follow('2026-03-03');
  await follow('2026-03-04');
  expect(await lettersTo(meetingId)).toEqual(
    named(cluster, 0, 1, 2).map((name) => `own_count_asked ${name}`),
  );
  const asks = await cluster.as(cluster.coordinator, (scope) => listCountAsks(scope, meetingId));
  expect(asks).toMatchObject([
    {
      ...{ indicatorKey: 'egne', dueOn: '2026-03-24', state: 'open', isByItself: true },
      period: { from: '2025-03-01', until: '2026-02-28' },
    },
  ]);
});

test('only those who are missing are reminded, twice, and when all have counted the deadline is settled', async () => {
  const { cluster, meetingId } = await aMeetingThatAsks();
  await follow('2026-03-03');
  const [first, second, third] = cluster.practices;
  await counted(cluster, first!.doctor, first!.practiceId, ASKED, on('2026-03-05'));
  for (const day of ['2026-03-17', '2026-03-18']) await follow(day);
  const reminded = async () =>
    (await lettersTo(meetingId)).filter((line) => line.startsWith('own_count_reminder'));
  expect(await reminded()).toEqual(named(cluster, 1, 2).map((name) => `own_count_reminder ${name}`));
  await counted(cluster, second!.doctor, second!.practiceId, { ...ASKED, answer: 'no' }, on('2026-03-19'));
  await follow('2026-03-24');
  expect((await reminded()).slice(2)).toEqual([`own_count_reminder ${named(cluster, 2)[0]}`]);
  expect(await settledOf({ meetingId })).toEqual(['count_own open']);
  await counted(cluster, third!.doctor, third!.practiceId, ASKED, on('2026-03-25'));
  await follow('2026-03-26');
  expect(await settledOf({ meetingId })).toEqual(['count_own done']);
  expect(await reminded()).toHaveLength(3);
});

test('those who arrange see who is missing, and neither what was counted nor a yes or no', async () => {
  const { cluster, meetingId } = await aMeetingThatAsks();
  await follow('2026-03-03');
  const [first, second] = cluster.practices;
  await counted(cluster, second!.doctor, second!.practiceId, { ...ASKED, answer: 'no' }, on('2026-03-05'));
  const when = { now: on('2026-03-06') };
  const [ask] =
    (await cluster.as(cluster.coordinator, (scope) => listCountAsks(scope, meetingId), when)) ?? [];
  const see = (who: { token: string }) =>
    cluster.as(who, (scope) => listWhoHasCounted(scope, ask!.ownCountAskId), when);
  const seen = await see(cluster.coordinator);
  expect(seen?.map(({ hasCounted }) => hasCounted)).toEqual([false, false, true]);
  expect(Object.keys(seen![0]!).sort()).toEqual(['hasCounted', 'name', 'practiceId']);
  const secretary = await aMember(cluster, { kind: 'secretary' });
  expect(await see(secretary)).toHaveLength(3);
  expect(await see(second!.doctor)).toEqual([]);
  const elsewhere = await aCluster();
  const stranger = elsewhere.as(
    elsewhere.coordinator,
    (scope) => listWhoHasCounted(scope, ask!.ownCountAskId),
    when,
  );
  expect(await stranger).toEqual([]);
  expect(first).toBeDefined();
});

test('nobody but the practice reads a number, whatever they ask the database', async () => {
  const { cluster, meetingId } = await aMeetingThatAsks();
  await follow('2026-03-03');
  const own = cluster.practices[1]!;
  await counted(
    cluster,
    own.doctor,
    own.practiceId,
    { ...ASKED, numerator: '77', denominator: '991' },
    on('2026-03-05'),
  );
  const gone = await aMember(cluster, { practiceId: own.practiceId, name: 'Gået' });
  await endMembership(gone);
  const others = [
    cluster.coordinator,
    cluster.practices[2]!.doctor,
    await aMember(cluster, { kind: 'secretary' }),
    await aMember(cluster, { practiceId: own.practiceId, name: 'Falsk' }),
    gone,
    (await aCluster()).coordinator,
  ];
  const tables = [
    'measurement',
    'latest_measurement',
    'own_counts()',
    'delivery_part',
    'source_answer',
    'own_count_answers()',
  ];
  for (const other of others)
    for (const table of tables) {
      const rows = await cluster.as(other, ({ db }) =>
        sql<{ row: string }>`select t::text as row from ${sql.raw(table)} t`.execute(db),
      );
      expect(withoutIds(JSON.stringify(rows?.rows ?? []))).not.toMatch(/77|991/);
    }
  expect(meetingId).toBeDefined();
});

test('a link in a mail tells a member what is asked, and no number', async () => {
  const { cluster, meetingId } = await aMeetingThatAsks();
  await follow('2026-03-03');
  const { doctor, practiceId } = cluster.practices[1]!;
  const link = aToken();
  await sql`insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, made_at, expires_at)
    values (hash_of(${link}), ${cluster.clusterId}, 'member', ${doctor.memberId}, ${meetingId}, ${NOW}, '2026-05-01')`.execute(
    owner,
  );
  const through = <T>(work: Parameters<typeof throughLink<'member', T>>[3]) =>
    throughLink(web, { link, now: on('2026-03-05') }, 'member', work);
  const asked = await through(listAskedCounts);
  expect(asked).toMatchObject([{ indicatorKey: 'egne', hasCounted: false, dueOn: '2026-03-24' }]);
  const waiting = () => cluster.as(doctor, countOwnAnswers, { now: on('2026-03-05') });
  const before = (await waiting())!;
  await counted(cluster, doctor, practiceId, ASKED, on('2026-03-05'));
  expect(await through(listAskedCounts)).toMatchObject([{ hasCounted: true }]);
  expect(await waiting()).toBe(before - 1);
  const rows = await through(({ db }) => sql`select * from own_counts()`.execute(db));
  expect(rows?.rows).toEqual([]);
});

test('whoever arranges asks and takes it back; a member does neither, and nothing is stored', async () => {
  const { cluster, meetingId } = await aMeetingThatAsks();
  const asking = { indicators: ['egne'], dueOn: '2026-03-20' };
  const before = await storedCounts();
  const tried = cluster.as(cluster.practices[1]!.doctor, (scope) => askToCount(scope, meetingId, asking));
  await expect(tried).rejects.toThrow();
  expect(await storedCounts()).toBe(before);
  const ask = () => cluster.as(cluster.coordinator, (scope) => askToCount(scope, meetingId, asking));
  expect(await ask()).toMatchObject({ done: true });
  expect(await ask()).toEqual({ done: false, reason: 'asked_already' });
  await follow('2026-03-02');
  expect(await lettersTo(meetingId)).toHaveLength(3);
  const [one] = (await cluster.as(cluster.coordinator, (scope) => listCountAsks(scope, meetingId))) ?? [];
  const giveUp = () => cluster.as(cluster.coordinator, (scope) => giveUpCounting(scope, one!.ownCountAskId));
  expect(await giveUp()).toMatchObject({ done: true });
  expect(await giveUp()).toEqual({ done: false, reason: 'no_such_ask' });
  await follow('2026-03-17');
  expect(await lettersTo(meetingId)).toHaveLength(3);
});

test('what an agreement is measured by is asked for again three weeks before its day', async () => {
  const { cluster, meetingId } = await aMeetingThatAsks();
  await owner
    .updateTable('meeting')
    .set({ state: 'closed', closedAt: NOW })
    .where('meetingId', '=', meetingId)
    .execute();
  await sql`insert into agreement (cluster_id, meeting_id, what, who, by_on, measure, indicator_key, measured_again_on, made_at)
    values (${cluster.clusterId}, ${meetingId}, 'Vi trapper ned', 'Alle', '2026-05-01', 'Egne tal', 'egne', '2027-04-14', ${NOW})`.execute(
    owner,
  );
  await follow('2027-03-23');
  expect(await lettersTo(meetingId)).toEqual([]);
  await follow('2027-03-24');
  await follow('2027-03-25');
  expect(await lettersTo(meetingId)).toHaveLength(3);
  const asks = await cluster.as(cluster.coordinator, (scope) => listCountAsks(scope, meetingId), {
    now: on('2027-03-25'),
  });
  expect(asks).toMatchObject([{ dueOn: '2027-04-14', period: { from: '2026-03-01', until: '2027-02-28' } }]);
});

test('a meeting that is called off asks nobody any more', async () => {
  const { cluster, meetingId } = await aMeetingThatAsks();
  await follow('2026-03-03');
  await owner
    .updateTable('meeting')
    .set({ state: 'cancelled', cancelledAt: NOW })
    .where('meetingId', '=', meetingId)
    .execute();
  await follow('2026-03-17');
  expect((await lettersTo(meetingId)).filter((line) => line.startsWith('own_count_reminder'))).toEqual([]);
  expect(await cluster.as(cluster.practices[1]!.doctor, listAskedCounts, { now: on('2026-03-17') })).toEqual(
    [],
  );
});

test('whoever arranges can say that the counting is over, and nobody is reminded any more', async () => {
  const { cluster, meetingId } = await aMeetingThatAsks();
  await follow('2026-03-03');
  await owner
    .updateTable('deadline')
    .set({ state: 'skipped', settledAt: on('2026-03-10') })
    .where('meetingId', '=', meetingId)
    .execute();
  await follow('2026-03-17');
  expect(await lettersTo(meetingId)).toHaveLength(3);
  expect(cluster.practices).toHaveLength(3);
});
