import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { aDeadline, aMeeting, anAgendaItem, settledOf } from '#domain/meetings/meetings.fixtures.ts';
import { findGuestPart } from '#domain/notices/guest-part.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, giveRole } from '#test/build.ts';
import { NOW, newId, owner, worker } from '#test/world.ts';
import { addGuest } from './add-guest.server.ts';
import { cancelGuest } from './cancel-guest.server.ts';
import { changeGuest, noteGuestAnswer } from './change-guest.server.ts';
import { followGuests } from './follow-guests.server.ts';
import { type Brief, briefOf, changesToTell, refusalOfInvitation, standingOf } from './guest.ts';
import { findGuest, listGuests, listMeetingGuests, listTakenHome } from './guests.server.ts';
import { inviteGuest, inviteGuests } from './invite-guest.server.ts';
import { aGuest, aPartner } from './partners.fixtures.ts';

const BRIEF: Brief = {
  agendaItemId: null,
  problem: 'Hvordan trapper vi ned?',
  practicalities: 'Projektor findes.',
  preMeetingOn: '2026-04-01',
  preMeetingAt: '16:30',
  mustAttend: true,
};

const lettersTo = (guestId: string) =>
  owner
    .selectFrom('letter')
    .select('kind')
    .where('guestId', '=', guestId)
    .orderBy('writtenAt')
    .execute()
    .then((rows) => rows.map(({ kind }) => kind));

async function aListedGuest(state: 'idea' | 'polling' | 'confirmed' = 'confirmed') {
  const cluster = await aCluster();
  const meeting = await aMeeting(cluster, { state });
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const guest = await aGuest(meeting, { invitedAt: null });
  const as = <T>(work: Parameters<typeof cluster.as<T>>[1], commandId?: string) =>
    cluster.as(secretary, work, commandId ? { commandId } : {});
  return { ...guest, cluster, meeting, secretary, as };
}

test('a guest gets the question and the part of the programme that the package keeps for one', async () => {
  const cluster = await aCluster();
  const meeting = await aMeeting(cluster, {
    package: {
      speakerBrief: 'Vi vil gerne forstå nedtrapning.',
      programme: [
        { title: 'Velkomst', isForGuest: false },
        { title: 'Oplæg', isForGuest: true },
      ],
    },
  });
  await anAgendaItem(meeting, { title: 'Velkomst' });
  const slot = await anAgendaItem(meeting, { title: 'Oplæg', position: 2 });
  const { person } = await aPartner(cluster);
  const guestId = newId();
  await cluster.as(cluster.coordinator, (scope) =>
    addGuest(scope, guestId, meeting.meetingId, person.partnerPersonId),
  );
  const guest = await cluster.as(cluster.coordinator, (scope) => findGuest(scope, guestId));
  expect(guest).toMatchObject({
    problem: 'Vi vil gerne forstå nedtrapning.',
    agendaItemId: slot,
    slotTitle: 'Oplæg',
    invitedAt: null,
  });
  const again = await cluster.as(cluster.coordinator, (scope) =>
    addGuest(scope, newId(), meeting.meetingId, person.partnerPersonId),
  );
  expect(again).toEqual({ done: false, reason: 'guest_already' });
});

test('a secretary briefs and asks a guest, once', async () => {
  const { as, guestId } = await aListedGuest();
  expect(await as((scope) => changeGuest(scope, guestId, BRIEF))).toEqual({
    done: true,
    made: { isTold: false },
  });
  const commandId = newId();
  await as((scope) => inviteGuest(scope, guestId), commandId);
  await as((scope) => inviteGuest(scope, guestId), commandId);
  expect(await as((scope) => inviteGuest(scope, guestId))).toEqual({
    done: false,
    reason: 'invited_already',
  });
  expect(await lettersTo(guestId)).toEqual(['guest_invitation']);
});

test('while days are asked about, a guest is asked about them', async () => {
  const { as, guestId } = await aListedGuest('polling');
  await as((scope) => inviteGuest(scope, guestId));
  expect(await lettersTo(guestId)).toEqual(['guest_dates']);
});

test.each([
  ['a guest who is asked with the question', 'confirmed', BRIEF, 'done', 'done'],
  ['a guest who is asked before there is a question', 'confirmed', null, 'done', 'open'],
  ['a guest who is asked about days', 'polling', BRIEF, 'done', 'open'],
] as const)('%s settles what the plan says of it', async (_, state, brief, invite, told) => {
  const { as, guestId, meeting } = await aListedGuest(state);
  await aDeadline(meeting, { act: 'invite_guest', offsetDays: -84, dueOn: '2026-01-20' });
  await aDeadline(meeting, { act: 'guest_brief', offsetDays: -28, dueOn: '2026-03-17' });
  if (brief)
    await as((scope) => changeGuest(scope, guestId, { ...brief, preMeetingOn: null, preMeetingAt: null }));
  expect(await settledOf(meeting)).toEqual(['invite_guest open', 'guest_brief open']);
  await as((scope) => inviteGuest(scope, guestId));
  expect(await settledOf(meeting)).toEqual([`invite_guest ${invite}`, `guest_brief ${told}`]);
  await as((scope) => changeGuest(scope, guestId, { ...BRIEF, problem: 'Hvornår ringer I?' }));
  expect(await settledOf(meeting)).toEqual(['invite_guest done', 'guest_brief done']);
});

