import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { journalOf } from '#domain/members/figure-access.fixtures.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { aCluster, type Somebody } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import { closeVote } from './close-vote.server.ts';
import { placeDots } from './place-dots.server.ts';
import {
  AFTERWARDS,
  aClusterWithTopics,
  aTopic,
  aVote,
  byLink,
  dots,
  dotsIn,
  storedOf,
} from './topics.fixtures.ts';
import { listTopics } from './topics.server.ts';
import { findBallot, findRunningVote, listClosedVotes, listOpenVotes } from './votes.server.ts';

async function aRunningVote() {
  const world = await aClusterWithTopics();
  const vote = await aVote(world.cluster, world.topics);
  const places = (who: Somebody, placed: ReturnType<typeof dots>, when = {}) =>
    world.cluster.as(who, (scope) => placeDots(scope, vote, placed), when);
  return { ...world, vote, places };
}

test('dots are placed all on one or spread, signed in or by link, and placed anew in place of the first', async () => {
  const { cluster, doctor, colleague, topics, vote, places } = await aRunningVote();
  const [a, b, c] = topics;
  expect(await places(doctor, dots({ [a]: 5 }))).toEqual({ done: true, made: { dots: 5 } });
  await byLink(cluster, colleague, (scope) => placeDots(scope, vote, dots({ [a]: 1, [b]: 1, [c]: '' })));
  expect(await dotsIn(vote)).toEqual({ 'Opioider til ældre': 6, 'Børn med feber': 1 });
  await byLink(cluster, doctor, (scope) => placeDots(scope, vote, dots({ [b]: 2, [c]: 3 })));
  expect(await dotsIn(vote)).toEqual({
    'Attester til kommunen': 3,
    'Børn med feber': 3,
    'Opioider til ældre': 1,
  });
  const own = await cluster.as(doctor, (scope) => findBallot(scope, vote));
  expect(own).toEqual(
    new Map([
      [b, 2],
      [c, 3],
    ]),
  );
});

test('no dots at all take the ballot back', async () => {
  const { cluster, doctor, topics, vote, places } = await aRunningVote();
  await places(doctor, dots({ [topics[0]]: 3 }));
  expect(await places(doctor, dots({ [topics[0]]: '' }))).toEqual({ done: true, made: { dots: 0 } });
  expect(await dotsIn(vote)).toEqual({});
  expect((await cluster.as(doctor, findRunningVote))?.turnout).toBe(0);
});

test.each([
  ['too many', { first: 3, second: 3 }, 'too_many_dots'],
  ['half a dot', { first: '0,5' }, 'dots_malformed'],
  ['dots on a topic outside the vote', { outside: 1 }, 'not_a_choice'],
] as const)('%s is refused, and the earlier ballot stands', async (_what, wish, reason) => {
  const { cluster, doctor, topics, vote, places } = await aRunningVote();
  const ids = { first: topics[0], second: topics[1], outside: await aTopic(cluster, doctor) };
  await places(doctor, dots({ [topics[2]]: 4 }));
  const before = await storedOf(cluster);
  const placed = Object.fromEntries(
    Object.entries(wish).map(([which, n]) => [ids[which as keyof typeof ids], n]),
  );
  expect(await places(doctor, dots(placed))).toEqual({ done: false, reason });
  expect(await storedOf(cluster)).toBe(before);
  expect(await dotsIn(vote)).toEqual({ 'Attester til kommunen': 4 });
});

test('two tabs at once never come to more dots than there are', async () => {
  const { doctor, topics, vote, places } = await aRunningVote();
  const [a, b, c] = topics;
  const answers = await Promise.all([
    places(doctor, dots({ [a]: 5 })),
    places(doctor, dots({ [b]: 5 })),
    places(doctor, dots({ [a]: 2, [c]: 3 })),
  ]);
  expect(answers.every((answer) => answer?.done)).toBe(true);
  const sum = Object.values(await dotsIn(vote)).reduce((all, n) => all + n, 0);
  expect(sum).toBe(5);
});

test('a double click is one ballot, one line in the journal, and the same answer', async () => {
  const { doctor, topics, vote, places } = await aRunningVote();
  const commandId = newId();
  const send = () => places(doctor, dots({ [topics[0]]: 2 }), { commandId });
  const [first, second] = await Promise.all([send(), send()]);
  expect(second).toEqual(first);
  expect(await journalOf(doctor)).toEqual([`topic_dots.placed ${vote}`]);
});

