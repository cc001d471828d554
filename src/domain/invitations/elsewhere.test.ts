import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { choosePlace } from '#domain/meetings/choose-place.server.ts';
import { aMeeting, invited } from '#domain/meetings/meetings.fixtures.ts';
import { moveMeeting, takeMoveBack } from '#domain/meetings/move-meeting.server.ts';
import type { Place } from '#domain/meetings/place.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { aCluster, aMember } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { confirmVenue, findVenuePage } from './confirm-venue.server.ts';
import { aGuestOf, asVenue, aVenueLink, replied } from './invitations.fixtures.ts';
import { invite } from './invite.server.ts';
import { tellVenue } from './tell-venue.server.ts';
import { findTold } from './venue.server.ts';

const HOUSE: Place = {
  place: 'Kulturhuset',
  address: 'Havnegade 3',
  onlineUrl: '',
  venueEmail: 'kok@kulturhus.example',
  venueCancelDays: 3,
};
const INN: Place = { ...HOUSE, place: 'Kroen', address: 'Byvej 1', venueEmail: 'kroen@kro.example' };
const LATER = { heldOn: '2026-04-21', startsAt: '18:00' };

async function anInvitedMeeting(wish: { invitedAt?: Date | null } = {}) {
  const cluster = await aCluster({ practices: 2 });
  const { doctor } = cluster.practices[1]!;
  const meeting = await aMeeting(cluster, { state: 'confirmed', invitedAt: NOW, ...wish });
  const { meetingId } = meeting;
  const { place: _, ...house } = HOUSE;
  await owner.updateTable('meeting').set(house).where('meetingId', '=', meetingId).execute();
  if (wish.invitedAt !== null) await invited(meeting, cluster.coordinator, doctor);
  const lead = <T>(work: Parameters<typeof cluster.as<T>>[1], settings = {}) =>
    cluster.as(cluster.coordinator, work, settings);
  const choose = (place: Place) => lead((scope) => choosePlace(scope, meetingId, place));
  return { cluster, doctor, meeting, meetingId, lead, choose };
}
const placeOf = (meetingId: string) =>
  owner
    .selectFrom('meeting')
    .select([
      'place',
      'address',
      'onlineUrl',
      'venueEmail',
      'venueCancelDays',
      'calendarSequence',
      'venueConfirmedAt',
    ])
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow();
const lettersOf = (meetingId: string) =>
  owner
    .selectFrom('letter')
    .select(['kind', 'personId', 'guestId', 'recalledAt', 'facts', 'roundId'])
    .where('meetingId', '=', meetingId)
    .where('kind', 'in', ['meeting_moved', 'guest_moved'])
    .execute();
const lettersToHouse = (meetingId: string) =>
  owner
    .selectFrom('letter')
    .select(['kind', 'recalledAt'])
    .where('meetingId', '=', meetingId)
    .where('kind', 'like', 'venue%')
    .orderBy('writtenAt')
    .execute();
const waitingOf = async (meetingId: string) =>
  (await lettersOf(meetingId)).filter(({ recalledAt }) => recalledAt === null);
