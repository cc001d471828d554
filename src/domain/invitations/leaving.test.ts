import { expect, test } from 'vitest';
import { aMeeting, invited } from '#domain/meetings/meetings.fixtures.ts';
import { moveMeeting } from '#domain/meetings/move-meeting.server.ts';
import { endPractice } from '#domain/members/end-practice.server.ts';
import { findOverview } from '#domain/polls/overview.server.ts';
import { aMemberLink, aPoll, byLink, lettersAbout, voted } from '#domain/polls/polls.fixtures.ts';
import { listTotals } from '#domain/polls/polls.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import { aCluster, aMember } from '#test/build.ts';
import { NOW, owner, worker } from '#test/world.ts';
import { followInvitations } from './follow-invitations.server.ts';
import { replied } from './invitations.fixtures.ts';
import { gatherOwnPage } from './own-page.server.ts';
import { listAttendees, turnoutOf } from './people.server.ts';
import { tellVenue } from './tell-venue.server.ts';
import { countHeads } from './venue.server.ts';

/** Two practices are invited and answer; then the second leaves the cluster. */
async function aPracticeThatLeaves() {
  const cluster = await aCluster({ practices: 2 });
  const [, leaving] = cluster.practices;
  const { practiceId, doctor } = leaving!;
  const trainee = await aMember(cluster, { practiceId, kind: 'trainee', name: 'Tove Træner' });
  const meeting = await aMeeting(cluster, { invitedAt: NOW });
  const { meetingId } = meeting;
  await owner
    .updateTable('meeting')
    .set({ venueEmail: 'kok@hus.example' })
    .where('meetingId', '=', meetingId)
    .execute();
  await invited(meeting, cluster.coordinator, doctor, trainee);
  for (const who of [cluster.coordinator, doctor]) await replied(meeting, who, 'yes', { diet: 'vegan' });
  const poll = await aPoll(cluster);
  const [day] = poll.optionIds;
  for (const who of [cluster.coordinator, doctor]) await voted(poll, day!, who, 'yes');
  const links = { doctor: await aMemberLink(cluster, doctor), trainee: await aMemberLink(cluster, trainee) };
  const lead = <T>(work: Parameters<typeof cluster.as<T>>[1]) => cluster.as(cluster.coordinator, work);
  const leave = () => lead((scope) => endPractice(scope, practiceId));
  return { cluster, doctor, trainee, meetingId, poll, links, lead, leave };
}

test('of a practice that leaves between invitation and meeting no answer counts, and none is lost', async () => {
  const { lead, leave, meetingId, poll } = await aPracticeThatLeaves();
  await lead((scope) => tellVenue(scope, meetingId));
  expect(await leave()).toEqual({ done: true });
  const attendees = await lead((scope) => listAttendees(scope, meetingId));
  expect(turnoutOf(attendees ?? [])).toMatchObject({ yes: 1, silent: 0, practices: 1, ofPractices: 1 });
  expect(await lead((scope) => countHeads(scope, meetingId))).toEqual({ people: 1, diets: { vegan: 1 } });
  const totals = await lead((scope) => listTotals(scope, poll.datePollId));
  expect(totals?.map(({ practices, yes }) => [yes, practices]).toSorted()).toEqual([
    [0, 0],
    [0, 0],
    [1, 1],
  ]);
  const overview = await lead((scope) => findOverview(scope, poll.meetingId));
  expect(overview).toMatchObject({ practices: 1, silent: [{ name: expect.any(String) }] });
  const kept = await owner.selectFrom('rsvp').select('answer').where('meetingId', '=', meetingId).execute();
  expect(kept).toHaveLength(2);
});

test('its people hear no more of the meeting, and their links open nothing', async () => {
  const { cluster, doctor, lead, leave, links, meetingId, trainee } = await aPracticeThatLeaves();
  await leave();
  expect(await byLink(links.doctor, gatherOwnPage)).toBeNull();
  expect(await byLink(links.trainee, gatherOwnPage)).toBeNull();
  await lead((scope) => moveMeeting(scope, meetingId, { heldOn: '2026-04-21', startsAt: '17:00' }));
  await asSystem(worker, { now: new Date('2026-04-07T09:00:00Z') }, followInvitations);
  const letters = await lettersAbout(meetingId);
  expect(letters).toContain(`meeting_moved ${cluster.coordinator.personId}`);
  for (const { personId } of [doctor, trainee])
    expect(letters.filter((line) => line.endsWith(personId))).toEqual([]);
});

test('the house hears of the smaller number by itself on its last day', async () => {
  const { lead, leave, meetingId } = await aPracticeThatLeaves();
  await lead((scope) => tellVenue(scope, meetingId));
  await leave();
  await asSystem(worker, { now: new Date('2026-04-11T09:00:00Z') }, followInvitations);
  const told = await owner
    .selectFrom('venueTold')
    .select(['people', 'diets'])
    .where('meetingId', '=', meetingId)
    .orderBy('toldAt')
    .execute();
  expect(told).toEqual([
    { people: 2, diets: { vegan: 2 } },
    { people: 1, diets: { vegan: 1 } },
  ]);
});
