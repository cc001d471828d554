import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aCluster } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import { aClusterWithMeeting, aGuestOf, aMeetingLetter, later } from './meeting-letters.fixtures.ts';
import { mainKindOf, previewedIn, previewsIn } from './waiting-round.ts';
import { listWaitingRounds } from './waiting-rounds.server.ts';

test.each([
  [['guest_dates', 'date_poll'], 'date_poll'],
  [['venue_cancelled', 'guest_cancelled'], 'guest_cancelled'],
  [['something_old'], null],
])('a round of %j is known as %s', (kinds, main) => {
  expect(mainKindOf(kinds)).toBe(main);
});

test('only letters that tell nothing but the meeting are read beforehand', () => {
  expect(previewedIn('meeting_invitation')).toBe('meeting_invitation');
  expect(previewedIn('action_reminder')).toBeNull();
  expect(previewedIn(null)).toBeNull();
  expect(previewsIn('reserved')).toContain('meeting_invitation');
  expect(previewsIn('closed')).toEqual([]);
});

test('a round waits until its letters are due, for those who arrange', async () => {
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const guestId = await aGuestOf(cluster, meetingId);
  const roundId = newId();
  await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member, roundId });
  await aMeetingLetter(cluster, { kind: 'guest_invitation', meetingId, to: { guestId }, roundId });
  const seen = (who: { token: string }, now = later(1)) =>
    cluster.as(who, (scope) => listWaitingRounds(scope, meetingId), { now });
  const round = { roundId, kind: 'meeting_invitation', count: 2, dueAt: later(2) };
  expect(await seen(cluster.coordinator)).toEqual([round]);
  expect(await seen(cluster.coordinator, later(2))).toEqual([]);
  expect(await seen(member)).toEqual([]);
  const strangers = await aCluster();
  expect(await strangers.as(strangers.coordinator, (scope) => listWaitingRounds(scope, meetingId))).toEqual(
    [],
  );
});

test('a round of which one letter has been tried waits no more', async () => {
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const roundId = newId();
  const id = await aMeetingLetter(cluster, { kind: 'date_reserved', meetingId, to: member, roundId });
  await sql`update letter set attempts = 1 where letter_id = ${id}`.execute(owner);
  const waiting = await cluster.as(cluster.coordinator, (scope) => listWaitingRounds(scope, meetingId));
  expect(waiting).toEqual([]);
});