test('whoever ticks it joins the groups of the topics, and joins nothing when the dots are refused', async () => {
  const { cluster, doctor, colleague, topics, places } = await aRunningVote();
  const [a, b] = topics;
  await places(doctor, dots({ [a]: 9 }, [a]));
  await places(colleague, dots({ [b]: 1 }, [a, b]));
  await places(colleague, dots({ [b]: 2 }, []));
  const groups = (await cluster.as(colleague, listTopics))?.map(({ sentence, group }) => [
    sentence,
    group.length,
  ]);
  expect(Object.fromEntries(groups ?? [])).toEqual({
    'Opioider til ældre': 1,
    'Børn med feber': 1,
    'Attester til kommunen': 0,
  });
});

/** Everything that somebody can read about votes, as the pages read it. */
async function everythingTold(scope: ClusterScope, vote: string) {
  const { rows: result } = await sql`select * from topic_result(${vote}::uuid)`.execute(scope.db);
  const told = {
    open: await listOpenVotes(scope),
    running: await findRunningVote(scope),
    closed: await listClosedVotes(scope, 6),
    topics: await listTopics(scope),
    result,
  };
  return JSON.stringify(told).replaceAll(/"turnout":\d/g, '');
}

test('before a vote has closed there are no totals for anybody: not in what is told, its order or its size', async () => {
  const { cluster, coordinator, board, doctor, colleague, secretary, topics, vote, places } =
    await aRunningVote();
  const onlookers = [coordinator, board, secretary];
  const look = () =>
    Promise.all(onlookers.map((who) => cluster.as(who, (scope) => everythingTold(scope, vote))));
  const before = await look();
  await places(doctor, dots({ [topics[2]]: 5 }));
  await places(colleague, dots({ [topics[2]]: 4, [topics[1]]: 1 }));
  expect(await look()).toEqual(before);
  const linked = await byLink(cluster, coordinator, listOpenVotes);
  expect(linked?.[0]?.choices.map(({ sentence }) => sentence)).toEqual([
    'Attester til kommunen',
    'Børn med feber',
    'Opioider til ældre',
  ]);
  expect(linked?.[0]?.turnout).toBe(2);
});

test('another’s dots are nobody’s to read, before or after, also past the pages', async () => {
  const { cluster, coordinator, doctor, topics, vote, places } = await aRunningVote();
  await places(doctor, dots({ [topics[0]]: 5 }));
  const read = () => cluster.as(coordinator, ({ db }) => db.selectFrom('topicDot').select('dots').execute());
  expect(await read()).toEqual([]);
  await cluster.as(coordinator, (scope) => closeVote(scope, vote));
  expect(await read()).toEqual([]);
});

test('a vote that closed while somebody answered refuses, and counts what they had placed before', async () => {
  const { cluster, coordinator, doctor, topics, vote, places } = await aRunningVote();
  await places(doctor, dots({ [topics[0]]: 5 }));
  await cluster.as(coordinator, (scope) => closeVote(scope, vote));
  const before = await storedOf(cluster);
  expect(await places(doctor, dots({ [topics[1]]: 5 }))).toEqual({ done: false, reason: 'vote_closed' });
  expect(await storedOf(cluster)).toBe(before);
  const [closed] = (await byLink(cluster, doctor, (scope) => listClosedVotes(scope, 1)))!;
  expect(closed?.lines[0]).toMatchObject({ sentence: 'Opioider til ældre', dots: 5, voters: 1 });
});

test('after the last day it is closed to all, also before the sweep has come', async () => {
  const { cluster, doctor, topics, vote, places } = await aRunningVote();
  const late = { now: AFTERWARDS };
  expect(await places(doctor, dots({ [topics[1]]: 5 }), late)).toEqual({
    done: false,
    reason: 'vote_closed',
  });
  expect(await cluster.as(doctor, listOpenVotes, late)).toEqual([]);
  expect(await cluster.as(doctor, (scope) => listClosedVotes(scope, 1), late)).toMatchObject([
    { topicVoteId: vote, endedOn: '2026-03-16' },
  ]);
});

