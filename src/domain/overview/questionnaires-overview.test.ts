import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { releaseTexts } from '#domain/responses/release-texts.server.ts';
import {
  aCountedRound,
  answerAs,
  aRound,
  daysLater,
  follow,
  system,
} from '#domain/responses/responses.fixtures.ts';
import { listTextAnswers } from '#domain/responses/rounds.server.ts';
import { type ACluster, aCluster } from '#test/build.ts';
import { countOwnAnswers } from './home.server.ts';
import { isFor } from './thing.ts';
import { listThings } from './things.server.ts';

const ANSWERS = { tryg: '4', nummer: 'yes', svaerest: 'Tiden' };

const thingsOn = async (cluster: ACluster, now: Date) =>
  (await cluster.as(cluster.coordinator, (scope) => listThings(scope, cluster.clusterId), { now }))!;

test('a questionnaire that is over with too few answers is told of, until it is prolonged or dropped', async () => {
  const cluster = await aCluster({ practices: 6 });
  const meeting = await aMeeting(cluster, { heldOn: '2026-06-01', title: 'Opioider' });
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId: meeting.meetingId });
  await follow();
  for (const { doctor } of cluster.practices.slice(0, 4))
    await answerAs(cluster, doctor, { roundId, answers: ANSWERS });
  expect(await thingsOn(cluster, daysLater(12))).toEqual([]);
  const short = {
    kind: 'round_short',
    dueOn: '2026-03-16',
    about: 'Før mødet om opioider',
    count: 2,
    path: `/questionnaires/rounds/${roundId}`,
  };
  expect(await thingsOn(cluster, daysLater(13))).toMatchObject([short]);
  const ofTheWeek = (scope: Parameters<typeof listThings>[0]) => listThings(scope, cluster.clusterId, 'week');
  expect(await system(ofTheWeek, daysLater(8))).toMatchObject([short]);
  expect(await system(ofTheWeek, daysLater(7))).toEqual([]);
  expect(isFor({ kind: 'round_short' }, ['secretary'])).toBe(false);
  const told = await thingsOn(cluster, daysLater(15));
  expect(told).toMatchObject([
    {
      kind: 'round_too_few',
      dueOn: '2026-03-30',
      about: 'Før mødet om opioider',
      path: `/questionnaires/rounds/${roundId}`,
    },
  ]);
  expect(await system((scope) => listThings(scope, cluster.clusterId), daysLater(15))).toEqual(told);
  const stranger = await aCluster();
  expect(await stranger.as(stranger.coordinator, (scope) => listThings(scope, cluster.clusterId))).toEqual(
    [],
  );
  await follow(daysLater(40));
  expect(await thingsOn(cluster, daysLater(40))).toEqual([]);
});

test('a questionnaire waits for the own answer until it is given', async () => {
  const cluster = await aCluster({ practices: 2 });
  const meeting = await aMeeting(cluster, { heldOn: '2026-06-01' });
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId: meeting.meetingId });
  await follow();
  const [{ doctor }, other] = [cluster.practices[0]!, cluster.practices[1]!.doctor];
  const counts = async () => [
    await cluster.as(doctor, countOwnAnswers),
    await cluster.as(other, countOwnAnswers),
  ];
  expect(await counts()).toEqual([1, 1]);
  await answerAs(cluster, doctor, { roundId, answers: ANSWERS });
  expect(await counts()).toEqual([0, 1]);
});

test('words wait to be read until some are let out, and the answers are told of in the week of the meeting', async () => {
  const cluster = await aCluster({ practices: 6 });
  const meeting = await aMeeting(cluster, { heldOn: '2026-03-25', title: 'Opioider' });
  const roundId = await aCountedRound(cluster, meeting.meetingId, { answersOf: () => ANSWERS });
  const kinds = async (now: Date) => (await thingsOn(cluster, now)).map(({ kind }) => kind).sort();
  expect(await kinds(daysLater(15))).toEqual(['texts_to_read']);
  expect(await kinds(daysLater(16))).toEqual(['results_ready', 'texts_to_read']);
  const [first] = (await cluster.as(cluster.coordinator, (scope) => listTextAnswers(scope, roundId)))!;
  await cluster.as(cluster.coordinator, (scope) => releaseTexts(scope, roundId, [first!.textAnswerId]));
  expect(await kinds(daysLater(16))).toEqual(['results_ready']);
  expect(isFor({ kind: 'texts_to_read' }, ['board', 'secretary'])).toBe(false);
});
