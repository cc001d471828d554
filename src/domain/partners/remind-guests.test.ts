import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { refusalOfMeetingLetter } from '#domain/notices/meeting-letter-refusal.ts';
import { findSituation } from '#domain/notices/meeting-situation.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { aPoll } from '#domain/polls/polls.fixtures.ts';
import { asSystem } from '#platform/scope.server.ts';
import { aCluster } from '#test/build.ts';
import { NOW, owner, worker } from '#test/world.ts';
import { followGuests } from './follow-guests.server.ts';
import { isGuestReminderDue } from './guest.ts';
import { aGuest } from './partners.fixtures.ts';

type Kind = 'guest_dates' | 'guest_invitation' | 'guest_moved';
type Asked = { clusterId: string; meetingId: string; guestId: string };

const noon = (day: string) => new Date(`${day}T11:00:00Z`);
const sweepOn = async (day: string) => {
  for (let looks = 0; looks < 2; looks++) await asSystem(worker, { now: noon(day) }, followGuests);
};
const asks = (kind: Kind, { clusterId, guestId, meetingId }: Asked, day = '2026-03-02', facts = {}) =>
  asSystem(worker, { now: noon(day) }, (scope) =>
    writeMeetingLetter(scope, { kind, clusterId, meetingId, to: { guestId }, facts }),
  );
const remindersOf = ({ guestId }: { guestId: string }) =>
  owner
    .selectFrom('letter')
    .selectAll()
    .where('guestId', '=', guestId)
    .where('kind', 'like', '%reminder')
    .orderBy('writtenAt')
    .execute();
const daysOf = async (guest: { guestId: string }) =>
  (await remindersOf(guest)).map(({ kind, writtenAt }) => `${kind} ${writtenAt.toISOString().slice(0, 10)}`);

/** A poll of a fortnight from 2 March, and a guest who is asked about its three days. */
async function aGuestAskedForDays(wish: Parameters<typeof aGuest>[1] = {}) {
  const { clusterId } = await aCluster();
  const poll = await aPoll({ clusterId });
  const guest = await aGuest(poll.meeting, wish);
  const asked = { clusterId, meetingId: poll.meetingId, guestId: guest.guestId };
  await asks('guest_dates', asked);
  return { ...asked, poll };
}

/** A meeting on 14 April, and a guest who is asked to it. */
async function aGuestInvited(wish: Parameters<typeof aGuest>[1] = {}, day = '2026-03-02') {
  const { clusterId } = await aCluster();
  const meeting = await aMeeting({ clusterId }, { state: 'confirmed', heldOn: '2026-04-14' });
  const asked = { clusterId, meetingId: meeting.meetingId, guestId: (await aGuest(meeting, wish)).guestId };
  await asks('guest_invitation', asked, day);
  return asked;
}

const answers = (guestId: string, clusterId: string, optionIds: readonly string[]) =>
  owner
    .insertInto('guestVote')
    .values(
      optionIds.map((dateOptionId) => ({ clusterId, guestId, dateOptionId, answer: 'yes', castAt: NOW })),
    )
    .execute();

test.each([
  [['2026-03-15'], '2026-03-02', '2026-03-15', true],
  [['2026-03-15'], '2026-03-02', '2026-03-14', false],
  [['2026-03-15'], '2026-03-15', '2026-03-16', false],
  [['2026-03-31', '2026-04-09'], '2026-04-01', '2026-04-08', false],
  [['2026-03-31', '2026-04-09'], '2026-04-01', '2026-04-09', true],
  [[], '2026-03-02', '2026-03-15', false],
])('with the days %j a guest who was asked on %s is reminded by %s: %s', (days, askedOn, today, is) => {
  expect(isGuestReminderDue(days, askedOn, today)).toBe(is);
});

test('a guest who is asked about days is reminded once, with the last reminder of the members', async () => {
  const guest = await aGuestAskedForDays();
  await sweepOn('2026-03-14');
  expect(await remindersOf(guest)).toEqual([]);
  await sweepOn('2026-03-15');
  await sweepOn('2026-03-16');
  expect(await daysOf(guest)).toEqual(['guest_dates_reminder 2026-03-15']);
  const told = await owner
    .selectFrom('ownDoing')
    .select(['act', 'facts'])
    .where('meetingId', '=', guest.meetingId)
    .execute();
  expect(told).toEqual([{ act: 'guests_reminded', facts: { people: '1' } }]);
});

