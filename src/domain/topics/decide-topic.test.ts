import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { aCluster, type Somebody } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import { decideTopic } from './decide-topic.server.ts';
import { joinTopic } from './join-topic.server.ts';
import { leaveTopic } from './leave-topic.server.ts';
import { mergeTopic } from './merge-topic.server.ts';
import { moveTurn } from './move-turn.server.ts';
import { placeDots } from './place-dots.server.ts';
import { planTopic } from './plan-topic.server.ts';
import {
  aClusterWithTopics,
  aTopic,
  aVote,
  byLink,
  dots,
  dotsIn,
  lettersOf,
  storedOf,
  topicRow,
} from './topics.fixtures.ts';
import { findTopic } from './topics.server.ts';

const PLANNING = { halfYear: '2026-07-01', answer: '' };
const groupOf = async (cluster: Awaited<ReturnType<typeof aCluster>>, topicId: string) => {
  const topic = await cluster.as(cluster.coordinator, (scope) => findTopic(scope, topicId));
  return topic?.group.length;
};

test('a topic is planned into a half-year, last in its turn, and its proposer hears of it', async () => {
  const { cluster, coordinator, board, doctor, topics } = await aClusterWithTopics();
  const [a, b] = topics;
  await cluster.as(coordinator, (scope) => planTopic(scope, a, PLANNING));
  await cluster.as(board, (scope) => planTopic(scope, b, { ...PLANNING, answer: 'Efter sommerferien.' }));
  expect(await topicRow(a)).toMatchObject({ state: 'planned', plannedFor: '2026-07-01', turn: 1 });
  expect(await topicRow(b)).toMatchObject({ state: 'planned', turn: 2, answer: 'Efter sommerferien.' });
  const letters = await lettersOf(cluster, 'topic_outcome');
  expect(letters.map(({ personId }) => personId)).toEqual([doctor.personId, doctor.personId]);
  expect(letters.map(({ facts }) => [facts.topic, facts.sentence, facts.answer, facts.target])).toEqual(
    expect.arrayContaining([
      [
        a,
        'Opioider til ældre',
        'Klyngen tager emnet op i 2. halvår 2026.',
        `/c/${cluster.clusterId}/topics/${a}`,
      ],
      [
        b,
        'Børn med feber',
        'Klyngen tager emnet op i 2. halvår 2026. Efter sommerferien.',
        `/c/${cluster.clusterId}/topics/${b}`,
      ],
    ]),
  );
});

test('a proposer reads the outcome in their own language, and nobody is told of what they decide themselves', async () => {
  const { cluster, coordinator, doctor, topics } = await aClusterWithTopics();
  await owner.updateTable('person').set({ locale: 'en' }).where('personId', '=', doctor.personId).execute();
  const own = await aTopic(cluster, coordinator, { sentence: 'Koordinatorens eget' });
  await cluster.as(coordinator, (scope) => planTopic(scope, own, PLANNING));
  await cluster.as(coordinator, (scope) => planTopic(scope, topics[0], PLANNING));
  expect((await lettersOf(cluster, 'topic_outcome')).map(({ facts }) => facts.answer)).toEqual([
    'The cluster takes the topic up in the second half of 2026.',
  ]);
});

test('somebody who has left the cluster is not written to', async () => {
  const { cluster, coordinator, doctor, topics } = await aClusterWithTopics();
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-01)' })
    .where('memberId', '=', doctor.memberId)
    .execute();
  expect(await cluster.as(coordinator, (scope) => planTopic(scope, topics[0], PLANNING))).toMatchObject({
    done: true,
  });
  expect(await lettersOf(cluster, 'topic_outcome')).toEqual([]);
});

test.each([
  ['a half-year that is over', '2025-07-01'],
  ['one that is too far away', '2028-01-01'],
  ['a day that begins no half-year', '2026-08-01'],
  ['no half-year', ''],
])('%s is no place in the plan', async (_what, halfYear) => {
  const { cluster, coordinator, topics } = await aClusterWithTopics();
  const before = await storedOf(cluster);
  const answer = await cluster.as(coordinator, (scope) =>
    planTopic(scope, topics[0], { halfYear, answer: '' }),
  );
  expect(answer).toEqual({ done: false, reason: 'half_year_missing' });
  expect(await storedOf(cluster)).toBe(before);
});

test('planned again from another tab it keeps its turn, and its proposer hears once', async () => {
  const { cluster, coordinator, topics } = await aClusterWithTopics();
  for (const topicId of [topics[0], topics[1], topics[0]])
    await cluster.as(coordinator, (scope) => planTopic(scope, topicId, PLANNING));
  expect((await topicRow(topics[0])).turn).toBe(1);
  expect(await lettersOf(cluster, 'topic_outcome')).toHaveLength(2);
});

