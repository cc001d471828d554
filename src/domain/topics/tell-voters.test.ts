import { expect, test } from 'vitest';
import { asSystem } from '#platform/scope.server.ts';
import { type ACluster, aCluster } from '#test/build.ts';
import { owner, worker } from '#test/world.ts';
import { closeVote } from './close-vote.server.ts';
import { placeDots } from './place-dots.server.ts';
import { tellVoters } from './tell-voters.server.ts';
import { AFTERWARDS, aClusterWithTopics, aVote, dots, inDays, lettersOf, sweep } from './topics.fixtures.ts';

/** A vote with the dots of the coordinator and of one doctor, on two of its topics. */
async function aVoteOfTwo() {
  const { cluster, topics, coordinator } = await aClusterWithTopics();
  const { doctor } = cluster.practices[1]!;
  const vote = await aVote(cluster, topics);
  const [first, second] = topics;
  await cluster.as(doctor, (scope) => placeDots(scope, vote, dots({ [first]: 1, [second]: 2 })));
  await cluster.as(coordinator, (scope) => placeDots(scope, vote, dots({ [second]: 1 })));
  return { cluster, coordinator, doctor, second, vote };
}
const resultsIn = (cluster: ACluster) => lettersOf(cluster, 'topic_vote_result');

test('when a vote closes on its day, everybody who voted hears the result once, with the weekly letter', async () => {
  const { cluster, coordinator, doctor, second, vote } = await aVoteOfTwo();
  const stranger = await aVoteOfTwo();
  await sweep(inDays(14));
  expect(await resultsIn(cluster)).toEqual([]);
  for (const now of [AFTERWARDS, AFTERWARDS, inDays(17), inDays(40)]) await sweep(now);
  const letters = await resultsIn(cluster);
  expect(letters.map(({ personId }) => personId).sort()).toEqual(
    [coordinator.personId, doctor.personId].sort(),
  );
  const { sentence } = await owner
    .selectFrom('topic')
    .select('sentence')
    .where('topicId', '=', second)
    .executeTakeFirstOrThrow();
  for (const { facts, isForDigest } of letters) {
    expect(isForDigest).toBe(true);
    expect(facts).toMatchObject({ vote, line1: `”${sentence}”: 3\u00a0prikker` });
    expect(Object.keys(facts as object).sort()).toEqual(['line1', 'line2', 'vote']);
  }
  expect(await resultsIn(stranger.cluster)).toHaveLength(2);
});

test('closed early, the one who closed it hears nothing, and nobody who did not vote', async () => {
  const { cluster, coordinator, doctor, vote } = await aVoteOfTwo();
  await cluster.as(coordinator, (scope) => closeVote(scope, vote), { now: inDays(3) });
  await sweep(inDays(3));
  expect((await resultsIn(cluster)).map(({ personId }) => personId)).toEqual([doctor.personId]);
});

test('whoever has left the cluster by then hears nothing', async () => {
  const { cluster, coordinator, doctor } = await aVoteOfTwo();
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-04)' })
    .where('memberId', '=', doctor.memberId)
    .execute();
  await sweep(AFTERWARDS);
  expect((await resultsIn(cluster)).map(({ personId }) => personId)).toEqual([coordinator.personId]);
});

test('a vote that closed long ago is told to nobody', async () => {
  const { cluster, vote } = await aVoteOfTwo();
  await owner
    .updateTable('topicVote')
    .set({ closedAt: inDays(1) })
    .where('topicVoteId', '=', vote)
    .execute();
  await asSystem(worker, { now: inDays(20) }, tellVoters);
  expect(await resultsIn(cluster)).toEqual([]);
  expect(await resultsIn(await aCluster())).toEqual([]);
});
