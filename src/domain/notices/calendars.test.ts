import nodeIcal, { type VEvent } from 'node-ical';
import { expect, test } from 'vitest';
import { throughLink } from '#platform/scope.server.ts';
import { aMember } from '#test/build.ts';
import { NOW, newId, owner, web } from '#test/world.ts';
import { endCalendar, findOwnCalendar, makeCalendar, readCalendar } from './calendars.server.ts';
import { aLinkToken } from './link-token.server.ts';
import { aClusterWithMeeting, aMeetingOf } from './meeting-letters.fixtures.ts';

const read = (link: string, now = NOW) => throughLink(web, { link, now }, 'feed', readCalendar);

const eventsIn = (file: string | null) =>
  Object.values(nodeIcal.sync.parseICS(file ?? '')).filter((part): part is VEvent => part?.type === 'VEVENT');

async function aFollowedCalendar() {
  const world = await aClusterWithMeeting();
  const { cluster, member } = world;
  const token = aLinkToken();
  const make = (chosen: string) =>
    cluster.as(member, (scope) => makeCalendar(scope, cluster.clusterId, chosen));
  expect(await make(token)).toMatchObject({ done: true });
  return { ...world, token, make };
}

test('a calendar that is followed shows the meetings as they stand, and keeps those that are called off', async () => {
  const { cluster, meetingId, token } = await aFollowedCalendar();
  await aMeetingOf(cluster, { title: 'Reserveret', state: 'reserved', heldOn: '2026-06-10' });
  await aMeetingOf(cluster, { title: 'Uden dag', state: 'idea', heldOn: null, startsAt: null });
  const file = await read(token);
  expect(file).toContain('METHOD:PUBLISH');
  expect(eventsIn(file).map(({ status, summary }) => [summary, status])).toEqual([
    ['Opioider (Fjordklyngen)', 'CONFIRMED'],
    ['Dato reserveret: Reserveret (Fjordklyngen)', 'TENTATIVE'],
  ]);
  await owner
    .updateTable('meeting')
    .set({ state: 'cancelled', calendarSequence: 1 })
    .where('meetingId', '=', meetingId)
    .execute();
  expect(eventsIn(await read(token)).map(({ status }) => status)).toEqual(['CANCELLED', 'TENTATIVE']);
});

test('it names nobody and holds no link of anybody’s', async () => {
  const { token } = await aFollowedCalendar();
  const file = (await read(token)) ?? '';
  expect(file).not.toContain(token);
  expect(file).not.toMatch(/mailto|ATTENDEE|ORGANIZER|https?:/);
});

test('a meeting of the board is in the calendars of those who were asked', async () => {
  const { cluster, member, token } = await aFollowedCalendar();
  const meetingId = await aMeetingOf(cluster, { kind: 'board', title: 'Bestyrelsen' });
  expect(eventsIn(await read(token))).toHaveLength(1);
  const { clusterId } = cluster;
  await owner
    .insertInto('invitation')
    .values({ clusterId, meetingId, memberId: member.memberId, askedAt: NOW })
    .execute();
  expect(eventsIn(await read(token)).map(({ summary }) => summary)).toContain('Bestyrelsen (Fjordklyngen)');
});

test('one calendar at a time: a new one ends the old, and ending it ends it', async () => {
  const { cluster, make, member, token } = await aFollowedCalendar();
  const second = aLinkToken();
  await make(second);
  expect([await read(token), (await read(second)) !== null]).toEqual([null, true]);
  expect(await cluster.as(member, findOwnCalendar)).toMatchObject({ madeAt: NOW });
  await cluster.as(member, (scope) => endCalendar(scope, cluster.clusterId));
  expect(await read(second)).toBeNull();
  expect(await cluster.as(member, findOwnCalendar)).toBeNull();
});

test('it is one’s own: another ends nothing, and who leaves the cluster is told nothing more', async () => {
  const { cluster, member, token } = await aFollowedCalendar();
  const other = await aMember(cluster, { kind: 'secretary' });
  expect(await cluster.as(other, findOwnCalendar)).toBeNull();
  await cluster.as(other, (scope) => endCalendar(scope, cluster.clusterId));
  expect(await read(token)).not.toBeNull();
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-02)' })
    .where('memberId', '=', member.memberId)
    .execute();
  expect(await read(token)).toBeNull();
});

test('a link of another kind, a made-up one and an old one open no calendar', async () => {
  const { token } = await aFollowedCalendar();
  expect(await read(newId() + newId())).toBeNull();
  expect(await throughLink(web, { link: token, now: NOW }, 'member', async () => true)).toBeNull();
  expect(await read(token, new Date('2028-03-02T09:59:00Z'))).not.toBeNull();
  expect(await read(token, new Date('2028-03-02T10:00:00Z'))).toBeNull();
});

test('the journal knows that a calendar was made, and not its link', async () => {
  const { cluster, token } = await aFollowedCalendar();
  const lines = await owner
    .selectFrom('journal')
    .select(['event', 'subject', 'outcome'])
    .where('clusterId', '=', cluster.clusterId)
    .execute();
  expect(lines.map(({ event }) => event)).toEqual(['feed.made']);
  expect(JSON.stringify(lines)).not.toContain(token);
});
