import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import type { MeetingLetter } from '#domain/notices/letters.server.ts';
import { refusalOfMeetingLetter } from '#domain/notices/meeting-letter-refusal.ts';
import { findSituation } from '#domain/notices/meeting-situation.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import { aCluster, type Somebody } from '#test/build.ts';
import { NOW, newId, owner, worker } from '#test/world.ts';
import type { NewVote } from './ballot.ts';
import { closeVote } from './close-vote.server.ts';
import { openVote } from './open-vote.server.ts';
import { placeDots } from './place-dots.server.ts';
import {
  AFTERWARDS,
  aClusterWithTopics,
  aTopic,
  aVote,
  CLOSES_ON,
  dots,
  inDays,
  lettersOf,
  storedOf,
  sweep,
} from './topics.fixtures.ts';
import { findRunningVote, listClosedVotes } from './votes.server.ts';

async function readyToVote() {
  const world = await aClusterWithTopics();
  const { cluster, topics, coordinator } = world;
  const opens = (wish: Partial<NewVote> = {}, who: Somebody = coordinator, when = {}) =>
    cluster.as(
      who,
      (scope) => openVote(scope, newId(), { dots: 5, topicIds: topics, closesOn: CLOSES_ON, ...wish }),
      when,
    );
  return { ...world, opens };
}

test('a coordinator or the board opens a vote, and everybody of a practice but the opener is told', async () => {
  const { cluster, coordinator, doctor, colleague, board, opens } = await readyToVote();
  expect(await opens({}, board)).toEqual({ done: true, made: { told: 3 } });
  const letters = await lettersOf(cluster, 'topic_vote');
  expect(letters.map(({ personId }) => personId).sort()).toEqual(
    [coordinator, doctor, colleague].map(({ personId }) => personId).sort(),
  );
  const running = await cluster.as(doctor, findRunningVote);
  expect(running).toMatchObject({ dots: 5, closesOn: CLOSES_ON, choices: 3, turnout: 0 });
  expect(letters[0]?.facts).toEqual({ vote: running?.topicVoteId });
});

test.each([
  ['2026-03-12', false],
  ['2026-03-13', true],
])('a vote that closes on %s waits for the weekly letter: %s', async (closesOn, isForDigest) => {
  const { cluster, opens } = await readyToVote();
  await opens({ closesOn });
  const letters = await lettersOf(cluster, 'topic_vote');
  expect(new Set(letters.map((letter) => letter.isForDigest))).toEqual(new Set([isForDigest]));
});

test.each([
  ['one topic', { topicIds: ['only'] }, 'too_few_choices'],
  ['no day', { closesOn: null }, 'day_malformed'],
  ['eleven dots', { dots: 11 }, 'dots_out_of_range'],
] as const)('%s opens no vote and tells nobody', async (_what, wish, reason) => {
  const { cluster, opens } = await readyToVote();
  const before = await storedOf(cluster);
  expect(await opens(wish as Partial<NewVote>)).toEqual({ done: false, reason });
  expect(await storedOf(cluster)).toBe(before);
});

test('a topic that is decided, or of another cluster, is no choice', async () => {
  const { cluster, doctor, topics, opens } = await readyToVote();
  const planned = await aTopic(cluster, doctor, { state: 'planned', plannedFor: '2026-07-01' });
  const foreign = await aTopic(await aCluster(), null);
  for (const topicId of [planned, foreign])
    expect(await opens({ topicIds: [topics[0], topicId] })).toEqual({
      done: false,
      reason: 'choice_decided',
    });
});

test('one vote runs at a time, also when two open one at once; a double click opens one', async () => {
  const { cluster, board, opens } = await readyToVote();
  const both = await Promise.all([opens(), opens({}, board)]);
  expect(both.map((answer) => answer?.done).sort()).toEqual([false, true]);
  const { opens: again, cluster: other } = await readyToVote();
  const commandId = newId();
  await Promise.all([again({}, undefined, { commandId }), again({}, undefined, { commandId })]);
  expect(await lettersOf(other, 'topic_vote')).toHaveLength(3);
  expect(await cluster.as(board, (scope) => listClosedVotes(scope, 9))).toEqual([]);
});

test('a vote whose day has passed makes room for the next, without waiting for the sweep', async () => {
  const { cluster, opens } = await readyToVote();
  await opens();
  const later = { now: AFTERWARDS };
  expect(await opens({ closesOn: '2026-03-31' }, undefined, later)).toMatchObject({ done: true });
  expect(await cluster.as(cluster.coordinator, (scope) => listClosedVotes(scope, 9), later)).toHaveLength(1);
});

test('a member and a secretary open and close nothing', async () => {
  const { cluster, doctor, secretary, topics, opens } = await readyToVote();
  const vote = await aVote(cluster, topics);
  const before = await storedOf(cluster);
  for (const who of [doctor, secretary]) {
    await expect(opens({}, who)).rejects.toThrow(NotPermitted);
    await expect(cluster.as(who, (scope) => closeVote(scope, vote))).rejects.toThrow(NotPermitted);
  }
  expect(await storedOf(cluster)).toBe(before);
});

