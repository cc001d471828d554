import { beforeAll, expect, test } from 'vitest';
import { aCluster, aDelivery, aMember, anIndicator, aSource, type Somebody } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { answerSource } from './answer-source.server.ts';
import { confirmColleague } from './confirm-colleague.server.ts';
import { decideWhoSees } from './decide-who-sees.server.ts';
import { aClinic, aKey, LATER } from './figure-access.fixtures.ts';
import { findAskingSource, findColleague, listPracticePages } from './figure-access.server.ts';
import { confirmedOf, waitingOf } from './figure-access.ts';
import { openFigures } from './open-figures.server.ts';

type Clinic = Awaited<ReturnType<typeof aClinic>>;

beforeAll(async () => {
  await anIndicator();
});

/** A clinic that has been delivered figures of two indicators, and in which somebody has looked often. */
async function aBusyClinic() {
  const clinic = await aClinic();
  const { cluster, practiceId, doctor } = clinic;
  const source = await aSource([cluster]);
  await anIndicator({ key: 'anden' });
  for (const indicatorKey of ['prove', 'anden'])
    await aDelivery(source, [{ practiceId, numerator: 37, denominator: 211 }], { indicatorKey });
  const looks = Array.from({ length: 23 }, (_, minute) => ({
    figureLookId: newId(),
    practiceId,
    memberId: doctor.memberId,
    indicatorKey: 'prove',
    lookedAt: new Date(NOW.getTime() + minute * 60_000),
  }));
  await owner.insertInto('figureLook').values(looks).execute();
  return { ...clinic, source };
}

const pagesOf = async ({ cluster }: Pick<Clinic, 'cluster'>, who: Somebody) =>
  (await cluster.as(who, listPracticePages)) ?? [];

test('a doctor who decides sees colleagues with their addresses, sources, deliveries and the latest 20 looks', async () => {
  const clinic = await aBusyClinic();
  const { practiceId, doctor, waiting, source } = clinic;
  const [page, ...more] = await pagesOf(clinic, doctor);
  expect(more).toEqual([]);
  expect(page).toMatchObject({
    practiceId,
    state: 'open',
    isDecider: true,
    keyMadeAt: NOW,
    traineesSee: false,
  });
  expect(confirmedOf(page!.colleagues)).toMatchObject([
    { memberId: doctor.memberId, isOneself: true, openedBy: 'key', email: doctor.email },
  ]);
  expect(waitingOf(page!.colleagues).map(({ name, kind, email }) => [name, kind, email])).toEqual([
    ['Bo Bjerre', 'doctor', waiting.doctor.email],
    ['Siv Sand', 'staff', waiting.staff.email],
    ['Tea Toft', 'trainee', waiting.trainee.email],
  ]);
  expect(page!.sources).toMatchObject([
    {
      sourceId: source.sourceId,
      name: 'Kvalitetsenheden',
      answer: 'yes',
      isServing: true,
      isOfCluster: false,
    },
  ]);
  expect(page!.deliveries).toMatchObject([
    { sourceName: 'Kvalitetsenheden', indicators: 1, isWithdrawn: false },
    { sourceName: 'Kvalitetsenheden', indicators: 1, isWithdrawn: false },
  ]);
  expect(page!.looks).toHaveLength(20);
  expect(page!.looks[0]).toMatchObject({
    name: expect.stringContaining('Læge i'),
    indicator: { da: expect.any(String), en: expect.any(String) },
    lookedAt: new Date(NOW.getTime() + 22 * 60_000),
  });
  expect(JSON.stringify(page)).not.toMatch(/\b(37|211)\b/);
});

test.each<[string, (clinic: Clinic) => Somebody, string]>([
  ['a doctor who waits', ({ waiting }) => waiting.doctor, 'unopened'],
  ['a trainee who waits', ({ waiting }) => waiting.trainee, 'unopened'],
])('%s sees the own practice’s name and nothing of its page', async (_, who, state) => {
  const clinic = await aBusyClinic();
  const [page] = await pagesOf(clinic, who(clinic));
  expect(page).toMatchObject({ practiceId: clinic.practiceId, state, isDecider: false });
  expect([page!.colleagues, page!.sources, page!.deliveries, page!.looks]).toEqual([[], [], [], []]);
});

