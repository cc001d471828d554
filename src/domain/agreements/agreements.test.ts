import { beforeAll, expect, test } from 'vitest';
import { aDeadline, aMeeting, settledOf } from '#domain/meetings/meetings.fixtures.ts';
import { asSystem } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, anIndicator } from '#test/build.ts';
import { NOW, newId, owner, worker } from '#test/world.ts';
import type { AgreementWish } from './agreement.ts';
import { findAgreement, listAgreements, listChoices } from './agreements.server.ts';
import { followActions } from './follow-actions.server.ts';
import { followAgreements } from './follow-agreements.server.ts';
import {
  makeAgreement,
  reopenAgreement,
  settleAgreement,
  takeOutAgreement,
} from './make-agreement.server.ts';

beforeAll(async () => {
  await anIndicator();
});

const WISH: AgreementWish = {
  what: 'Slutdato på alle nye recepter',
  who: 'Alle praksisser',
  byOn: '2026-05-14',
  measure: 'Andel langtidsbrugere',
  indicatorKey: 'prove',
  measuredAgainOn: '2026-10-14',
  secondMeasureOn: '2027-04-14',
};

async function anAgreement(wish: Partial<AgreementWish> = {}, state: 'held' | 'closed' = 'held') {
  const cluster = await aCluster({ practices: 2 });
  const meeting = await aMeeting(cluster, { state });
  const agreementId = newId();
  const made = await cluster.as(cluster.coordinator, (scope) =>
    makeAgreement(scope, agreementId, meeting.meetingId, { ...WISH, ...wish }),
  );
  return { cluster, meeting, agreementId, made };
}

const ordersOf = (meetingId: string) =>
  owner
    .selectFrom('figureOrder')
    .select(['sendOn', 'wantedOn', 'state', 'indicators'])
    .where('meetingId', '=', meetingId)
    .orderBy('wantedOn')
    .execute();
const close = (meetingId: string) =>
  owner.updateTable('meeting').set({ state: 'closed' }).where('meetingId', '=', meetingId).execute();
const follow = (day: string) => asSystem(worker, { now: new Date(`${day}T08:00:00Z`) }, followAgreements);
const told = async ({ clusterId }: ACluster) =>
  (await owner.selectFrom('letter').select('kind').where('clusterId', '=', clusterId).execute()).length;

test('an agreement plans its figures for both days on which it is measured again', async () => {
  const { meeting, made } = await anAgreement();
  expect(made).toMatchObject({ done: true });
  const order = { state: 'planned', indicators: ['prove'] };
  expect(await ordersOf(meeting.meetingId)).toEqual([
    { ...order, sendOn: '2026-08-15', wantedOn: '2026-10-14' },
    { ...order, sendOn: '2027-02-13', wantedOn: '2027-04-14' },
  ]);
});

test('one that no figure shows plans none, and one of an unknown figure is refused and stores nothing', async () => {
  const without = await anAgreement({ indicatorKey: null });
  expect(await ordersOf(without.meeting.meetingId)).toEqual([]);
  const unknown = await anAgreement({ indicatorKey: 'horoskop' });
  expect(unknown.made).toEqual({ done: false, reason: 'unknown_indicator' });
  expect(await unknown.cluster.as(unknown.cluster.coordinator, (scope) => listAgreements(scope))).toEqual([]);
});

test('it is taken out with its figures until the meeting is closed, and stands from then on', async () => {
  const { cluster, meeting, agreementId } = await anAgreement();
  const second = newId();
  await cluster.as(cluster.coordinator, (scope) => makeAgreement(scope, second, meeting.meetingId, WISH));
  const takeOut = (id: string) => cluster.as(cluster.coordinator, (scope) => takeOutAgreement(scope, id));
  expect(await takeOut(agreementId)).toMatchObject({ done: true });
  const states = (await ordersOf(meeting.meetingId)).map(({ state }) => state);
  expect(states.sort()).toEqual(['given_up', 'given_up', 'planned', 'planned']);
  await close(meeting.meetingId);
  expect(await takeOut(second)).toEqual({ done: false, reason: 'meeting_closed' });
  const late = await cluster.as(cluster.coordinator, (scope) =>
    makeAgreement(scope, newId(), meeting.meetingId, WISH),
  );
  expect(late).toEqual({ done: false, reason: 'meeting_closed' });
});

test('members read the agreements and make none; to another cluster they do not exist', async () => {
  const { cluster, meeting, agreementId } = await anAgreement();
  const { doctor } = cluster.practices[1]!;
  expect(await cluster.as(doctor, (scope) => listAgreements(scope, meeting.meetingId))).toMatchObject([
    { what: WISH.what, meetingTitle: meeting.title, heldOn: '2026-04-14' },
  ]);
  await expect(cluster.as(doctor, (scope) => takeOutAgreement(scope, agreementId))).rejects.toThrow(
    'agreement.make',
  );
  const stranger = await aCluster();
  expect(await stranger.as(stranger.coordinator, (scope) => findAgreement(scope, agreementId))).toBeNull();
  expect(await stranger.as(stranger.coordinator, (scope) => takeOutAgreement(scope, agreementId))).toEqual({
    done: false,
    reason: 'no_such_agreement',
  });
  expect(
    await stranger.as(stranger.coordinator, (scope) =>
      makeAgreement(scope, newId(), meeting.meetingId, WISH),
    ),
  ).toEqual({
    done: false,
    reason: 'no_such_meeting',
  });
});