test('placing and closing at the same moment: what is told at first is what stays', async () => {
  const { cluster, coordinator, doctor, colleague, topics, vote, places } = await aRunningVote();
  await Promise.all([
    places(doctor, dots({ [topics[0]]: 5 })),
    cluster.as(coordinator, (scope) => closeVote(scope, vote)),
    places(colleague, dots({ [topics[0]]: 5 })),
  ]);
  const told = () => cluster.as(coordinator, (scope) => listClosedVotes(scope, 1));
  const first = await told();
  await places(doctor, dots({ [topics[1]]: 5 }));
  expect(await told()).toEqual(first);
});

test('bought help, another cluster and nobody’s vote: nothing can be placed', async () => {
  const { cluster, secretary, doctor, topics, vote, places } = await aRunningVote();
  const strangers = await aCluster();
  const before = await storedOf(cluster);
  await expect(places(secretary, dots({ [topics[0]]: 1 }))).rejects.toThrow(NotPermitted);
  const bySecretary = await byLink(cluster, secretary, (scope) =>
    placeDots(scope, vote, dots({ [topics[0]]: 1 })),
  );
  expect(bySecretary).toEqual({ done: false, reason: 'not_for_you' });
  expect(await byLink(cluster, secretary, listOpenVotes)).toEqual([]);
  const stranger = strangers.coordinator;
  const byStranger = await strangers.as(stranger, (scope) =>
    placeDots(scope, vote, dots({ [topics[0]]: 1 })),
  );
  expect(byStranger).toEqual({ done: false, reason: 'no_such_vote' });
  expect(await strangers.as(stranger, listOpenVotes)).toEqual([]);
  expect(await byLink(strangers, stranger, (scope) => findBallot(scope, vote))).toEqual(new Map());
  const unknown = await cluster.as(doctor, (scope) => placeDots(scope, newId(), dots({ [topics[0]]: 1 })));
  expect(unknown).toEqual({ done: false, reason: 'no_such_vote' });
  expect(await storedOf(cluster)).toBe(before);
});

test('who leaves while a vote runs places no more, and who changes clinic has one ballot, not two', async () => {
  const { cluster, doctor, topics, vote, places } = await aRunningVote();
  await places(doctor, dots({ [topics[0]]: 5 }));
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-02)' })
    .where('memberId', '=', doctor.memberId)
    .execute();
  expect(await places(doctor, dots({ [topics[1]]: 5 }))).toBeNull();
  expect(
    await byLink(cluster, doctor, (scope) => placeDots(scope, vote, dots({ [topics[1]]: 5 }))),
  ).toBeNull();
  const { practiceId } = cluster.practices[2]!;
  const { clusterId } = cluster;
  const again = { clusterId, memberId: newId(), personId: doctor.personId, practiceId, isExample: false };
  await owner
    .insertInto('member')
    .values({ ...again, kind: 'doctor', valid: '[2026-03-02,)', invitedAt: new Date(0) })
    .execute();
  expect(await cluster.as(doctor, (scope) => findBallot(scope, vote))).toEqual(new Map([[topics[0], 5]]));
  await places(doctor, dots({ [topics[1]]: 2 }));
  expect(await dotsIn(vote)).toEqual({ 'Børn med feber': 2 });
  expect((await cluster.as(doctor, findRunningVote))?.turnout).toBe(1);
});

test('the web login itself can place no more dots than the vote gives', async () => {
  const { cluster, doctor, topics, vote } = await aRunningVote();
  const row = (topicId: string) => ({
    clusterId: cluster.clusterId,
    topicVoteId: vote,
    topicId,
    memberId: doctor.memberId,
    dots: 5,
  });
  const twice = cluster.as(doctor, ({ db }) =>
    db
      .insertInto('topicDot')
      .values([row(topics[0]), row(topics[1])])
      .execute(),
  );
  await expect(twice).rejects.toMatchObject({ constraint: 'ballot_within_its_dots' });
  const other = cluster.as(doctor, ({ db }) =>
    db
      .insertInto('topicDot')
      .values({ ...row(topics[0]), memberId: cluster.coordinator.memberId })
      .execute(),
  );
  await expect(other).rejects.toMatchObject({ code: '42501' });
});
