import { expect, test } from 'vitest';
import { aMeeting, invited } from '#domain/meetings/meetings.fixtures.ts';
import { lettersAbout } from '#domain/polls/polls.fixtures.ts';
import { asSystem } from '#platform/scope.server.ts';
import { aCluster, aMember } from '#test/build.ts';
import { NOW, owner, worker } from '#test/world.ts';
import { followInvitations } from './follow-invitations.server.ts';
import { replied } from './invitations.fixtures.ts';
import { tellVenue } from './tell-venue.server.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const follow = (day: string) => asSystem(worker, { now: at(day) }, followInvitations);
const ownDoings = async (meetingId: string) =>
  (
    await owner
      .selectFrom('ownDoing')
      .select(['act', 'facts'])
      .where('meetingId', '=', meetingId)
      .orderBy('at')
      .execute()
  ).map(({ act, facts }) => `${act} ${JSON.stringify(facts)}`);

async function anInvitedMeeting() {
  const cluster = await aCluster({ practices: 3 });
  const meeting = await aMeeting(cluster, { invitedAt: NOW });
  const doctors = cluster.practices.map(({ doctor }) => doctor);
  await invited(meeting, ...doctors);
  return { cluster, meeting, meetingId: meeting.meetingId, doctors };
}

test('who has not answered is reminded 14 and 5 days before, and nobody else', async () => {
  const { meeting, meetingId, doctors } = await anInvitedMeeting();
  await replied(meeting, doctors[0]!, 'no');
  const left = '[2020-01-01,2026-03-05)';
  await owner
    .updateTable('member')
    .set({ valid: left })
    .where('memberId', '=', doctors[1]!.memberId)
    .execute();
  for (const day of ['2026-03-30', '2026-03-31', '2026-03-31', '2026-04-01', '2026-04-09', '2026-04-13'])
    await follow(day);
  const reminder = `rsvp_reminder ${doctors[2]!.personId}`;
  expect(await lettersAbout(meetingId)).toEqual([reminder, reminder]);
  expect(await ownDoings(meetingId)).toEqual(Array(2).fill('invited_reminded {"people":"1"}'));
});

test('who joins the cluster is invited to the meetings ahead that others were invited to, once', async () => {
  const { cluster, meetingId } = await anInvitedMeeting();
  const notYet = await aMeeting(cluster, { state: 'reserved' });
  const newcomer = await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId, name: 'Ny Læge' });
  const secretary = await aMember(cluster, { kind: 'secretary' });
  for (const { memberId } of [newcomer, secretary])
    await owner
      .updateTable('member')
      .set({ invitedAt: at('2026-03-05') })
      .where('memberId', '=', memberId)
      .execute();
  await follow('2026-03-05');
  await follow('2026-03-05');
  expect(await lettersAbout(meetingId)).toEqual([`meeting_invitation ${newcomer.personId}`]);
  expect(await lettersAbout(notYet.meetingId)).toEqual([]);
  expect(await ownDoings(meetingId)).toEqual(['new_members_invited {"people":"1"}']);
});

test('on its last day the venue hears of numbers that have changed, once, and of none that have not', async () => {
  const { cluster, meeting, meetingId, doctors } = await anInvitedMeeting();
  const same = await aMeeting(cluster, { invitedAt: NOW });
  for (const { meetingId: which } of [meeting, same])
    await owner
      .updateTable('meeting')
      .set({ venueEmail: 'kok@hus.example' })
      .where('meetingId', '=', which)
      .execute();
  for (const { meetingId: which } of [meeting, same])
    await cluster.as(cluster.coordinator, (scope) => tellVenue(scope, which));
  await replied(meeting, doctors[0]!, 'yes', { diet: 'vegan' });
  await follow('2026-04-10');
  expect(await ownDoings(meetingId)).not.toContain('venue_told_again {"people":"1"}');
  await follow('2026-04-11');
  await follow('2026-04-12');
  expect((await lettersAbout(meetingId)).filter((line) => line.endsWith('venue'))).toEqual([
    'venue_numbers venue',
    'venue_numbers_again venue',
  ]);
  expect(await ownDoings(meetingId)).toContain('venue_told_again {"people":"1"}');
  expect((await lettersAbout(same.meetingId)).filter((line) => line.endsWith('venue'))).toEqual([
    'venue_numbers venue',
  ]);
});

test('what people eat and why they stayed away is gone 14 days after, also when the house had confirmed it', async () => {
  const { cluster, meeting, meetingId, doctors } = await anInvitedMeeting();
  await owner
    .updateTable('meeting')
    .set({ venueEmail: 'kok@hus.example' })
    .where('meetingId', '=', meetingId)
    .execute();
  await replied(meeting, doctors[0]!, 'yes', { diet: 'vegan' });
  await replied(meeting, doctors[1]!, 'no', { absence: 'ill' });
  await cluster.as(cluster.coordinator, (scope) => tellVenue(scope, meetingId));
  // The house says that it has the numbers, as it nearly always does.
  await owner.updateTable('venueTold').set({ confirmedAt: NOW }).where('meetingId', '=', meetingId).execute();
  const kept = async () => {
    const needs = await owner
      .selectFrom('rsvpNeed')
      .select('memberId')
      .where('meetingId', '=', meetingId)
      .execute();
    const told = await owner
      .selectFrom('venueTold')
      .select('diets')
      .where('meetingId', '=', meetingId)
      .execute();
    return { needs: needs.length, diets: told.map(({ diets }) => JSON.stringify(diets)) };
  };
  await follow('2026-04-27');
  expect(await kept()).toEqual({ needs: 2, diets: ['{"vegan":1}'] });
  await follow('2026-04-28');
  await follow('2026-04-29');
  expect(await kept()).toEqual({ needs: 0, diets: ['{}'] });
  expect(
    await owner.selectFrom('rsvp').select('memberId').where('meetingId', '=', meetingId).execute(),
  ).toHaveLength(2);
  expect((await ownDoings(meetingId)).filter((line) => line.startsWith('needs_forgotten'))).toHaveLength(1);
});

test('of a meeting that was called off diets are gone after a day', async () => {
  const { meeting, meetingId, doctors } = await anInvitedMeeting();
  await replied(meeting, doctors[0]!, 'yes', { diet: 'vegan' });
  await owner
    .updateTable('meeting')
    .set({ state: 'cancelled', cancelledAt: NOW })
    .where('meetingId', '=', meetingId)
    .execute();
  await follow('2026-03-04');
  expect(
    await owner.selectFrom('rsvpNeed').select('memberId').where('meetingId', '=', meetingId).execute(),
  ).toEqual([]);
});
