import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aCluster } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { findGuestPage } from './guest-page.server.ts';
import { changePartnerPerson } from './keep-person.server.ts';
import { aGuest } from './partners.fixtures.ts';

const PERSON = { name: 'Gerda Gæst', title: 'Overlæge', phone: '' };

async function anInvitedGuest(
  wish: Parameters<typeof aMeeting>[1] = {},
  told: { answer?: string; sentAt?: Date | null } = {},
) {
  const cluster = await aCluster();
  const meeting = await aMeeting(cluster, wish);
  const guest = await aGuest(meeting, { answer: told.answer ?? '' });
  const { guestId, partnerPersonId } = guest;
  await owner
    .insertInto('letter')
    .values({
      kind: 'guest_invitation',
      clusterId: cluster.clusterId,
      meetingId: meeting.meetingId,
      guestId,
      messageId: newId(),
      writtenAt: NOW,
      dueAt: NOW,
      sentAt: told.sentAt === undefined ? NOW : told.sentAt,
    })
    .execute();
  const change = (email: string) =>
    cluster.as(cluster.coordinator, (scope) =>
      changePartnerPerson(scope, partnerPersonId, { ...PERSON, email }),
    );
  const letters = async () => {
    const rows = await owner
      .selectFrom('letter')
      .select(['kind', 'sentAt'])
      .where('guestId', '=', guestId)
      .execute();
    return rows.filter(({ sentAt }) => sentAt === null).map(({ kind }) => kind);
  };
  return { guest, change, letters };
}

test('with another address a guest’s earlier links end, and a letter with a new one is written', async () => {
  const { guest, change, letters } = await anInvitedGuest();
  expect(await guest.as(findGuestPage)).toMatchObject({ name: 'Gerda Gæst' });
  expect(await change('gerda@andet.example')).toEqual({ done: true, made: { letters: 1 } });
  expect(await guest.as(findGuestPage)).toBeNull();
  expect(await letters()).toEqual(['guest_invitation']);
  // What waits already goes to whichever address stands when it goes.
  expect(await change('gerda@tredje.example')).toEqual({ done: true, made: { letters: 0 } });
});

test('with the same address, also in other letters, nothing ends and nothing is written', async () => {
  const { guest, change, letters } = await anInvitedGuest();
  expect(await change('Gerda@Hospital.example')).toEqual({ done: true, made: { letters: 0 } });
  expect(await guest.as(findGuestPage)).not.toBeNull();
  expect(await letters()).toEqual([]);
});

test('taken out, an address opens nothing more, and nobody is written to', async () => {
  const { guest, change, letters } = await anInvitedGuest();
  expect(await change('')).toEqual({ done: true, made: { letters: 0 } });
  expect([await guest.as(findGuestPage), await letters()]).toEqual([null, []]);
});

test.each([
  ['while days are asked about', { state: 'polling' as const }, {}, ['guest_dates']],
  ['of a meeting that is over', { state: 'held' as const, heldOn: '2026-02-20' }, {}, []],
  ['who has said no', {}, { answer: 'no' }, []],
])('a guest %s is asked as it stands', async (_, wish, told, expected) => {
  const { change, letters } = await anInvitedGuest(wish, told);
  await change('gerda@andet.example');
  expect(await letters()).toEqual(expected);
});

test('a guest whose letter has not gone yet gets that one and no other', async () => {
  const { change, letters } = await anInvitedGuest({}, { sentAt: null });
  await change('gerda@andet.example');
  expect(await letters()).toEqual(['guest_invitation']);
});
