import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aPartner } from '#domain/partners/partners.fixtures.ts';
import { aCluster } from '#test/build.ts';
import { owner } from '#test/world.ts';
import { openRound } from './open-rounds.server.ts';
import { planChosenRound } from './plan-chosen-round.server.ts';
import { openRoundNow, setLastDay } from './plan-round.server.ts';
import { answerAs, aRound, daysLater, follow, keys, stateOf, system } from './responses.fixtures.ts';

const ANSWERS = { tryg: '4', nummer: 'yes' };

async function aClusterWithMeeting(practices: number) {
  const cluster = await aCluster({ practices });
  const meeting = await aMeeting(cluster);
  const about = { clusterId: cluster.clusterId, meetingId: meeting.meetingId };
  return { cluster, meeting, about, doctors: cluster.practices.map(({ doctor }) => doctor) };
}

/*
 * Somebody who leads asks the doctors, and a little later everybody: the one nurse's answers would be the difference.
 * Nobody is asked a second time as long as that could be; where it was planned all the same, the worker waits.
 */
test('the same is not asked again of nearly the same people, neither when planned nor when its day comes', async () => {
  const { about, cluster, doctors, meeting } = await aClusterWithMeeting(6);
  const first = await aRound(about);
  const second = await aRound({ ...about, asks: 'everybody' });
  await follow();
  expect([await stateOf(first), await stateOf(second)].toSorted()).toEqual(['open', 'planned']);
  const [open, waiting] = (await stateOf(first)) === 'open' ? [first, second] : [second, first];
  for (const doctor of doctors) await answerAs(cluster, doctor, { roundId: open, answers: ANSWERS });
  const lead = <T>(days: number, work: Parameters<typeof cluster.as<T>>[1]) =>
    cluster.as(cluster.coordinator, work, { now: daysLater(days) });
  await lead(0, (scope) => setLastDay(scope, open, null));
  await follow();
  expect(await stateOf(open)).toBe('counted');
  expect(await lead(0, (scope) => openRoundNow(scope, waiting))).toMatchObject({ reason: 'asked_lately' });
  await follow(daysLater(10));
  expect(await stateOf(waiting)).toBe('planned');
  const typed = { asks: 'everybody', partner: '', names: 'anonymous' };
  const plan = (opensOn: string, closesOn: string) =>
    lead(10, (scope) =>
      planChosenRound(scope, meeting.meetingId, {
        what: `again:${open}`,
        typed: { ...typed, opensOn, closesOn },
      }),
    );
  expect(await plan('29.3.2026', '12.4.2026')).toMatchObject({ reason: 'asked_lately' });
  expect(await plan('31.3.2026', '12.4.2026')).toMatchObject({ done: true });
  expect(await lead(28, (scope) => openRoundNow(scope, waiting))).toMatchObject({ done: true });
  await follow(daysLater(28));
  expect(await stateOf(waiting)).toBe('open');
});

test('the members’ addresses on a partner’s list are the members', async () => {
  const { about, cluster } = await aClusterWithMeeting(2);
  const partner = await aPartner(cluster);
  const roundId = await aRound({ ...about, asks: 'nobody', partnerId: partner.partnerId });
  const before = await aRound({ ...about, opensOn: '2026-03-01' });
  const other = await aPartner(cluster, { name: 'Et sygehus', email: 'h@sygehus.example' });
  const free = await aRound({ ...about, asks: 'nobody', partnerId: other.partnerId });
  await sql`update partner_person set email = upper((select email from person_address where person_id = ${cluster.practices[0]!.doctor.personId}::uuid))
    where partner_id = ${partner.partnerId}::uuid`.execute(owner);
  await system((scope) => openRound(scope, before, keys));
  await follow();
  expect([await stateOf(before), await stateOf(roundId), await stateOf(free)]).toEqual([
    'open',
    'planned',
    'open',
  ]);
});