test('a guest who has answered every day, said no, is called off or cannot be asked is reminded of none', async () => {
  const answered = await aGuestAskedForDays();
  await answers(answered.guestId, answered.clusterId, answered.poll.optionIds);
  const half = await aGuestAskedForDays();
  await answers(half.guestId, half.clusterId, half.poll.optionIds.slice(1));
  const no = await aGuestAskedForDays({ answer: 'no' });
  const off = await aGuestAskedForDays({ cancelledAt: NOW });
  const unasked = await aGuestAskedForDays({ invitedAt: null });
  await sweepOn('2026-03-15');
  for (const guest of [answered, no, off, unasked]) expect(await remindersOf(guest)).toEqual([]);
  expect(await remindersOf(half)).toHaveLength(1);
});

test('a guest who is asked to a meeting is reminded once, 14 days before it, and once more when it moves', async () => {
  const guest = await aGuestInvited();
  await sweepOn('2026-03-30');
  expect(await remindersOf(guest)).toEqual([]);
  for (const day of ['2026-03-31', '2026-04-01', '2026-04-09']) await sweepOn(day);
  expect(await daysOf(guest)).toEqual(['guest_invitation_reminder 2026-03-31']);
  await asks('guest_moved', guest, '2026-04-10', { change: 'place' });
  await sweepOn('2026-04-11');
  expect(await remindersOf(guest)).toHaveLength(1);
  await owner
    .updateTable('meeting')
    .set({ heldOn: '2026-05-12' })
    .where('meetingId', '=', guest.meetingId)
    .execute();
  await asks('guest_moved', guest, '2026-04-12');
  await sweepOn('2026-04-27');
  expect(await remindersOf(guest)).toHaveLength(1);
  for (const day of ['2026-04-28', '2026-05-07']) await sweepOn(day);
  expect(await remindersOf(guest)).toHaveLength(2);
});

test.each([
  ['asked in the last fortnight', {}, '2026-04-02', '2026-04-09', 1],
  ['asked in the last fortnight', {}, '2026-04-02', '2026-04-08', 0],
  ['who comes', { answer: 'yes' }, '2026-03-02', '2026-03-31', 0],
  ['who does not come', { answer: 'no' }, '2026-03-02', '2026-03-31', 0],
  ['called off', { cancelledAt: NOW }, '2026-03-02', '2026-03-31', 0],
] as const)(
  'a guest %s (%o, asked %s) has by %s this many reminders: %i',
  async (_, wish, asked, day, many) => {
    const guest = await aGuestInvited(wish, asked);
    await sweepOn(day);
    expect(await remindersOf(guest)).toHaveLength(many);
  },
);

test('a reminder that waits does not go to a guest who has answered meanwhile', async () => {
  const [days, coming] = [await aGuestAskedForDays(), await aGuestInvited()];
  await sweepOn('2026-03-15');
  await sweepOn('2026-03-31');
  const refusals = async () => {
    const letters = [...(await remindersOf(days)), ...(await remindersOf(coming))];
    const now = noon('2026-03-15');
    return asSystem(worker, { now }, async (scope) => {
      const said = [];
      for (const letter of letters) {
        const about = {
          ...letter,
          kind: letter.kind as 'guest_dates_reminder',
          facts: {},
          clusterId: letter.clusterId!,
        };
        said.push(refusalOfMeetingLetter(about.kind, await findSituation(scope, about)));
      }
      return said;
    });
  };
  expect(await refusals()).toEqual([null, null]);
  await answers(days.guestId, days.clusterId, days.poll.optionIds);
  await owner.updateTable('guest').set({ answer: 'yes' }).where('guestId', '=', coming.guestId).execute();
  expect(await refusals()).toEqual(['answered', 'answered']);
});

test('a guest without a mail address is left to be rung', async () => {
  const guest = await aGuestInvited();
  await owner
    .updateTable('partnerPerson')
    .set({ email: '' })
    .where('clusterId', '=', guest.clusterId)
    .execute();
  await sweepOn('2026-03-31');
  expect(await remindersOf(guest)).toEqual([]);
});
