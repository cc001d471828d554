import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { journalOf } from '#domain/members/figure-access.fixtures.ts';
import { aCluster, aMember } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import { changeTopic } from './change-topic.server.ts';
import { proposeTopic } from './propose-topic.server.ts';
import { aClusterWithTopics, aTopic, aVote, byLink, inDays, storedOf, topicRow } from './topics.fixtures.ts';
import { findTopic, listOwnTopics, listSimilar, listTopics } from './topics.server.ts';
import { withdrawTopic } from './withdraw-topic.server.ts';

const proposal = (sentence: string, seen: string[] = []) => ({ sentence, measure: '', seen });
const sentencesIn = async (clusterId: string) => {
  const rows = await owner
    .selectFrom('topic')
    .select('sentence')
    .where('clusterId', '=', clusterId)
    .orderBy('sentence')
    .execute();
  return rows.map(({ sentence }) => sentence);
};

test('a member proposes in one sentence, signed in or by the own link, and the cluster sees it', async () => {
  const cluster = await aCluster();
  const { coordinator } = cluster;
  const { doctor } = cluster.practices[1]!;
  const first = await cluster.as(doctor, (scope) =>
    proposeTopic(scope, newId(), { sentence: 'Øjne og ører', measure: 'Antal podninger', seen: [] }),
  );
  const second = await byLink(cluster, doctor, (scope) =>
    proposeTopic(scope, newId(), proposal('Hjertesvigt')),
  );
  expect([first?.done, second?.done]).toEqual([true, true]);
  const seen = await cluster.as(coordinator, listTopics);
  expect(
    seen?.map(({ sentence, measure, state, proposer, isOwn }) => [sentence, measure, state, proposer, isOwn]),
  ).toEqual(
    expect.arrayContaining([
      ['Øjne og ører', 'Antal podninger', 'proposed', `Læge i ${cluster.practices[1]!.number}`, false],
      ['Hjertesvigt', '', 'proposed', `Læge i ${cluster.practices[1]!.number}`, false],
    ]),
  );
  expect((await journalOf(doctor)).map((line) => line.split(' ')[0])).toEqual([
    'topic.proposed',
    'topic.proposed',
  ]);
});

test('sent twice by link, or from two tabs at once, it is proposed once', async () => {
  const cluster = await aCluster();
  const { doctor } = cluster.practices[1]!;
  const send = () =>
    byLink(cluster, doctor, (scope) => proposeTopic(scope, newId(), proposal('Hjertesvigt')));
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers.map((answer) => answer?.done && answer.made.topicId)).size).toBe(1);
  expect(await sentencesIn(cluster.clusterId)).toEqual(['Hjertesvigt']);
});

test('a double click of a signed-in member comes to one proposal, and one line in the journal', async () => {
  const cluster = await aCluster();
  const { doctor } = cluster.practices[1]!;
  const commandId = newId();
  const send = () =>
    cluster.as(doctor, (scope) => proposeTopic(scope, newId(), proposal('Hjertesvigt')), { commandId });
  const [first, second] = await Promise.all([send(), send()]);
  expect(second).toEqual(first);
  expect(await journalOf(doctor)).toHaveLength(1);
});

test('what is like an earlier one is shown first, and sent once its proposer has seen that', async () => {
  const { cluster, colleague, topics } = await aClusterWithTopics();
  const before = await storedOf(cluster);
  const send = (seen: string[]) =>
    cluster.as(colleague, (scope) => proposeTopic(scope, newId(), proposal('Nedtrapning af opioider', seen)));
  expect(await send([])).toEqual({ done: false, reason: 'similar_topics' });
  expect(await storedOf(cluster)).toBe(before);
  const similar = await byLink(cluster, colleague, (scope) => listSimilar(scope, 'Nedtrapning af opioider'));
  expect(similar).toMatchObject([
    { topicId: topics[0], sentence: 'Opioider til ældre', state: 'proposed', isHelping: false },
  ]);
  expect(await send([topics[0]])).toMatchObject({ done: true });
});

