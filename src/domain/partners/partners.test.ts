import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aCluster, aMember, giveRole } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import { endPartner, resumePartner } from './end-partner.server.ts';
import { addPartner, changePartner } from './keep-partner.server.ts';
import {
  addPartnerPerson,
  changePartnerPerson,
  endPartnerPerson,
  resumePartnerPerson,
} from './keep-person.server.ts';
import { aGuest, aPartner } from './partners.fixtures.ts';
import { findPartner, listEndedPeople, listMeetingsOfPartner, listPartners } from './partners.server.ts';

const WISH = { name: 'Kommunens akutteam', kind: 'municipality' as const, notes: 'Ring før kl. 10.' };
const PERSON = {
  name: 'Mona Mørk',
  title: 'Leder',
  email: 'mona@kommune.example',
  phone: '+45 12 34 56 78',
};
const NOBODY = { name: '', title: '', email: '', phone: '' };

async function aStaffedCluster() {
  const cluster = await aCluster();
  const [secretary, board, treasurer, consultant, member] = await Promise.all([
    aMember(cluster, { kind: 'secretary' }),
    aMember(cluster, { practiceId: cluster.practices[1]!.practiceId }),
    aMember(cluster, { practiceId: cluster.practices[1]!.practiceId }),
    aMember(cluster, { kind: 'consultant' }),
    aMember(cluster, { practiceId: cluster.practices[1]!.practiceId }),
  ]);
  await giveRole(cluster.clusterId, 'board', board.memberId);
  await giveRole(cluster.clusterId, 'treasurer', treasurer.memberId);
  return { cluster, secretary, board, treasurer, consultant, member };
}

test('a secretary keeps the directory: an organisation with its first person, then more of them', async () => {
  const { cluster, secretary } = await aStaffedCluster();
  const [partnerId, id] = [newId(), newId()];
  const added = await cluster.as(secretary, (scope) => addPartner(scope, partnerId, WISH, { ...PERSON, id }));
  expect(added).toEqual({ done: true, made: { partnerId, partnerPersonId: id } });
  await cluster.as(secretary, (scope) =>
    addPartnerPerson(scope, newId(), partnerId, { ...PERSON, name: 'Bo Berg', email: '' }),
  );
  const partner = await cluster.as(cluster.coordinator, (scope) => findPartner(scope, partnerId));
  expect(partner).toMatchObject({ ...WISH, isEnded: false });
  expect(partner!.people.map(({ name }) => name)).toEqual(['Bo Berg', 'Mona Mørk']);
});

test('an organisation is changed and ended, and the end is undone', async () => {
  const { cluster, board } = await aStaffedCluster();
  const { partnerId } = await aPartner(cluster);
  await cluster.as(board, (scope) => changePartner(scope, partnerId, WISH));
  await cluster.as(board, (scope) => endPartner(scope, partnerId));
  const find = () => cluster.as(board, (scope) => findPartner(scope, partnerId));
  expect(await find()).toMatchObject({ ...WISH, isEnded: true });
  await cluster.as(board, (scope) => resumePartner(scope, partnerId));
  expect(await find()).toMatchObject({ isEnded: false });
});

test('one of its people is changed and taken off the list, and put back', async () => {
  const { cluster, secretary } = await aStaffedCluster();
  const { partnerId, person } = await aPartner(cluster);
  const as = <T>(work: Parameters<typeof cluster.as<T>>[1]) => cluster.as(secretary, work);
  await as((scope) => changePartnerPerson(scope, person.partnerPersonId, PERSON));
  await as((scope) => endPartnerPerson(scope, person.partnerPersonId));
  expect((await as((scope) => findPartner(scope, partnerId)))!.people).toEqual([]);
  expect(await as((scope) => listEndedPeople(scope, partnerId))).toEqual([
    { partnerPersonId: person.partnerPersonId, name: PERSON.name },
  ]);
  await as((scope) => resumePartnerPerson(scope, person.partnerPersonId));
  expect((await as((scope) => findPartner(scope, partnerId)))!.people).toMatchObject([PERSON]);
});

