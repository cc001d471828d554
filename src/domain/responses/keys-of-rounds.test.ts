import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { withinCluster } from '#platform/scope.server.ts';
import { newSealingPair } from '#platform/sealing.ts';
import { type ACluster, aCluster } from '#test/build.ts';
import { NOW, owner, web } from '#test/world.ts';
import { handIn } from './hand-in.server.ts';
import { answerAs, aRound, daysLater, follow, keys, rowsOf, stateOf } from './responses.fixtures.ts';
import { findRoundPage } from './round-page.server.ts';
import { findResults } from './rounds.server.ts';
import { standingOf } from './standing.ts';

const ANSWERS = { tryg: '4', nummer: 'yes' };
const OVER = daysLater(15);

async function anAnsweredRound(answers = 6): Promise<{ cluster: ACluster; roundId: string }> {
  const cluster = await aCluster({ practices: 6 });
  const { meetingId } = await aMeeting(cluster);
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId });
  await follow();
  for (const { doctor } of cluster.practices.slice(0, answers))
    await answerAs(cluster, doctor, { roundId, answers: ANSWERS });
  return { cluster, roundId };
}

const actsIn = async ({ clusterId }: ACluster) => {
  const acts = await owner.selectFrom('ownDoing').select('act').where('clusterId', '=', clusterId).execute();
  return acts.map(({ act }) => act).sort();
};
const respondentsOf = async ({ coordinator, ...cluster }: ACluster, roundId: string) =>
  (await cluster.as(coordinator, (scope) => findResults(scope, roundId)))?.member?.result.respondents;

test('without its key a round is deleted unread when it closes, and the cluster is told why', async () => {
  const { cluster, roundId } = await anAnsweredRound();
  await keys.forget(roundId);
  await follow();
  expect(await stateOf(roundId)).toBe('open');
  await follow(OVER);
  await follow(OVER);
  expect(await stateOf(roundId)).toBe('dropped');
  for (const table of ['sealed_response', 'anonymous_answer', 'questionnaire_result'])
    expect(await rowsOf(table, roundId), table).toBe(0);
  expect(await actsIn(cluster)).toEqual(['questionnaire_opened', 'questionnaire_unreadable']);
  const page = await cluster.as(cluster.coordinator, (scope) => findRoundPage(scope, roundId));
  expect(standingOf(page!.round, page!.counts, '2026-03-17')).toBe('unreadable');
});

test('with a key that is not its own a round waits for the right one, and holds up no other', async () => {
  const { cluster, roundId } = await anAnsweredRound();
  const other = await anAnsweredRound();
  const key = (await keys.find(roundId))!;
  await keys.keep(roundId, (await newSealingPair()).privateKey);
  await expect(follow(OVER)).rejects.toThrow('not opened');
  expect([await stateOf(roundId), await stateOf(other.roundId)]).toEqual(['open', 'counted']);
  expect(await rowsOf('sealed_response', roundId)).toBe(6);
  expect(await keys.list()).not.toContain(other.roundId);
  await keys.keep(roundId, key);
  await follow(OVER);
  expect(await respondentsOf(cluster, roundId)).toBe(6);
});

test('a key that was kept for a round that did not open then is replaced by the one it opens with', async () => {
  const cluster = await aCluster({ practices: 5 });
  const { meetingId } = await aMeeting(cluster);
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId });
  await keys.keep(roundId, randomBytes(32));
  await follow(daysLater(-1));
  expect(await keys.list()).toContain(roundId);
  await follow();
  for (const { doctor } of cluster.practices) await answerAs(cluster, doctor, { roundId, answers: ANSWERS });
  await follow(OVER);
  expect(await respondentsOf(cluster, roundId)).toBe(5);
  expect(await keys.list()).not.toContain(roundId);
});

test('whoever is handing in when the count begins is counted with the others', async () => {
  const { cluster, roundId } = await anAnsweredRound(4);
  const { token } = cluster.practices[4]!.doctor;
  const counting = await withinCluster(web, { token, now: NOW }, cluster.clusterId, async (scope) => {
    await handIn(scope, roundId, { answers: ANSWERS, code: '' });
    const begun = follow(OVER);
    await vi.waitUntil(hasSomebodyWaiting, { timeout: 20_000 });
    return { begun };
  });
  await counting!.begun;
  expect(await stateOf(roundId)).toBe('counted');
  expect(await respondentsOf(cluster, roundId)).toBe(5);
});

async function hasSomebodyWaiting(): Promise<boolean> {
  const { rows } = await sql`
    select from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`.execute(owner);
  return rows.length > 0;
}