test('what became of it is said once, and may be taken up again', async () => {
  const { cluster, agreementId } = await anAgreement();
  const settle = (outcome: string) =>
    cluster.as(cluster.coordinator, (scope) =>
      settleAgreement(scope, agreementId, { state: 'kept', outcome }),
    );
  expect(await settle('a'.repeat(1001))).toEqual({ done: false, reason: 'outcome_too_long' });
  expect(await settle('Det gør vi nu')).toMatchObject({ done: true });
  expect(await settle('igen')).toEqual({ done: false, reason: 'already_settled' });
  await cluster.as(cluster.coordinator, (scope) => reopenAgreement(scope, agreementId));
  expect(await cluster.as(cluster.coordinator, (scope) => findAgreement(scope, agreementId))).toMatchObject({
    state: 'open',
    outcome: 'Det gør vi nu',
  });
});

test('on each day of measuring everybody of a practice is told once, and nobody else', async () => {
  const { cluster, meeting } = await anAgreement();
  await aMember(cluster, { kind: 'secretary' });
  await follow('2026-10-14');
  expect(await told(cluster)).toBe(0);
  await close(meeting.meetingId);
  await follow('2026-10-13');
  expect(await told(cluster)).toBe(0);
  await follow('2026-10-14');
  await follow('2026-10-15');
  expect(await told(cluster)).toBe(2);
  await follow('2027-04-16');
  expect(await told(cluster)).toBe(4);
});

test('of two agreements of one meeting everybody gets one letter', async () => {
  const { cluster, meeting } = await anAgreement();
  const second = { ...WISH, what: 'En fast sygeplejerske' };
  await cluster.as(cluster.coordinator, (scope) => makeAgreement(scope, newId(), meeting.meetingId, second));
  await close(meeting.meetingId);
  await follow('2026-10-14');
  await follow('2026-10-14');
  expect(await told(cluster)).toBe(2);
});

test('what the plan of the meeting says of measuring again is settled with it', async () => {
  const { meeting } = await anAgreement({}, 'held');
  await aDeadline(meeting, { act: 'measure_again', offsetDays: 182, dueOn: '2026-10-13' });
  await aDeadline(meeting, { act: 'measure_again', offsetDays: 365, dueOn: '2027-04-14' });
  await close(meeting.meetingId);
  await follow('2026-10-14');
  expect(await settledOf(meeting)).toEqual(['measure_again done', 'measure_again open']);
});

async function anAction(dueOn: string, state: 'held' | 'closed' = 'closed') {
  const cluster = await aCluster({ practices: 2 });
  const meeting = await aMeeting(cluster, { state });
  const { clusterId } = cluster;
  const owned = {
    kind: 'action',
    sentence: 'Skriv til kommunen',
    ownerId: cluster.coordinator.memberId,
    dueOn,
  };
  const [action] = await owner
    .insertInto('resolution')
    .values({ clusterId, meetingId: meeting.meetingId, ...owned, madeAt: NOW })
    .returning('resolutionId')
    .execute();
  const remind = (day: string) => asSystem(worker, { now: new Date(`${day}T08:00:00Z`) }, followActions);
  return { cluster, meeting, action: action!, remind };
}

test('whoever took on an action is reminded of it once, three days before, when the minutes are out', async () => {
  const { cluster, action, remind } = await anAction('2026-05-14');
  await remind('2026-05-10');
  expect(await told(cluster)).toBe(0);
  await remind('2026-05-11');
  await remind('2026-05-12');
  const letters = await owner
    .selectFrom('letter')
    .select(['kind', 'personId', 'facts'])
    .where('clusterId', '=', cluster.clusterId)
    .execute();
  const facts = { resolution: action.resolutionId };
  expect(letters).toEqual([{ kind: 'action_reminder', personId: cluster.coordinator.personId, facts }]);
  const doings = await owner
    .selectFrom('ownDoing')
    .select(['act', 'facts'])
    .where('clusterId', '=', cluster.clusterId)
    .execute();
  expect(doings).toEqual([{ act: 'action_owners_reminded', facts: { people: '1' } }]);
});

test.each(['done', 'held'])('an action that is %s reminds nobody', async (how) => {
  const { cluster, action, remind } = await anAction('2026-05-14', how === 'held' ? 'held' : 'closed');
  if (how === 'done')
    await owner
      .updateTable('resolution')
      .set({ doneAt: NOW })
      .where('resolutionId', '=', action.resolutionId)
      .execute();
  await remind('2026-05-12');
  expect(await told(cluster)).toBe(0);
});

test('the package of a meeting offers agreements to choose between', async () => {
  const cluster = await aCluster();
  const agreements = [{ what: 'Slutdato', measure: 'op2', indicator: 'op2', months: [6] }];
  const meeting = await aMeeting(cluster, { package: { agreements } });
  const empty = await aMeeting(cluster);
  const choices = (meetingId: string) =>
    cluster.as(cluster.coordinator, (scope) => listChoices(scope, meetingId));
  expect(await choices(meeting.meetingId)).toEqual(agreements);
  expect(await choices(empty.meetingId)).toEqual([]);
});