const guestsOf = (meetingId: string) =>
  owner
    .selectFrom('guest')
    .select(['answer', 'answeredAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('answer')
    .execute();

test('a changed place goes to everybody who is invited in one mail and one calendar update', async () => {
  const { choose, meetingId, meeting } = await anInvitedMeeting();
  await aGuestOf(meeting, { invitedAt: NOW, answer: 'yes' });
  const chosen = await choose(INN);
  expect(chosen).toMatchObject({ done: true, made: { told: 3, left: '' } });
  expect(await placeOf(meetingId)).toMatchObject({ ...INN, calendarSequence: 1 });
  expect((await waitingOf(meetingId)).map(({ kind, facts }) => [kind, facts])).toEqual([
    ['meeting_moved', { change: 'place' }],
    ['meeting_moved', { change: 'place' }],
    ['guest_moved', { change: 'place' }],
  ]);
  // The day stands, and so does what a guest said about it.
  expect(await guestsOf(meetingId)).toMatchObject([{ answer: 'yes' }]);
});

test('a place that is changed again while the letters wait is still one letter to each', async () => {
  const { choose, meetingId } = await anInvitedMeeting();
  await choose(INN);
  const again = await choose({ ...INN, address: 'Byvej 2' });
  const waiting = await waitingOf(meetingId);
  expect(waiting).toHaveLength(2);
  expect(new Set(waiting.map(({ roundId }) => roundId))).toEqual(
    new Set([again?.done ? again.made.roundId : '']),
  );
});

test('a new place just after a new day leaves the letters telling of both', async () => {
  const { choose, lead, meetingId } = await anInvitedMeeting();
  await lead((scope) => moveMeeting(scope, meetingId, LATER));
  expect(await choose(INN)).toMatchObject({ done: true, made: { told: 2, roundId: null } });
  expect((await waitingOf(meetingId)).map(({ facts }) => facts)).toEqual([{}, {}, {}, {}]);
});

test('a link for those who join online is kept as long as a page of a meeting needs it', async () => {
  const { choose, meetingId } = await anInvitedMeeting();
  const onlineUrl = `https://moede.example/${'x'.repeat(480)}`;
  expect(await choose({ ...HOUSE, onlineUrl })).toMatchObject({ done: true, made: { told: 2 } });
  expect(await placeOf(meetingId)).toMatchObject({ onlineUrl });
});

test('whose invitation still waits is told by it alone, of a new place and of a new day', async () => {
  const { cluster, choose, lead, meeting, meetingId } = await anInvitedMeeting({ invitedAt: null });
  await lead((scope) => invite(scope, meetingId));
  const guestId = await aGuestOf(meeting, { invitedAt: NOW });
  const letter = {
    kind: 'guest_invitation',
    clusterId: cluster.clusterId,
    meetingId,
    roundId: newId(),
  } as const;
  await lead((scope) => writeMeetingLetter(scope, { ...letter, to: { guestId } }));
  expect(await choose(INN)).toMatchObject({ made: { told: 0, roundId: null } });
  expect(await lead((scope) => moveMeeting(scope, meetingId, LATER))).toMatchObject({ made: { told: 0 } });
  expect(await lettersOf(meetingId)).toEqual([]);
  const later = { now: new Date(NOW.getTime() + 3 * 60_000) };
  await owner.updateTable('letter').set({ sentAt: NOW }).where('meetingId', '=', meetingId).execute();
  expect(await lead((scope) => choosePlace(scope, meetingId, HOUSE), later)).toMatchObject({
    made: { told: 3 },
  });
});

test('what no calendar shows is told to nobody', async () => {
  const { choose, meetingId } = await anInvitedMeeting();
  expect(await choose({ ...HOUSE, venueCancelDays: 7 })).toMatchObject({ made: { told: 0, roundId: null } });
  expect(await lettersOf(meetingId)).toEqual([]);
  expect(await placeOf(meetingId)).toMatchObject({ venueCancelDays: 7, calendarSequence: 0 });
});

test('before the invitation the place waits for it, and a guest who is asked already hears of it', async () => {
  const { choose, meetingId, meeting } = await anInvitedMeeting({ invitedAt: null });
  await aGuestOf(meeting, { invitedAt: NOW });
  await aGuestOf(meeting, { invitedAt: null });
  expect(await choose(INN)).toMatchObject({ made: { told: 1 } });
  expect((await lettersOf(meetingId)).map(({ kind }) => kind)).toEqual(['guest_moved']);
});

test('a place written twice by a double click is told once', async () => {
  const { cluster, meetingId } = await anInvitedMeeting();
  const commandId = newId();
  const choose = () =>
    cluster.as(cluster.coordinator, (scope) => choosePlace(scope, meetingId, INN), { commandId });
  expect(await choose()).toEqual(await choose());
  expect(await lettersOf(meetingId)).toHaveLength(2);
});

test.each([
  ['a link that is none', { ...INN, onlineUrl: 'moede.example' }, 'link_not_understood'],
  ['a mail that is none', { ...INN, venueEmail: 'kroen' }, 'email_not_understood'],
  ['a day that is none', { ...INN, venueCancelDays: Number.NaN }, 'days_not_understood'],
] as const)('%s is refused and stores nothing', async (_, place, reason) => {
  const { choose, meetingId } = await anInvitedMeeting();
  expect(await choose(place)).toEqual({ done: false, reason });
  expect(await placeOf(meetingId)).toMatchObject({ ...HOUSE, calendarSequence: 0 });
  expect(await lettersOf(meetingId)).toEqual([]);
});

test('the secretary writes the place, a member does not, and a stranger finds no meeting', async () => {
  const { cluster, doctor, meetingId } = await anInvitedMeeting();
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Sanne Sekretær' });
  const work = (place: Place) => (scope: Parameters<typeof choosePlace>[0]) =>
    choosePlace(scope, meetingId, place);
  await expect(cluster.as(doctor, work(INN))).rejects.toThrow(NotPermitted);
  const strangers = await aCluster();
  expect(await strangers.as(strangers.coordinator, work(INN))).toEqual({
    done: false,
    reason: 'no_such_meeting',
  });
  expect(await placeOf(meetingId)).toMatchObject(HOUSE);
  expect(await cluster.as(secretary, work(INN))).toMatchObject({ done: true });
});

test.each(['closed', 'cancelled'] as const)('the place of a meeting that is %s stays', async (state) => {
  const cluster = await aCluster();
  const { meetingId } = await aMeeting(cluster, { state });
  const chosen = await cluster.as(cluster.coordinator, (scope) => choosePlace(scope, meetingId, INN));
  expect(chosen).toEqual({ done: false, reason: `meeting_${state}` });
});

/** A house that was told the numbers by a mail that has gone, and has said yes. */
async function aConfirmedHouse() {
  const world = await anInvitedMeeting();
  const { doctor, lead, meeting, meetingId } = world;
  await replied(meeting, doctor, 'yes');
  await lead((scope) => tellVenue(scope, meetingId));
  await owner.updateTable('letter').set({ sentAt: NOW }).where('meetingId', '=', meetingId).execute();
  const link = await aVenueLink(meeting);
  const confirm = () =>
    asVenue(link, async (scope) => {
      const page = await findVenuePage(scope);
      return confirmVenue(scope, page?.venueToldId ?? newId());
    });
  expect(await confirm()).toEqual({ done: true });
  return { ...world, link, confirm };
}

test('a house that said yes has not said yes to another place or day until it is told of it', async () => {
  const { choose, confirm, lead, link, meetingId } = await aConfirmedHouse();
  await choose({ ...HOUSE, place: 'Kulturhuset, lokale 9' });
  expect(await asVenue(link, findVenuePage)).toMatchObject({ isCurrent: false });
  expect(await placeOf(meetingId)).toMatchObject({ venueConfirmedAt: null });
  expect(await confirm()).toEqual({ done: false, reason: 'numbers_changed' });
  const later = { now: new Date(NOW.getTime() + 60_000) };
  expect(await lead((scope) => tellVenue(scope, meetingId), later)).toMatchObject({ done: true });
  expect(await confirm()).toEqual({ done: true });
  expect(await placeOf(meetingId)).toMatchObject({ venueConfirmedAt: NOW });
});

test('a house that the meeting has left hears no more: its link ends, and the new one has been told nothing', async () => {
  const { choose, lead, link, meetingId } = await aConfirmedHouse();
  expect(await choose(INN)).toMatchObject({ made: { left: HOUSE.venueEmail } });
  expect(await asVenue(link, findVenuePage)).toBeNull();
  expect(await lead((scope) => findTold(scope, meetingId))).toBeNull();
  expect(await lead((scope) => tellVenue(scope, meetingId))).toMatchObject({ done: true });
  const kinds = await owner
    .selectFrom('letter')
    .select('kind')
    .where('meetingId', '=', meetingId)
    .where('kind', 'like', 'venue%')
    .execute();
  expect(kinds.map(({ kind }) => kind)).toEqual(['venue_numbers', 'venue_numbers']);
});

test('a slip in the mail of the house is mended before the letter goes, and the house is none that is left', async () => {
  const { choose, lead, meetingId } = await anInvitedMeeting();
  await lead((scope) => tellVenue(scope, meetingId));
  const mended = await choose({ ...HOUSE, venueEmail: 'kokken@kulturhus.example' });
  expect(mended).toMatchObject({ made: { left: '' } });
  expect(await lead((scope) => findTold(scope, meetingId))).not.toBeNull();
});

test('a house that had been told numbers is told the new day with the move, and not when it is taken back', async () => {
  const { confirm, lead, link, meetingId } = await aConfirmedHouse();
  const soon = { now: new Date(NOW.getTime() + 60_000) };
  const told = async () => (await lead((scope) => findTold(scope, meetingId)))?.toldFor;
  const ofHouse = async () =>
    (await lettersToHouse(meetingId)).map(({ kind, recalledAt }) => [kind, recalledAt !== null]);
  const moved = await lead((scope) => moveMeeting(scope, meetingId, LATER), soon);
  if (!moved?.done) throw new Error('The meeting did not move.');
  expect(moved.made).toMatchObject({ isHouseTold: true });
  expect(await told()).toBe(`2026-04-21 18:00 ${(await placeOf(meetingId)).place}`);
  expect(await asVenue(link, findVenuePage)).toMatchObject({ isCurrent: true, people: 1, confirmedAt: null });
  const { roundId, from } = moved.made;
  await lead((scope) => takeMoveBack(scope, meetingId, roundId, from), soon);
  expect(await ofHouse()).toEqual([
    ['venue_numbers', false],
    ['venue_numbers_again', true],
  ]);
  expect(await asVenue(link, findVenuePage)).toMatchObject({ isCurrent: true, confirmedAt: NOW });
  const again = { now: new Date(NOW.getTime() + 120_000) };
  expect(await lead((scope) => moveMeeting(scope, meetingId, LATER), again)).toMatchObject({ done: true });
  expect(await confirm()).toEqual({ done: true });
});

test('a house that has been told nothing, or that the meeting has left, hears nothing of a new day', async () => {
  const untold = await anInvitedMeeting();
  expect(await untold.lead((scope) => moveMeeting(scope, untold.meetingId, LATER))).toMatchObject({
    made: { isHouseTold: false },
  });
  expect(await lettersToHouse(untold.meetingId)).toEqual([]);
  const { choose, lead, meetingId } = await aConfirmedHouse();
  await choose(INN);
  await lead((scope) => moveMeeting(scope, meetingId, LATER));
  expect((await lettersToHouse(meetingId)).map(({ kind }) => kind)).toEqual(['venue_numbers']);
});

test('a guest is asked anew when the day moves, and has said what they said when the move is taken back', async () => {
  const { lead, meeting, meetingId } = await aConfirmedHouse();
  await aGuestOf(meeting, { invitedAt: NOW, answer: 'yes' });
  await aGuestOf(meeting, { invitedAt: NOW, answer: 'no' });
  const moved = await lead((scope) => moveMeeting(scope, meetingId, LATER));
  if (!moved?.done) throw new Error('The meeting did not move.');
  expect((await guestsOf(meetingId)).map(({ answer }) => answer)).toEqual(['', '']);
  expect(await placeOf(meetingId)).toMatchObject({ venueConfirmedAt: null });
  const { roundId, from } = moved.made;
  expect(await lead((scope) => takeMoveBack(scope, meetingId, roundId, from))).toMatchObject({ done: true });
  expect((await guestsOf(meetingId)).map(({ answer }) => answer)).toEqual(['no', 'yes']);
  expect(await placeOf(meetingId)).toMatchObject({ venueConfirmedAt: NOW });
});