test('closed early, everybody sees the result at once: dots, from how many, equal places told as equal', async () => {
  const { cluster, coordinator, doctor, colleague, board, secretary, topics } = await readyToVote();
  const vote = await aVote(cluster, topics);
  const [a, b, c] = topics;
  const places = (who: Somebody, placed: ReturnType<typeof dots>) =>
    cluster.as(who, (scope) => placeDots(scope, vote, placed));
  await places(doctor, dots({ [a]: 3, [b]: 2 }));
  await places(colleague, dots({ [b]: 1, [c]: 1 }));
  await places(board, dots({ [c]: 2 }));
  expect(await cluster.as(coordinator, (scope) => closeVote(scope, vote))).toMatchObject({ done: true });
  for (const who of [coordinator, doctor, secretary]) {
    const [closed] = (await cluster.as(who, (scope) => listClosedVotes(scope, 1)))!;
    expect(closed).toMatchObject({ turnout: 3, endedOn: '2026-03-02' });
    expect(closed?.lines.map(({ sentence, dots: n, voters, place }) => [sentence, n, voters, place])).toEqual(
      [
        ['Attester til kommunen', 3, 2, { first: 1, last: 3 }],
        ['Børn med feber', 3, 2, { first: 1, last: 3 }],
        ['Opioider til ældre', 3, 1, { first: 1, last: 3 }],
      ],
    );
  }
  const again = await cluster.as(coordinator, (scope) => closeVote(scope, vote));
  expect(again).toEqual({ done: false, reason: 'vote_closed' });
});

test('another cluster neither sees nor closes it', async () => {
  const { cluster, topics } = await readyToVote();
  const vote = await aVote(cluster, topics);
  const strangers = await aCluster();
  const answer = await strangers.as(strangers.coordinator, (scope) => closeVote(scope, vote));
  expect(answer).toEqual({ done: false, reason: 'no_such_vote' });
  expect(await strangers.as(strangers.coordinator, (scope) => listClosedVotes(scope, 9))).toEqual([]);
});

test('the sweep closes what is over, on the day after and once, in every cluster', async () => {
  const first = await readyToVote();
  const second = await readyToVote();
  const votes = [
    await aVote(first.cluster, first.topics),
    await aVote(second.cluster, second.topics, { closesOn: '2026-04-30' }),
  ];
  const closedAt = async () => {
    const rows = await owner
      .selectFrom('topicVote')
      .select(['topicVoteId', 'closedAt'])
      .where('topicVoteId', 'in', votes)
      .execute();
    return votes.map((vote) => rows.find((row) => row.topicVoteId === vote)?.closedAt ?? null);
  };
  await sweep(inDays(14));
  expect(await closedAt()).toEqual([null, null]);
  await sweep(AFTERWARDS);
  expect(await closedAt()).toEqual([AFTERWARDS, null]);
  await sweep(inDays(16));
  expect(await closedAt()).toEqual([AFTERWARDS, null]);
});

test('the web login cannot move the last day, open a vote again, or add a choice while it runs', async () => {
  const { cluster, coordinator, doctor, topics } = await readyToVote();
  const vote = await aVote(cluster, topics.slice(0, 2));
  const extend = cluster.as(coordinator, ({ db }) =>
    db.updateTable('topicVote').set({ closesOn: '2027-01-01' }).where('topicVoteId', '=', vote).execute(),
  );
  await expect(extend).rejects.toMatchObject({ code: '42501' });
  const late = { now: inDays(1) };
  const add = cluster.as(
    coordinator,
    ({ db, clusterId }) =>
      db.insertInto('topicChoice').values({ clusterId, topicVoteId: vote, topicId: topics[2] }).execute(),
    late,
  );
  await expect(add).rejects.toMatchObject({ code: '42501' });
  await cluster.as(coordinator, (scope) => closeVote(scope, vote));
  const reopen = (who: Somebody) =>
    cluster.as(who, ({ db }) =>
      db.updateTable('topicVote').set({ closedAt: null }).where('topicVoteId', '=', vote).executeTakeFirst(),
    );
  expect(Number((await reopen(coordinator))?.numUpdatedRows)).toBe(0);
  expect(Number((await reopen(doctor))?.numUpdatedRows)).toBe(0);
});

test('a letter that waits asks for no dots in a vote that closed early, nor who has placed theirs', async () => {
  const { cluster, coordinator, doctor, topics, opens } = await readyToVote();
  await opens({ closesOn: '2026-03-31' });
  const first = await cluster.as(coordinator, findRunningVote);
  await cluster.as(coordinator, (scope) => closeVote(scope, first!.topicVoteId));
  await opens({ closesOn: '2026-03-31' });
  const second = await cluster.as(coordinator, findRunningVote);
  await cluster.as(doctor, (scope) => placeDots(scope, second!.topicVoteId, dots({ [topics[0]]: 1 })));
  const letters = await owner
    .selectFrom('letter')
    .selectAll()
    .where('clusterId', '=', cluster.clusterId)
    .where('isForDigest', '=', true)
    .execute();
  const refusals = await asSystem(worker, { now: NOW }, async (scope) => {
    const found: string[] = [];
    for (const letter of letters as unknown as MeetingLetter[]) {
      const isFirst = letter.facts.vote === first!.topicVoteId;
      const refusal = refusalOfMeetingLetter('topic_vote', await findSituation(scope, letter));
      const who = letter.personId === doctor.personId ? 'who has voted' : 'who has not';
      found.push(`${isFirst ? 'first' : 'second'}, ${who}: ${refusal}`);
    }
    return [...new Set(found)].toSorted();
  });
  expect(refusals).toEqual([
    'first, who has not: vote_closed',
    'first, who has voted: vote_closed',
    'second, who has not: null',
    'second, who has voted: answered',
  ]);
});