test.each([
  ['without a name', { ...WISH, name: '' }, NOBODY, 'name_missing'],
  ['with a first person who has no name', WISH, { ...NOBODY, phone: '12345678' }, 'person_name_missing'],
  ['with an address that is none', WISH, { ...PERSON, email: 'mona@kommune' }, 'email_malformed'],
  ['that is known by that name', { ...WISH, name: 'smerteklinikken' }, NOBODY, 'known_already'],
])('an organisation %s is refused, and nothing is stored', async (_, wish, person, reason) => {
  const { cluster } = await aStaffedCluster();
  await aPartner(cluster);
  const added = await cluster.as(cluster.coordinator, (scope) =>
    addPartner(scope, newId(), wish, { ...person, id: newId() }),
  );
  expect(added).toEqual({ done: false, reason });
  expect(await cluster.as(cluster.coordinator, listPartners)).toHaveLength(1);
});

test('a form that is sent twice adds one organisation', async () => {
  const { cluster } = await aStaffedCluster();
  const commandId = newId();
  const add = () =>
    cluster.as(cluster.coordinator, (scope) => addPartner(scope, newId(), WISH, { ...NOBODY, id: newId() }), {
      commandId,
    });
  expect(await add()).toEqual(await add());
  expect(await cluster.as(cluster.coordinator, listPartners)).toHaveLength(1);
});

test('the meetings of an organisation are those its people said yes to, and those that lie ahead', async () => {
  const { cluster } = await aStaffedCluster();
  const { partnerId, person } = await aPartner(cluster);
  const meetings = [
    await aMeeting(cluster, { state: 'closed', heldOn: '2025-11-04', title: 'KOL' }),
    await aMeeting(cluster, { state: 'confirmed', title: 'Opioider' }),
    await aMeeting(cluster, { state: 'closed', heldOn: '2025-05-06', title: 'Kom ikke' }),
  ];
  const wish = { partnerPersonId: person.partnerPersonId };
  await aGuest(meetings[0]!, { ...wish, answer: 'yes' });
  await aGuest(meetings[1]!, wish);
  await aGuest(meetings[2]!, { ...wish, answer: 'no' });
  const listed = await cluster.as(cluster.coordinator, (scope) => listMeetingsOfPartner(scope, partnerId));
  expect(listed!.map(({ title, hasBeen }) => [title, hasBeen])).toEqual([
    ['Opioider', false],
    ['KOL', true],
  ]);
});

test.each(['treasurer', 'consultant', 'member'] as const)(
  'a %s sees no directory and changes nothing in it',
  async (role) => {
    const staffed = await aStaffedCluster();
    const { cluster } = staffed;
    const { partnerId, person } = await aPartner(cluster);
    expect(await cluster.as(staffed[role], listPartners)).toEqual([]);
    for (const attempt of [
      () => cluster.as(staffed[role], (scope) => changePartner(scope, partnerId, WISH)),
      () => cluster.as(staffed[role], (scope) => endPartner(scope, partnerId)),
      () => cluster.as(staffed[role], (scope) => endPartnerPerson(scope, person.partnerPersonId)),
    ])
      await expect(attempt()).rejects.toBeInstanceOf(NotPermitted);
    const kept = await owner
      .selectFrom('partner')
      .select(['name', 'endedAt'])
      .where('partnerId', '=', partnerId)
      .executeTakeFirst();
    expect(kept).toEqual({ name: 'Smerteklinikken', endedAt: null });
  },
);

test('to another cluster the organisation does not exist', async () => {
  const { cluster } = await aStaffedCluster();
  const { partnerId, person } = await aPartner(cluster);
  const strangers = await aCluster();
  const as = <T>(work: Parameters<typeof strangers.as<T>>[1]) => strangers.as(strangers.coordinator, work);
  expect(await as(listPartners)).toEqual([]);
  for (const work of [
    await as((scope) => changePartner(scope, partnerId, WISH)),
    await as((scope) => endPartner(scope, partnerId)),
    await as((scope) => addPartnerPerson(scope, newId(), partnerId, PERSON)),
  ])
    expect(work).toEqual({ done: false, reason: 'no_such_partner' });
  expect(await as((scope) => changePartnerPerson(scope, person.partnerPersonId, PERSON))).toEqual({
    done: false,
    reason: 'no_such_person',
  });
});