test('an earlier one that was dropped is shown with its answer, a withdrawn one is not', async () => {
  const { cluster, doctor, colleague } = await aClusterWithTopics();
  await aTopic(cluster, doctor, {
    sentence: 'Hjertesvigt',
    state: 'dropped',
    answer: 'Vi havde det i 2024.',
  });
  await aTopic(cluster, doctor, { sentence: 'Hjertesvigt igen', state: 'withdrawn' });
  const similar = await cluster.as(colleague, (scope) => listSimilar(scope, 'hjertesvigt'));
  expect(similar).toMatchObject([{ sentence: 'Hjertesvigt', answer: 'Vi havde det i 2024.' }]);
});

test.each([
  ['nothing', '  ', 'sentence_missing'],
  ['too much', 'å'.repeat(301), 'sentence_too_long'],
  ['a patient', 'Hvad gør vi ved 010190-1234?', 'names_a_patient'],
])('%s is refused, and stores nothing', async (_what, sentence, reason) => {
  const { cluster, doctor } = await aClusterWithTopics();
  const before = await storedOf(cluster);
  const answer = await cluster.as(doctor, (scope) => proposeTopic(scope, newId(), proposal(sentence)));
  expect(answer).toEqual({ done: false, reason });
  expect(await storedOf(cluster)).toBe(before);
});

test('bought help looks on: signed in it may not, and by link it is told so', async () => {
  const { cluster, secretary } = await aClusterWithTopics();
  const before = await storedOf(cluster);
  const signedIn = cluster.as(secretary, (scope) => proposeTopic(scope, newId(), proposal('Kaffen')));
  await expect(signedIn).rejects.toThrow(NotPermitted);
  const linked = await byLink(cluster, secretary, (scope) =>
    proposeTopic(scope, newId(), proposal('Kaffen')),
  );
  expect(linked).toEqual({ done: false, reason: 'not_for_you' });
  expect(await storedOf(cluster)).toBe(before);
});

test('to another cluster the topics do not exist', async () => {
  const { cluster, topics } = await aClusterWithTopics();
  const strangers = await aCluster();
  const before = await storedOf(cluster);
  const { coordinator } = strangers;
  expect(await strangers.as(coordinator, listTopics)).toEqual([]);
  expect(await strangers.as(coordinator, (scope) => findTopic(scope, topics[0]))).toBeNull();
  expect(await byLink(strangers, coordinator, (scope) => listSimilar(scope, 'Opioider til ældre'))).toEqual(
    [],
  );
  const refusals = [
    await strangers.as(coordinator, (scope) => changeTopic(scope, topics[0], proposal('Vores nu'))),
    await byLink(strangers, coordinator, (scope) => withdrawTopic(scope, topics[0])),
  ];
  expect(refusals).toEqual(Array(2).fill({ done: false, reason: 'no_such_topic' }));
  expect(await storedOf(cluster)).toBe(before);
});

test('a proposer changes and withdraws their own, also by link; a colleague does not', async () => {
  const { cluster, doctor, colleague, topics } = await aClusterWithTopics();
  const [first, second] = topics;
  const changed = { sentence: 'Opioider til de ældste', measure: 'Antal over 80 år' };
  expect(await cluster.as(colleague, (scope) => changeTopic(scope, first, changed))).toEqual({
    done: false,
    reason: 'not_your_proposal',
  });
  expect(await byLink(cluster, doctor, (scope) => changeTopic(scope, first, changed))).toMatchObject({
    done: true,
  });
  expect(await topicRow(first)).toMatchObject(changed);
  expect(await cluster.as(doctor, (scope) => withdrawTopic(scope, second))).toMatchObject({ done: true });
  expect(await topicRow(second)).toMatchObject({ state: 'withdrawn' });
  expect(await byLink(cluster, doctor, listOwnTopics)).toHaveLength(2);
});