test('topics of a half-year change places, and the ends stay', async () => {
  const { cluster, board, topics } = await aClusterWithTopics();
  const [a, b, c] = topics;
  for (const topicId of topics) await cluster.as(board, (scope) => planTopic(scope, topicId, PLANNING));
  const order = async () => {
    const rows = await owner
      .selectFrom('topic')
      .select('topicId')
      .where('topicId', 'in', topics)
      .orderBy('turn')
      .execute();
    return rows.map(({ topicId }) => topicId);
  };
  const move = (topicId: string, way: 'earlier' | 'later') =>
    cluster.as(board, (scope) => moveTurn(scope, topicId, way));
  await move(c, 'earlier');
  expect(await order()).toEqual([a, c, b]);
  await move(a, 'earlier');
  await move(b, 'later');
  expect(await order()).toEqual([a, c, b]);
  await move(a, 'later');
  expect(await order()).toEqual([c, a, b]);
});

test('a dropped topic has an answer, and everybody can read it', async () => {
  const { cluster, coordinator, doctor, topics } = await aClusterWithTopics();
  const drops = (answer: string) =>
    cluster.as(coordinator, (scope) => decideTopic(scope, topics[0], { decision: 'drop', answer }));
  const before = await storedOf(cluster);
  expect(await drops('')).toEqual({ done: false, reason: 'answer_missing' });
  expect(await drops('å'.repeat(601))).toEqual({ done: false, reason: 'answer_too_long' });
  expect(await drops('Vi tager det med 010190-1234')).toEqual({ done: false, reason: 'names_a_patient' });
  expect(await storedOf(cluster)).toBe(before);
  await drops('Vi havde det i 2024.');
  expect(await cluster.as(doctor, (scope) => findTopic(scope, topics[0]))).toMatchObject({
    state: 'dropped',
    answer: 'Vi havde det i 2024.',
  });
  expect((await lettersOf(cluster, 'topic_outcome'))[0]?.facts.answer).toBe(
    'Klyngen tager ikke emnet op nu. Vi havde det i 2024.',
  );
  expect(await drops('Igen')).toEqual({ done: false, reason: 'decided_already' });
});

test('a topic that was met keeps its half-year, and one taken up again is a proposal', async () => {
  const { cluster, coordinator, topics } = await aClusterWithTopics();
  const decides = (deciding: Parameters<typeof decideTopic>[2]) =>
    cluster.as(coordinator, (scope) => decideTopic(scope, topics[0], deciding));
  await cluster.as(coordinator, (scope) => planTopic(scope, topics[0], PLANNING));
  await decides({ decision: 'meet', answer: '' });
  expect(await topicRow(topics[0])).toMatchObject({ state: 'met', plannedFor: '2026-07-01' });
  await decides({ decision: 'take_up' });
  expect(await topicRow(topics[0])).toMatchObject({
    state: 'proposed',
    plannedFor: null,
    decidedAt: null,
    answer: '',
  });
  expect(await lettersOf(cluster, 'topic_outcome')).toHaveLength(3);
});

test('merged, the group comes along, both proposers hear of it and of what becomes of the one', async () => {
  const { cluster, coordinator, doctor, colleague, board, topics } = await aClusterWithTopics();
  const twin = await aTopic(cluster, colleague, { sentence: 'Smertestillende til gamle' });
  await cluster.as(board, (scope) => joinTopic(scope, twin));
  await byLink(cluster, colleague, (scope) => joinTopic(scope, topics[0]));
  await cluster.as(coordinator, (scope) => mergeTopic(scope, twin, topics[0]));
  expect(await topicRow(twin)).toMatchObject({ state: 'merged', mergedInto: topics[0] });
  expect(await groupOf(cluster, topics[0])).toBe(2);
  const [letter] = await lettersOf(cluster, 'topic_outcome');
  expect(letter?.personId).toBe(colleague.personId);
  expect(letter).toMatchObject({
    isForDigest: true,
    facts: { answer: expect.stringContaining('”Opioider til ældre”') },
  });
  await cluster.as(coordinator, (scope) => planTopic(scope, topics[0], PLANNING));
  const everybody = (await lettersOf(cluster, 'topic_outcome')).map(({ personId }) => personId).sort();
  expect(everybody).toEqual([colleague, colleague, doctor].map(({ personId }) => personId).sort());
});

test('leaving a group leaves those that were the same too', async () => {
  const { cluster, coordinator, board, topics } = await aClusterWithTopics();
  await cluster.as(board, (scope) => joinTopic(scope, topics[1]));
  await cluster.as(board, (scope) => joinTopic(scope, topics[1]));
  await cluster.as(coordinator, (scope) => joinTopic(scope, topics[0]));
  await cluster.as(coordinator, (scope) => mergeTopic(scope, topics[1], topics[0]));
  expect(await groupOf(cluster, topics[0])).toBe(2);
  await byLink(cluster, board, (scope) => leaveTopic(scope, topics[0]));
  expect(await groupOf(cluster, topics[0])).toBe(1);
  const late = await cluster.as(board, (scope) => joinTopic(scope, topics[1]));
  expect(late).toEqual({ done: false, reason: 'decided_already' });
});

