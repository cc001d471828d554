import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aMemberLink, byLink, lettersAbout } from '#domain/polls/polls.fixtures.ts';
import { aCluster, aMember } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { confirmVenue, findVenuePage } from './confirm-venue.server.ts';
import { giveRsvps } from './give-rsvps.server.ts';
import { aGuestOf, asVenue, aVenueLink, replied } from './invitations.fixtures.ts';
import { listNeeds, listReplies } from './invitations.server.ts';
import { invite } from './invite.server.ts';
import { takeInvitationBack } from './take-invitation-back.server.ts';
import { takeNumbersBack, tellVenue } from './tell-venue.server.ts';
import { countHeads } from './venue.server.ts';

const LATER = new Date(NOW.getTime() + 3 * 60_000);

async function anInvitedWorld(state: 'reserved' | 'confirmed' = 'confirmed') {
  const cluster = await aCluster({ practices: 2 });
  const { doctor, practiceId } = cluster.practices[1]!;
  const trainee = await aMember(cluster, { practiceId, kind: 'trainee', name: 'Tove Træner' });
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Sanne Sekretær' });
  const meeting = await aMeeting(cluster, { state, invitedAt: state === 'confirmed' ? NOW : null });
  const { meetingId } = meeting;
  await owner
    .updateTable('meeting')
    .set({ venueEmail: 'kok@kulturhus.example' })
    .where('meetingId', '=', meetingId)
    .execute();
  return { cluster, coordinator: cluster.coordinator, doctor, trainee, secretary, meeting, meetingId };
}
const coming = (
  who: { memberId: string },
  need: { diet?: 'vegan'; absence?: 'duty' } | null = null,
  answer: 'yes' | 'no' = 'yes',
) => [
  {
    memberId: who.memberId,
    answer,
    need: need && { diet: need.diet ?? ('' as const), absence: need.absence ?? ('' as const) },
  },
];
const needsIn = (meetingId: string) =>
  owner
    .selectFrom('rsvpNeed')
    .select(['memberId', 'diet', 'absence'])
    .where('meetingId', '=', meetingId)
    .execute();
const rsvpsTo = (meetingId: string) =>
  owner
    .selectFrom('rsvp')
    .select(['memberId', 'answer', 'givenBy'])
    .where('meetingId', '=', meetingId)
    .execute();