test('a change that concerns a guest who has been asked tells them; a change of who must come tells nobody', async () => {
  const { as, guestId } = await aListedGuest();
  await as((scope) => inviteGuest(scope, guestId));
  await as((scope) => changeGuest(scope, guestId, BRIEF));
  const after = await as((scope) => changeGuest(scope, guestId, { ...BRIEF, mustAttend: false }));
  expect(after).toEqual({ done: true, made: { isTold: false } });
  expect(await lettersTo(guestId)).toEqual(['guest_invitation', 'guest_changed']);
  const { facts } = await owner
    .selectFrom('letter')
    .select('facts')
    .where('guestId', '=', guestId)
    .where('kind', '=', 'guest_changed')
    .executeTakeFirstOrThrow();
  expect(facts).toEqual({ change: 'problem practicalities pre_meeting' });
});

test('a guest whose part of the programme is another hears when it begins', async () => {
  const { as, guestId, meeting } = await aListedGuest();
  await anAgendaItem(meeting, { title: 'Velkomst', position: 1, minutes: 20 });
  const agendaItemId = await anAgendaItem(meeting, { title: 'Oplæg', position: 2 });
  await as((scope) => changeGuest(scope, guestId, { ...BRIEF, agendaItemId }));
  const letter = { kind: 'guest_changed', facts: { change: 'slot' }, guestId } as const;
  expect(await asSystem(worker, { now: NOW }, (scope) => findGuestPart(scope, letter))).toEqual({
    changed: ['slot'],
    slot: 'Oplæg',
    slotAt: '17:20:00',
    practicalities: 'Projektor findes.',
    preMeeting: { heldOn: '2026-04-01', startsAt: '16:30:00' },
  });
  const stranger = await aCluster();
  expect(await stranger.as(stranger.coordinator, (scope) => findGuestPart(scope, letter))).toMatchObject({
    slot: '',
    practicalities: '',
  });
});

test('another time of the pre-meeting asks about it anew', async () => {
  const { as, guestId } = await aListedGuest();
  await as((scope) => changeGuest(scope, guestId, BRIEF));
  await owner.updateTable('guest').set({ preMeetingAnswer: 'yes' }).where('guestId', '=', guestId).execute();
  await as((scope) => changeGuest(scope, guestId, { ...BRIEF, problem: 'Noget andet' }));
  expect(await as((scope) => findGuest(scope, guestId))).toMatchObject({ preMeetingAnswer: 'yes' });
  await as((scope) => changeGuest(scope, guestId, { ...BRIEF, preMeetingAt: '17:00' }));
  expect(await as((scope) => findGuest(scope, guestId))).toMatchObject({ preMeetingAnswer: '' });
});

test('a part of another meeting’s programme is refused, and nothing is changed', async () => {
  const { as, cluster, guestId } = await aListedGuest();
  const elsewhere = await anAgendaItem(await aMeeting(cluster));
  const changed = await as((scope) => changeGuest(scope, guestId, { ...BRIEF, agendaItemId: elsewhere }));
  expect(changed).toEqual({ done: false, reason: 'no_such_slot' });
  expect(await as((scope) => findGuest(scope, guestId))).toMatchObject({ problem: '' });
});

test('calling off tells a guest who has been asked; nobody else hears of it', async () => {
  const { as, guestId, meeting } = await aListedGuest();
  const unasked = await aGuest(meeting, { name: 'Ulla Uspurgt', invitedAt: null });
  await as((scope) => inviteGuest(scope, guestId));
  expect(await as((scope) => cancelGuest(scope, guestId))).toEqual({ done: true, made: { isTold: true } });
  expect(await as((scope) => cancelGuest(scope, unasked.guestId))).toEqual({
    done: true,
    made: { isTold: false },
  });
  expect(await as((scope) => cancelGuest(scope, guestId))).toEqual({
    done: false,
    reason: 'called_off_already',
  });
  expect(await lettersTo(guestId)).toEqual(['guest_invitation', 'guest_cancelled']);
  expect(await lettersTo(unasked.guestId)).toEqual([]);
});