test('a chain of merges is flat: what was the same as the one is the same as the last', async () => {
  const { cluster, coordinator, topics } = await aClusterWithTopics();
  const [a, b, c] = topics;
  await cluster.as(coordinator, (scope) => mergeTopic(scope, a, b));
  await cluster.as(coordinator, (scope) => mergeTopic(scope, b, c));
  expect([(await topicRow(a)).mergedInto, (await topicRow(b)).mergedInto]).toEqual([c, c]);
  await cluster.as(coordinator, (scope) => decideTopic(scope, b, { decision: 'take_up' }));
  expect(await topicRow(b)).toMatchObject({ state: 'proposed', mergedInto: null });
});

test.each([
  ['itself', (own: string) => own],
  ['nothing', () => ''],
  ['what is not there', () => newId()],
])('a topic cannot be merged with %s', async (_what, target) => {
  const { cluster, coordinator, topics } = await aClusterWithTopics();
  const before = await storedOf(cluster);
  const answer = await cluster.as(coordinator, (scope) => mergeTopic(scope, topics[0], target(topics[0])));
  expect(answer).toEqual({ done: false, reason: 'target_missing' });
  expect(await storedOf(cluster)).toBe(before);
});

test('merging while a vote runs touches no dot; nothing else can be decided of what is voted on', async () => {
  const { cluster, coordinator, doctor, topics } = await aClusterWithTopics();
  const [a, b] = topics;
  const vote = await aVote(cluster, topics);
  await cluster.as(doctor, (scope) => placeDots(scope, vote, dots({ [a]: 2, [b]: 3 })));
  await cluster.as(coordinator, (scope) => mergeTopic(scope, a, b));
  expect(await dotsIn(vote)).toEqual({ 'Børn med feber': 3, 'Opioider til ældre': 2 });
  expect(await cluster.as(doctor, (scope) => placeDots(scope, vote, dots({ [a]: 4 })))).toMatchObject({
    done: true,
  });
  const before = await storedOf(cluster);
  const refusals = [
    await cluster.as(coordinator, (scope) => planTopic(scope, b, PLANNING)),
    await cluster.as(coordinator, (scope) => decideTopic(scope, b, { decision: 'drop', answer: 'Nej' })),
    await cluster.as(coordinator, (scope) => decideTopic(scope, b, { decision: 'meet', answer: '' })),
    await cluster.as(coordinator, (scope) => decideTopic(scope, a, { decision: 'take_up' })),
  ];
  expect(refusals).toEqual(Array(4).fill({ done: false, reason: 'stands_in_a_vote' }));
  expect(await storedOf(cluster)).toBe(before);
});

const ACTS: [string, (scope: ClusterScope, topicId: string, other: string) => Promise<{ done: boolean }>][] =
  [
    ['plan', (scope, topicId) => planTopic(scope, topicId, PLANNING)],
    ['drop', (scope, topicId) => decideTopic(scope, topicId, { decision: 'drop', answer: 'Nej' })],
    ['meet', (scope, topicId) => decideTopic(scope, topicId, { decision: 'meet', answer: '' })],
    ['merge', (scope, topicId, other) => mergeTopic(scope, topicId, other)],
    ['move', (scope, topicId) => moveTurn(scope, topicId, 'earlier')],
  ];

test.each(ACTS)(
  'a member and a secretary cannot %s, and another cluster finds nothing to',
  async (_act, act) => {
    const { cluster, doctor, secretary, topics } = await aClusterWithTopics();
    const strangers = await aCluster();
    const before = await storedOf(cluster);
    const tries = (who: Somebody) => cluster.as(who, (scope) => act(scope, topics[0], topics[1]));
    await expect(tries(doctor)).rejects.toThrow(NotPermitted);
    await expect(tries(secretary)).rejects.toThrow(NotPermitted);
    expect(
      await strangers.as(strangers.coordinator, (scope) => act(scope, topics[0], topics[1])),
    ).toMatchObject({
      done: false,
    });
    expect(await storedOf(cluster)).toBe(before);
  },
);

test('a double click decides once and writes one letter', async () => {
  const { cluster, coordinator, topics } = await aClusterWithTopics();
  const commandId = newId();
  const send = () =>
    cluster.as(coordinator, (scope) => decideTopic(scope, topics[0], { decision: 'drop', answer: 'Nej' }), {
      commandId,
    });
  const [first, second] = await Promise.all([send(), send()]);
  expect([first?.done, second?.done]).toEqual([true, true]);
  expect(await lettersOf(cluster, 'topic_outcome')).toHaveLength(1);
});