test('a reserved meeting lies fast once everybody of the clinics is invited, and nobody is invited twice', async () => {
  const { cluster, coordinator, doctor, trainee, meetingId } = await anInvitedWorld('reserved');
  const sent = await cluster.as(coordinator, (scope) => invite(scope, meetingId));
  expect(sent).toMatchObject({ done: true, made: { invited: 3 } });
  const expected = [coordinator, doctor, trainee]
    .map(({ personId }) => `meeting_invitation ${personId}`)
    .sort();
  expect(await lettersAbout(meetingId)).toEqual(expected);
  const stored = await owner
    .selectFrom('meeting')
    .select(['state', 'invitedAt', 'calendarSequence'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  expect(stored).toEqual({ state: 'confirmed', invitedAt: NOW, calendarSequence: 1 });
  expect(await cluster.as(coordinator, (scope) => invite(scope, meetingId))).toEqual({
    done: false,
    reason: 'all_invited',
  });
  expect(await lettersAbout(meetingId)).toEqual(expected);
});

test('invitations are taken back while they lie, and not after', async () => {
  const { cluster, coordinator, meetingId } = await anInvitedWorld('reserved');
  const send = async () => {
    const sent = await cluster.as(coordinator, (scope) => invite(scope, meetingId));
    return sent?.done ? sent.made.roundId : '';
  };
  const round = await send();
  expect(await cluster.as(coordinator, (scope) => takeInvitationBack(scope, meetingId, round))).toMatchObject(
    { done: true },
  );
  expect(
    await owner.selectFrom('invitation').select('memberId').where('meetingId', '=', meetingId).execute(),
  ).toEqual([]);
  const again = await send();
  const late = await cluster.as(coordinator, (scope) => takeInvitationBack(scope, meetingId, again), {
    now: LATER,
  });
  expect(late).toEqual({ done: false, reason: 'too_late_to_undo' });
});

test('no member invites, no meeting without a day is invited to, and a stranger finds none', async () => {
  const { cluster, coordinator, doctor, meetingId } = await anInvitedWorld('reserved');
  await expect(cluster.as(doctor, (scope) => invite(scope, meetingId))).rejects.toThrow(NotPermitted);
  const idea = await aMeeting(cluster, { state: 'idea' });
  expect(await cluster.as(coordinator, (scope) => invite(scope, idea.meetingId))).toEqual({
    done: false,
    reason: 'day_missing',
  });
  const strangers = await aCluster();
  const stranger = await strangers.as(strangers.coordinator, (scope) => invite(scope, meetingId));
  expect(stranger).toEqual({ done: false, reason: 'no_such_meeting' });
  expect(await lettersAbout(meetingId)).toEqual([]);
});

test('one says for oneself and the clinic who comes, changes it, and keeps the own diet to oneself', async () => {
  const { cluster, coordinator, doctor, trainee, secretary, meetingId } = await anInvitedWorld();
  const link = await aMemberLink(cluster, doctor);
  const both = [...coming(doctor, { diet: 'vegan' }), ...coming(trainee, { diet: 'vegan' })];
  expect(await byLink(link, (scope) => giveRsvps(scope, meetingId, both))).toMatchObject({
    made: { changed: 2 },
  });
  // What a colleague eats is theirs to say.
  expect(await needsIn(meetingId)).toEqual([{ memberId: doctor.memberId, diet: 'vegan', absence: '' }]);
  const traineesLink = await aMemberLink(cluster, trainee);
  expect(await byLink(traineesLink, (scope) => listReplies(scope, [meetingId]))).toHaveLength(2);
  expect(await byLink(traineesLink, (scope) => listNeeds(scope, [meetingId]))).toEqual([]);
  for (const who of [coordinator, secretary])
    expect(await cluster.as(who, (scope) => listNeeds(scope, [meetingId]))).toHaveLength(1);
  expect(await cluster.as(trainee, (scope) => listNeeds(scope, [meetingId]))).toEqual([]);
  await byLink(link, (scope) =>
    giveRsvps(scope, meetingId, coming(doctor, { absence: 'duty', diet: 'vegan' }, 'no')),
  );
  expect(await needsIn(meetingId)).toEqual([{ memberId: doctor.memberId, diet: '', absence: 'duty' }]);
});

test('the secretary answers on somebody’s behalf, marked as such; a stranger and another clinic do not', async () => {
  const { cluster, coordinator, doctor, secretary, meetingId } = await anInvitedWorld();
  const refusal = { done: false, reason: 'not_yours_to_answer' };
  expect(await cluster.as(doctor, (scope) => giveRsvps(scope, meetingId, coming(coordinator)))).toEqual(
    refusal,
  );
  const link = await aMemberLink(cluster, doctor);
  expect(await byLink(link, (scope) => giveRsvps(scope, meetingId, coming(coordinator)))).toEqual(refusal);
  const strangers = await aCluster();
  const foreign = await aMemberLink(strangers, strangers.coordinator);
  const byStranger = await byLink(foreign, (scope) =>
    giveRsvps(scope, meetingId, coming(strangers.coordinator)),
  );
  expect(byStranger).toEqual({ done: false, reason: 'no_such_meeting' });
  expect(await rsvpsTo(meetingId)).toEqual([]);
  await cluster.as(secretary, (scope) => giveRsvps(scope, meetingId, coming(coordinator, { diet: 'vegan' })));
  expect(await rsvpsTo(meetingId)).toEqual([
    { memberId: coordinator.memberId, answer: 'yes', givenBy: secretary.memberId },
  ]);
  expect(await needsIn(meetingId)).toHaveLength(1);
});

test('an answer to a meeting that has been stores nothing', async () => {
  const { cluster, doctor, meetingId } = await anInvitedWorld();
  const link = await aMemberLink(cluster, doctor, { expiresAt: new Date('2026-06-01') });
  const after = new Date('2026-04-15T08:00:00Z');
  const late = await byLink(link, (scope) => giveRsvps(scope, meetingId, coming(doctor)), after);
  expect(late).toEqual({ done: false, reason: 'meeting_over' });
  expect(await rsvpsTo(meetingId)).toEqual([]);
});

test('heads are members of today who come in person, and guests who said yes', async () => {
  const { cluster, coordinator, doctor, trainee, meeting, meetingId } = await anInvitedWorld();
  await replied(meeting, coordinator, 'yes', { diet: 'vegan' });
  await replied(meeting, doctor, 'yes', { diet: 'vegan' });
  await replied(meeting, trainee, 'online');
  await aGuestOf(meeting, { answer: 'yes' });
  await aGuestOf(meeting, { answer: 'no' });
  expect(await cluster.as(coordinator, (scope) => countHeads(scope, meetingId))).toEqual({
    people: 3,
    diets: { vegan: 2 },
  });
  const left = '[2020-01-01,2026-03-02)';
  await owner.updateTable('member').set({ valid: left }).where('memberId', '=', doctor.memberId).execute();
  expect(await cluster.as(coordinator, (scope) => countHeads(scope, meetingId))).toEqual({
    people: 2,
    diets: { vegan: 1 },
  });
  expect(await cluster.as(trainee, (scope) => countHeads(scope, meetingId))).toEqual({
    people: 0,
    diets: {},
  });
  const strangers = await aCluster();
  expect(await strangers.as(strangers.coordinator, (scope) => countHeads(scope, meetingId))).toEqual({
    people: 0,
    diets: {},
  });
});

test('the venue is told counts, confirms them by its link once, and sees no name', async () => {
  const { cluster, coordinator, doctor, secretary, meeting, meetingId } = await anInvitedWorld();
  await replied(meeting, coordinator, 'yes', { diet: 'vegan' });
  const told = await cluster.as(secretary, (scope) => tellVenue(scope, meetingId));
  expect(told).toMatchObject({ done: true, made: { people: 1 } });
  expect(await lettersAbout(meetingId)).toEqual(['venue_numbers venue']);
  expect(await cluster.as(secretary, (scope) => tellVenue(scope, meetingId))).toEqual({
    done: false,
    reason: 'told_already',
  });

  const link = await aVenueLink(meeting);
  const page = await asVenue(link, findVenuePage);
  expect(page).toMatchObject({
    place: 'Kulturhuset',
    heldOn: '2026-04-14',
    people: 1,
    diets: { vegan: 1 },
    confirmedAt: null,
  });
  expect(JSON.stringify(page)).not.toMatch(/Læge i|Sanne|Opioider/);
  expect(await asVenue(link, (scope) => confirmVenue(scope, page!.venueToldId!))).toMatchObject({
    done: true,
  });
  expect(await asVenue(link, (scope) => confirmVenue(scope, page!.venueToldId!))).toMatchObject({
    done: true,
  });
  expect((await asVenue(link, findVenuePage))?.confirmedAt).toEqual(NOW);

  // Other numbers go as such, and what was confirmed of the old ones is no word about them.
  await replied(meeting, doctor, 'yes');
  await cluster.as(secretary, (scope) => tellVenue(scope, meetingId), { now: LATER });
  expect(await lettersAbout(meetingId)).toEqual(['venue_numbers venue', 'venue_numbers_again venue']);
  expect(await asVenue(link, (scope) => confirmVenue(scope, page!.venueToldId!), LATER)).toEqual({
    done: false,
    reason: 'numbers_changed',
  });
  expect(await asVenue(link, findVenuePage, LATER)).toMatchObject({ people: 2, confirmedAt: null });
});

test('a letter to the venue can be taken back while it lies', async () => {
  const { cluster, coordinator, meeting, meetingId } = await anInvitedWorld();
  await replied(meeting, coordinator, 'yes');
  const told = await cluster.as(coordinator, (scope) => tellVenue(scope, meetingId));
  const round = told?.done ? told.made.roundId : '';
  expect(await cluster.as(coordinator, (scope) => takeNumbersBack(scope, meetingId, round))).toMatchObject({
    done: true,
  });
  const link = await aVenueLink(meeting);
  expect(await asVenue(link, findVenuePage)).toMatchObject({ venueToldId: null });
  expect(await asVenue(link, (scope) => confirmVenue(scope, newId()))).toEqual({
    done: false,
    reason: 'numbers_changed',
  });
});

test('without an address, or without a day, no venue is told', async () => {
  const { cluster, coordinator, meetingId } = await anInvitedWorld();
  await owner.updateTable('meeting').set({ venueEmail: '' }).where('meetingId', '=', meetingId).execute();
  expect(await cluster.as(coordinator, (scope) => tellVenue(scope, meetingId))).toEqual({
    done: false,
    reason: 'no_address',
  });
  const idea = await aMeeting(cluster, { state: 'idea' });
  expect(await cluster.as(coordinator, (scope) => tellVenue(scope, idea.meetingId))).toEqual({
    done: false,
    reason: 'not_ahead',
  });
});

test('a member’s link opens no venue’s page, and a venue’s link no member’s', async () => {
  const { cluster, doctor, meeting, meetingId } = await anInvitedWorld();
  const [members, venues] = [await aMemberLink(cluster, doctor), await aVenueLink(meeting)];
  expect(await asVenue(members, findVenuePage)).toBeNull();
  expect(await byLink(venues, (scope) => listReplies(scope, [meetingId]))).toBeNull();
});