test('whoever was called off can be put on the list again, and answers anew', async () => {
  const { as, guestId, meeting, partnerPersonId } = await aListedGuest();
  await as((scope) => inviteGuest(scope, guestId));
  await as((scope) => noteGuestAnswer(scope, guestId, 'yes'));
  await as((scope) => cancelGuest(scope, guestId));
  const added = await as((scope) => addGuest(scope, newId(), meeting.meetingId, partnerPersonId));
  expect(added).toEqual({ done: true, made: { guestId } });
  expect(await as((scope) => findGuest(scope, guestId))).toMatchObject({
    invitedAt: null,
    answer: '',
    cancelledAt: null,
  });
});

test('all guests on the list who have an address are asked in one act', async () => {
  const { as, guestId, meeting } = await aListedGuest();
  const silent = await aGuest(meeting, { name: 'Uden Mail', invitedAt: null });
  await owner
    .updateTable('partnerPerson')
    .set({ email: '' })
    .where('partnerPersonId', '=', silent.partnerPersonId)
    .execute();
  const asked = await as((scope) => inviteGuests(scope, meeting.meetingId));
  expect(asked).toEqual({ done: true, made: { guests: 1 } });
  expect(await lettersTo(guestId)).toEqual(['guest_invitation']);
  expect(await lettersTo(silent.guestId)).toEqual([]);
});

test('guests whom two ask at the same moment are asked once', async () => {
  const { meeting, guestId, as } = await aListedGuest();
  const second = await aGuest(meeting, { invitedAt: null, name: 'Åse Gæst' });
  const all = () => as((scope) => inviteGuests(scope, meeting.meetingId));
  const outcomes = await Promise.all([all(), all(), as((scope) => inviteGuest(scope, second.guestId))]);
  expect(outcomes.filter((outcome) => outcome?.done).length).toBeGreaterThanOrEqual(2);
  expect([await lettersTo(guestId), await lettersTo(second.guestId)]).toEqual([
    ['guest_invitation'],
    ['guest_invitation'],
  ]);
});

test.each([
  ['a guest who came', 'closed', '2026-02-24', { answer: 'yes' }, ['guest_afterwards']],
  ['a guest of a meeting that is not closed yet', 'held', '2026-02-24', { answer: 'yes' }, []],
  ['a guest who did not come', 'closed', '2026-02-24', { answer: 'no' }, []],
  ['a guest who was called off', 'closed', '2026-02-24', { answer: 'yes', cancelledAt: NOW }, []],
  ['a guest whose link is dead', 'closed', '2026-01-20', { answer: 'yes' }, []],
] as const)(
  'afterwards %s of a meeting in the state %s on %s with %j gets %j, once',
  async (_, state, heldOn, wish, letters) => {
    const cluster = await aCluster();
    const guest = await aGuest(await aMeeting(cluster, { state, heldOn }), wish);
    for (let looks = 0; looks < 2; looks++) await asSystem(worker, { now: NOW }, followGuests);
    expect(await lettersTo(guest.guestId)).toEqual(letters);
  },
);

test('members see who comes and what they took home, without address or answer', async () => {
  const { cluster, meeting } = await aListedGuest();
  const came = await aGuest(meeting, { name: 'Kaj Kom', answer: 'yes' });
  await aGuest(meeting, { name: 'Niels Nej', answer: 'no' });
  await owner
    .updateTable('guest')
    .set({ tookHome: 'At I ringer.', tookHomeAt: NOW })
    .where('guestId', '=', came.guestId)
    .execute();
  const member = cluster.practices[1]!.doctor;
  const seen = await cluster.as(member, (scope) => listMeetingGuests(scope, meeting.meetingId));
  expect(seen!.map(({ name }) => name)).toEqual(['Kaj Kom']);
  expect(Object.keys(seen![0]!)).not.toContain('email');
  expect(await cluster.as(member, (scope) => listTakenHome(scope, meeting.meetingId))).toEqual([
    { guestId: came.guestId, name: 'Kaj Kom', partnerName: 'Smerteklinikken', tookHome: 'At I ringer.' },
  ]);
  expect(await cluster.as(member, (scope) => listGuests(scope, meeting.meetingId))).toEqual([]);
});

async function tryAll(cluster: ACluster, who: { token: string }, guestId: string) {
  const tries = [
    cluster.as(who, (scope) => changeGuest(scope, guestId, BRIEF)),
    cluster.as(who, (scope) => inviteGuest(scope, guestId)),
    cluster.as(who, (scope) => noteGuestAnswer(scope, guestId, 'yes')),
    cluster.as(who, (scope) => cancelGuest(scope, guestId)),
  ];
  return (await Promise.allSettled(tries)).map((one) => (one.status === 'rejected' ? one.reason : one.value));
}

