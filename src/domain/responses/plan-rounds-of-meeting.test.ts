import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { ALL_TYPES } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { type ACluster, aCluster, aMember } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { EVALUATION } from './evaluation.ts';
import { planRoundsOfMeeting } from './plan-rounds-of-meeting.server.ts';
import { daysLater, follow, stateOf } from './responses.fixtures.ts';
import { usualDays } from './round.ts';

const PACKAGE = {
  title: { da: 'Opioider', en: 'Opioids' },
  isWellbeing: false,
  questions: ALL_TYPES,
  questionnaireDays: { opens: -21, closes: -7 },
};

async function aMeetingOf(cluster: ACluster, wish: Record<string, unknown> = {}) {
  const meeting = await aMeeting(cluster, { heldOn: '2026-04-14', ...wish });
  await owner
    .updateTable('meeting')
    .set({ package: JSON.stringify(PACKAGE) })
    .where('meetingId', '=', meeting.meetingId)
    .execute();
  return meeting;
}

const roundsOf = (meetingId: string) =>
  owner
    .selectFrom('questionnaireRound')
    .select(['questionnaireRoundId', 'purpose', 'asks', 'opensOn', 'closesOn', 'movesWithMeeting', 'isNamed'])
    .where('meetingId', '=', meetingId)
    .orderBy('purpose')
    .execute();

test.each([
  ['2026-04-14', undefined, ['2026-03-17', '2026-04-09']],
  // Late: from today, and some days at least, until the day before the meeting.
  ['2026-03-20', undefined, ['2026-03-02', '2026-03-15']],
  ['2026-03-08', undefined, ['2026-03-02', '2026-03-05']],
  ['2026-03-04', undefined, ['2026-03-02', '2026-03-03']],
  ['2026-03-02', undefined, ['2026-03-02', '2026-03-02']],
  ['2026-04-14', { opens: 1, closes: 7 }, ['2026-04-15', '2026-04-21']],
  ['2026-02-20', { opens: 1, closes: 7 }, ['2026-03-02', '2026-03-05']],
  [null, undefined, [null, null]],
] as const)('a meeting on %s is asked about on days around it', (heldOn, days, [opensOn, closesOn]) => {
  expect(usualDays(heldOn, '2026-03-02', days)).toEqual({ opensOn, closesOn });
});

test('the evaluation takes a minute, and its keys are those of every meeting before', () => {
  expect(EVALUATION.questions.map(({ key }) => key)).toEqual([
    'tid-vaerd',
    'goer-anderledes',
    'tal-brugbare',
    'alle-hoert',
    'bedre',
  ]);
});

test('a meeting made of a package asks its doctors before it and those who came after it, once', async () => {
  const cluster = await aCluster();
  const meeting = await aMeetingOf(cluster);
  const commandId = newId();
  const plan = () =>
    cluster.as(cluster.coordinator, (scope) => planRoundsOfMeeting(scope, meeting.meetingId), { commandId });
  await plan();
  await plan();
  expect(await roundsOf(meeting.meetingId)).toMatchObject([
    {
      purpose: 'evaluation',
      asks: 'attendees',
      opensOn: '2026-04-15',
      closesOn: '2026-04-21',
      isNamed: false,
    },
    { purpose: 'topic', asks: 'doctors', opensOn: '2026-03-24', closesOn: '2026-04-07', isNamed: false },
  ]);
});

test('days go with the meeting, and come when it gets its day', async () => {
  const cluster = await aCluster();
  const meeting = await aMeetingOf(cluster, { state: 'idea', heldOn: null });
  await cluster.as(cluster.coordinator, (scope) => planRoundsOfMeeting(scope, meeting.meetingId));
  expect(await roundsOf(meeting.meetingId)).toMatchObject([
    { opensOn: null, movesWithMeeting: true },
    { opensOn: null, movesWithMeeting: true },
  ]);
  const moveTo = (heldOn: string) =>
    owner
      .updateTable('meeting')
      .set({ heldOn, startsAt: '17:00', state: 'reserved' })
      .where('meetingId', '=', meeting.meetingId)
      .execute();
  await moveTo('2026-06-01');
  expect((await roundsOf(meeting.meetingId)).map(({ opensOn }) => opensOn)).toEqual([
    '2026-06-02',
    '2026-05-11',
  ]);
  await moveTo('2026-06-08');
  expect((await roundsOf(meeting.meetingId)).map(({ closesOn }) => closesOn)).toEqual([
    '2026-06-15',
    '2026-06-01',
  ]);
});

test('a meeting that is cancelled is asked about no more', async () => {
  const cluster = await aCluster({ practices: 3 });
  const meeting = await aMeetingOf(cluster, { heldOn: '2026-03-20' });
  await cluster.as(cluster.coordinator, (scope) => planRoundsOfMeeting(scope, meeting.meetingId));
  const [evaluation, topic] = await roundsOf(meeting.meetingId);
  await follow();
  expect(await stateOf(topic!.questionnaireRoundId)).toBe('open');
  const letters = async () =>
    (
      await owner.selectFrom('letter').select('kind').where('clusterId', '=', cluster.clusterId).execute()
    ).map(({ kind }) => kind);
  expect(await letters()).toEqual(Array(3).fill('questionnaire'));
  await owner
    .updateTable('meeting')
    .set({ state: 'cancelled', cancelledAt: NOW })
    .where('meetingId', '=', meeting.meetingId)
    .execute();
  await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId, name: 'Ny' });
  await follow(daysLater(9));
  await follow(daysLater(19));
  expect(await letters()).toEqual(Array(3).fill('questionnaire'));
  expect(await stateOf(evaluation!.questionnaireRoundId)).toBe('planned');
});

test('those who may not plan questionnaires plan none with a meeting, and other kinds are not evaluated', async () => {
  const cluster = await aCluster();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const meeting = await aMeetingOf(cluster);
  for (const who of [secretary, cluster.practices[1]!.doctor])
    await cluster.as(who, (scope) => planRoundsOfMeeting(scope, meeting.meetingId));
  expect(await roundsOf(meeting.meetingId)).toEqual([]);
  const board = await aMeeting(cluster, { kind: 'board', heldOn: '2026-04-14' });
  await cluster.as(cluster.coordinator, (scope) => planRoundsOfMeeting(scope, board.meetingId));
  expect(await roundsOf(board.meetingId)).toEqual([]);
});