test('a confirmed trainee sees nothing until the practice says so, and then no address and no way to decide', async () => {
  const clinic = await aBusyClinic();
  const { cluster, practiceId, doctor, waiting, source } = clinic;
  await cluster.as(doctor, (scope) => confirmColleague(scope, waiting.trainee.memberId));
  const [shut] = await pagesOf(clinic, waiting.trainee);
  expect(shut).toMatchObject({ state: 'not_for_trainees', colleagues: [], looks: [] });
  await cluster.as(doctor, (scope) => decideWhoSees(scope, practiceId, { trainees: true, staff: false }));
  const [page] = await pagesOf(clinic, waiting.trainee);
  expect(page).toMatchObject({ state: 'open', isDecider: false });
  expect(page!.colleagues).toHaveLength(4);
  expect(new Set(page!.colleagues.map(({ email }) => email))).toEqual(new Set([null]));
  expect(page!.looks).toHaveLength(20);
  const { memberId } = waiting.doctor;
  expect(await cluster.as(waiting.trainee, (scope) => findColleague(scope, memberId))).toBeNull();
  expect(
    await cluster.as(waiting.trainee, (scope) => findAskingSource(scope, source.sourceId, practiceId)),
  ).toBeNull();
});

test('neither the coordinator nor a stranger sees anything of another practice’s page', async () => {
  const clinic = await aBusyClinic();
  const { cluster, practiceId, waiting, source } = clinic;
  const pages = await pagesOf(clinic, cluster.coordinator);
  expect(pages.map((page) => page.practiceId)).toEqual([cluster.practices[0]!.practiceId]);
  expect(JSON.stringify(pages)).not.toContain(practiceId);
  expect(JSON.stringify(pages)).not.toContain('Bo Bjerre');
  const { memberId } = waiting.doctor;
  expect(await cluster.as(cluster.coordinator, (scope) => findColleague(scope, memberId))).toBeNull();
  expect(
    await cluster.as(cluster.coordinator, (scope) => findAskingSource(scope, source.sourceId, practiceId)),
  ).toBeNull();
  const strangers = await aCluster();
  expect(await cluster.as(strangers.coordinator, listPracticePages)).toBeNull();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  expect(await pagesOf(clinic, secretary)).toEqual([]);
});

test('somebody with two practices sees both, each with its own', async () => {
  const clinic = await aBusyClinic();
  const { cluster, practiceId, doctor } = clinic;
  const other = cluster.practices[0]!;
  const memberId = newId();
  await owner
    .insertInto('member')
    .values({
      clusterId: cluster.clusterId,
      memberId,
      personId: doctor.personId,
      practiceId: other.practiceId,
      isExample: false,
      kind: 'doctor',
      valid: '[2020-01-01,)',
      invitedAt: NOW,
    })
    .execute();
  const states = (await pagesOf(clinic, doctor)).map((page) => [
    page.practiceId,
    page.state,
    page.looks.length,
  ]);
  expect(new Set(states)).toEqual(
    new Set([
      [practiceId, 'open', 20],
      [other.practiceId, 'unopened', 0],
    ]),
  );
  const key = await aKey(other.practiceId);
  await cluster.as(doctor, (scope) => openFigures(scope, memberId, key));
  const both = await pagesOf(clinic, doctor);
  expect(both.map(({ state }) => state)).toEqual(['open', 'open']);
  const otherPage = both.find((page) => page.practiceId === other.practiceId)!;
  expect(otherPage.colleagues.map((one) => one.memberId).sort()).toEqual(
    [memberId, other.doctor.memberId].sort(),
  );
  expect(otherPage.looks).toEqual([]);
});

test('who answered a source stands with the answer, and what waits comes first', async () => {
  const clinic = await aBusyClinic();
  const { cluster, practiceId, doctor, source } = clinic;
  await aSource([cluster], { answers: 'none' });
  const no = { practiceId, answer: 'no' as const };
  await cluster.as(doctor, (scope) => answerSource(scope, source.sourceId, no), { now: LATER });
  const [page] = await pagesOf(clinic, doctor);
  expect(page!.sources.map(({ answer, answeredByName }) => [answer, answeredByName])).toEqual([
    [null, null],
    ['no', expect.stringContaining('Læge i')],
  ]);
});

test('a practice without key, sources, deliveries and looks has an empty page', async () => {
  const cluster = await aCluster({ practices: 1 });
  const [page] = await pagesOf({ cluster }, cluster.coordinator);
  expect(page).toMatchObject({ state: 'open', keyMadeAt: null, sources: [], deliveries: [], looks: [] });
  expect(page!.colleagues).toHaveLength(1);
});