test.each(['member', 'consultant', 'treasurer'] as const)(
  'a %s changes nothing about a guest',
  async (role) => {
    const { cluster, guestId } = await aListedGuest();
    const who =
      role === 'member'
        ? cluster.practices[1]!.doctor
        : await aMember(
            cluster,
            role === 'consultant' ? { kind: role } : { practiceId: cluster.practices[1]!.practiceId },
          );
    if (role === 'treasurer') await giveRole(cluster.clusterId, role, who.memberId);
    const before = await owner
      .selectFrom('guest')
      .selectAll()
      .where('guestId', '=', guestId)
      .executeTakeFirst();
    for (const one of await tryAll(cluster, who, guestId)) expect(one).toBeInstanceOf(NotPermitted);
    expect(
      await owner.selectFrom('guest').selectAll().where('guestId', '=', guestId).executeTakeFirst(),
    ).toEqual(before);
  },
);

test('to another cluster the guest does not exist', async () => {
  const { guestId, meeting } = await aListedGuest();
  const strangers = await aCluster();
  for (const one of await tryAll(strangers, strangers.coordinator, guestId))
    expect(one).toEqual({ done: false, reason: 'no_such_guest' });
  expect(
    await strangers.as(strangers.coordinator, (scope) => listMeetingGuests(scope, meeting.meetingId)),
  ).toEqual([]);
  expect(await lettersTo(guestId)).toEqual([]);
});

const listed = { invitedAt: null, cancelledAt: null, answer: '', email: 'g@h.example' } as const;
test.each([
  [{ state: 'confirmed', heldOn: '2026-04-14' }, {}, null],
  [{ state: 'polling', heldOn: null }, {}, null],
  [{ state: 'idea', heldOn: null }, {}, 'no_day_yet'],
  [{ state: 'confirmed', heldOn: '2026-03-01' }, {}, 'meeting_over'],
  [{ state: 'closed', heldOn: '2026-01-01' }, {}, 'meeting_over'],
  [{ state: 'confirmed', heldOn: '2026-04-14' }, { email: '' }, 'no_address'],
  [{ state: 'confirmed', heldOn: '2026-04-14' }, { invitedAt: NOW }, 'invited_already'],
  [{ state: 'confirmed', heldOn: '2026-04-14' }, { cancelledAt: NOW }, 'called_off_already'],
] as const)('whether a guest can be asked to a meeting %j: %j gives %j', (meeting, guest, refusal) => {
  expect(refusalOfInvitation(meeting, { ...listed, ...guest }, '2026-03-02')).toBe(refusal);
});

test.each([
  [{}, 'listed'],
  [{ invitedAt: NOW }, 'asked'],
  [{ invitedAt: NOW, answer: 'yes' }, 'comes'],
  [{ invitedAt: NOW, answer: 'no' }, 'declined'],
  [{ invitedAt: NOW, answer: 'yes', cancelledAt: NOW }, 'called_off'],
] as const)('a guest with %j is %s', (traces, standing) => {
  expect(standingOf({ ...listed, ...traces })).toBe(standing);
});

const typed = {
  agendaItemId: '',
  problem: '',
  practicalities: '',
  preMeetingOn: '',
  preMeetingAt: '',
  mustAttend: false,
};
test.each([
  [
    { preMeetingOn: '1.4.2026', preMeetingAt: '16.30' },
    { preMeetingOn: '2026-04-01', preMeetingAt: '16:30' },
  ],
  [{ preMeetingOn: '1.4.2026' }, 'pre_meeting_unclear'],
  [{ preMeetingAt: '16.30' }, 'pre_meeting_unclear'],
  [{ preMeetingOn: '31.4.2026', preMeetingAt: '16.30' }, 'pre_meeting_unclear'],
  [{ preMeetingOn: '15.4.2026', preMeetingAt: '16.30' }, 'pre_meeting_after'],
  [{ problem: 'x'.repeat(4001) }, 'problem_too_long'],
  [{ problem: 'Hvad med 010170-1234?' }, 'cpr'],
] as const)('a brief of %j is read as %j', (wish, brief) => {
  const read = briefOf({ ...typed, ...wish }, '2026-04-14', '2026-03-02');
  if (typeof brief === 'string') expect(read).toBe(brief);
  else expect(read).toMatchObject(brief);
});

test.each([
  [{ agendaItemId: 'a' }, ['slot']],
  [{ problem: '' }, ['problem']],
  [{ practicalities: 'Kom ad bagdøren.', preMeetingAt: '17:00' }, ['practicalities', 'pre_meeting']],
  [{ mustAttend: false }, []],
] as const)('of %j a guest is told %j', (change, told) => {
  expect(changesToTell(BRIEF, { ...BRIEF, ...change })).toEqual(told);
});

test('a time is the same time with and without its seconds', () => {
  expect(changesToTell({ ...BRIEF, preMeetingAt: '16:30:00' }, BRIEF)).toEqual([]);
});