test.each([
  ['somebody has decided', 'decided_already'],
  ['others are voting on it', 'stands_in_a_vote'],
])('once %s, a proposal stands as it is', async (what, reason) => {
  const { cluster, doctor, topics } = await aClusterWithTopics();
  const topicId =
    reason === 'decided_already'
      ? await aTopic(cluster, doctor, { sentence: 'På planen', state: 'planned', plannedFor: '2026-07-01' })
      : topics[0];
  if (what.startsWith('others')) await aVote(cluster, topics);
  const before = await storedOf(cluster);
  const refusals = [
    await cluster.as(doctor, (scope) => changeTopic(scope, topicId, proposal('Noget andet'))),
    await byLink(cluster, doctor, (scope) => withdrawTopic(scope, topicId)),
  ];
  expect(refusals).toEqual(Array(2).fill({ done: false, reason }));
  expect(await storedOf(cluster)).toBe(before);
});

test('the web login itself changes no proposal of another, nor one that is voted on', async () => {
  const { cluster, doctor, colleague, topics } = await aClusterWithTopics();
  await aVote(cluster, topics.slice(0, 2));
  const rename = (topicId: string) => (scope: Parameters<typeof listTopics>[0]) =>
    scope.db
      .updateTable('topic')
      .set({ sentence: 'Ændret' })
      .where('topicId', '=', topicId)
      .executeTakeFirst();
  const changed = [
    await cluster.as(colleague, rename(topics[2])),
    await cluster.as(doctor, rename(topics[0])),
    await cluster.as(doctor, rename(topics[2])),
  ];
  expect(changed.map((answer) => Number(answer?.numUpdatedRows))).toEqual([0, 0, 1]);
  const decide = cluster.as(doctor, ({ db }) =>
    db
      .updateTable('topic')
      .set({ state: 'planned', plannedFor: '2026-07-01' })
      .where('topicId', '=', topics[2])
      .execute(),
  );
  await expect(decide).rejects.toMatchObject({ code: '42501' });
});

test('somebody whose membership has ended proposes nothing, and somebody new in another clinic keeps theirs', async () => {
  const { cluster, doctor, topics } = await aClusterWithTopics();
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-01)' })
    .where('memberId', '=', doctor.memberId)
    .execute();
  expect(await cluster.as(doctor, listTopics)).toBeNull();
  expect(await byLink(cluster, doctor, (scope) => listOwnTopics(scope))).toBeNull();
  const moved = { ...cluster.practices[2]!, memberId: newId() };
  await owner
    .insertInto('member')
    .values({
      clusterId: cluster.clusterId,
      memberId: moved.memberId,
      personId: doctor.personId,
      practiceId: moved.practiceId,
      isExample: false,
      kind: 'doctor',
      valid: '[2026-03-01,)',
      invitedAt: inDays(-1),
    })
    .execute();
  expect(await cluster.as(doctor, listOwnTopics)).toHaveLength(3);
  const changed = { sentence: 'Nu fra en anden klinik', measure: '' };
  expect(await cluster.as(doctor, (scope) => changeTopic(scope, topics[0], changed))).toMatchObject({
    done: true,
  });
});

test('seventy proposals with long words are all listed, the newest first', async () => {
  const cluster = await aCluster();
  const { doctor } = cluster.practices[1]!;
  const staff = await aMember(cluster, {
    practiceId: cluster.practices[1]!.practiceId,
    kind: 'staff',
    name: 'Åse Ærø',
  });
  for (let at = 0; at < 70; at += 1)
    await aTopic(cluster, at % 2 ? doctor : staff, { sentence: `${'Rødgrødmedfløde'.repeat(15)} ${at}` });
  const topics = await cluster.as(staff, listTopics);
  expect(topics).toHaveLength(70);
  expect(topics?.filter(({ isOwn }) => isOwn)).toHaveLength(35);
});
