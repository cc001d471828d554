import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { asSystem, type ClusterScope, type HolderScope, throughLink } from '#platform/scope.server.ts';
import { aCluster, aMember } from '#test/build.ts';
import { NOW, newId, owner, web, worker } from '#test/world.ts';
import { listAgenda } from './agenda.server.ts';
import type { AgendaWish } from './agenda.ts';
import { listAttendance, listVisitors } from './attendance.server.ts';
import { closeMeeting, listGaps, stateNoAgreement } from './close-meeting.server.ts';
import { listOpenDeadlines } from './deadlines.server.ts';
import { holdMeetings } from './hold-meetings.server.ts';
import { aDeadline, aMeeting, anAgendaItem, invited, settledOf } from './meetings.fixtures.ts';
import { findMeeting } from './meetings.server.ts';
import { registerAttendance, registerVisitor, takeOutVisitor } from './register-attendance.server.ts';
import { listActionsBefore, listOpenActions, listResolutions } from './resolutions.server.ts';
import { changeResolution, resolve, settleAction, takeOutResolution } from './resolve.server.ts';
import { closeRoom, findRoom, openRoom, sayHere, sayNotHere } from './room.server.ts';
import {
  addToAgenda,
  changeAgendaItem,
  placeOnAgenda,
  putBackOnAgenda,
  takeOffAgenda,
} from './write-agenda.server.ts';
import { writeMinutes } from './write-minutes.server.ts';

const TODAY = '2026-03-02';
const ORIGIN = 'https://klynge.example';
const tokenIn = ({ address }: { address: string }) => address.slice(`${ORIGIN}/r/`.length);
const wish = (of: Partial<AgendaWish> = {}): AgendaWish => ({
  title: 'Oplæg',
  kind: 'talk',
  minutes: 20,
  owner: '',
  ownerId: null,
  material: '',
  ...of,
});

/** A meeting of today with two items, everybody invited, and the coordinator's way in. */
async function aMeetingToday(of: Parameters<typeof aMeeting>[1] = {}) {
  const cluster = await aCluster({ practices: 3 });
  const meeting = await aMeeting(cluster, { heldOn: TODAY, ...of });
  const items = [
    await anAgendaItem(meeting, { title: 'Velkomst', position: 1 }),
    await anAgendaItem(meeting, { title: 'Tal', position: 2, minutes: 30 }),
  ] as const;
  const doctors = cluster.practices.map(({ doctor }) => doctor);
  await invited(meeting, ...doctors);
  const lead = <T>(work: (scope: ClusterScope) => Promise<T>, when = {}) =>
    cluster.as(cluster.coordinator, work, when) as Promise<T>;
  const titles = async () =>
    (await lead((scope) => listAgenda(scope, meeting.meetingId))).map(({ title }) => title);
  return { cluster, meeting, meetingId: meeting.meetingId, items, doctors, lead, titles };
}

const inRoom = <T>(link: string, work: (scope: HolderScope) => Promise<T>, now = NOW) =>
  throughLink(web, { link, now }, 'room', work);
const cameTo = (meetingId: string) =>
  owner
    .selectFrom('attendance')
    .select(['memberId', 'how'])
    .where('meetingId', '=', meetingId)
    .orderBy('how')
    .execute();

test('an agenda is written, reordered, and what was taken off comes back where it was with its notes', async () => {
  const { lead, meetingId, items, titles } = await aMeetingToday();
  await lead((scope) => addToAgenda(scope, meetingId, wish({ title: 'Mad', kind: 'meal' }), 2));
  expect(await titles()).toEqual(['Velkomst', 'Mad', 'Tal']);
  await lead((scope) => placeOnAgenda(scope, meetingId, items[1], 1));
  expect(await titles()).toEqual(['Tal', 'Velkomst', 'Mad']);
  await lead((scope) => changeAgendaItem(scope, meetingId, items[0], wish({ title: 'Goddag', minutes: 5 })));
  await lead((scope) =>
    writeMinutes(scope, meetingId, [{ agendaItemId: items[0], was: '', typed: 'Alle var der.' }]),
  );
  const before = await lead((scope) => listAgenda(scope, meetingId));
  await lead((scope) => takeOffAgenda(scope, meetingId, items[0]));
  expect(await titles()).toEqual(['Tal', 'Mad']);
  await lead((scope) => putBackOnAgenda(scope, meetingId, before[1]!, 2));
  expect(await lead((scope) => listAgenda(scope, meetingId))).toEqual(before);
  expect(await lead((scope) => putBackOnAgenda(scope, meetingId, before[1]!, 2))).toMatchObject({
    reason: 'on_the_agenda_already',
  });
});

test('what decisions or a guest hang on stays on the agenda', async () => {
  const { lead, meetingId, items } = await aMeetingToday();
  const decision = {
    kind: 'decision',
    sentence: 'Vi begynder.',
    owner: '',
    ownerId: null,
    dueOn: null,
  } as const;
  await lead((scope) => resolve(scope, meetingId, { ...decision, agendaItemId: items[0] }));
  expect(await lead((scope) => takeOffAgenda(scope, meetingId, items[0]))).toEqual({
    done: false,
    reason: 'has_resolutions',
  });
  expect(await lead((scope) => takeOffAgenda(scope, meetingId, newId()))).toMatchObject({
    reason: 'no_such_agenda_item',
  });
  expect(await lead((scope) => listAgenda(scope, meetingId))).toHaveLength(2);
});

test.each([
  ['without a title', wish({ title: '' }), 'title_missing'],
  ['of somebody who is no member', wish({ ownerId: newId() }), 'no_such_member'],
] as const)('an item %s is refused, and the agenda is as it was', async (_, of, reason) => {
  const { lead, meetingId, titles } = await aMeetingToday();
  expect(await lead((scope) => addToAgenda(scope, meetingId, of, null))).toEqual({ done: false, reason });
  expect(await titles()).toEqual(['Velkomst', 'Tal']);
});

test('two who write at the same time lose nothing: the second sees both texts', async () => {
  const { lead, meetingId, items } = await aMeetingToday();
  const write = (agendaItemId: string, was: string, typed: string) =>
    lead((scope) => writeMinutes(scope, meetingId, [{ agendaItemId, was, typed }]));
  expect(await write(items[0], '', 'Anna skrev.\r\nTo linjer.')).toMatchObject({
    made: { stored: 1, conflicts: [] },
  });
  expect(await write(items[0], '', 'Bo skrev.')).toMatchObject({
    made: { stored: 0, conflicts: [{ typed: 'Bo skrev.', now: 'Anna skrev.\nTo linjer.' }] },
  });
  const [first] = await lead((scope) => listAgenda(scope, meetingId));
  expect(first?.notes).toBe('Anna skrev.\nTo linjer.');
  // Whatever else was on the page is stored.
  const both = await lead((scope) =>
    writeMinutes(scope, meetingId, [
      { agendaItemId: items[0], was: '', typed: 'Bo igen.' },
      { agendaItemId: items[1], was: '', typed: 'Tallene.' },
    ]),
  );
  expect(both).toMatchObject({ made: { stored: 1 } });
});

test('a text that is too long, or for an item of another meeting, stores nothing of the page', async () => {
  const { lead, meetingId, items, cluster } = await aMeetingToday();
  const other = await anAgendaItem(await aMeeting(cluster));
  const write = (agendaItemId: string, typed: string) =>
    lead((scope) =>
      writeMinutes(scope, meetingId, [
        { agendaItemId: items[0], was: '', typed: 'Kort.' },
        { agendaItemId, was: '', typed },
      ]),
    );
  expect(await write(items[1], 'a'.repeat(8001))).toEqual({ done: false, reason: 'notes_too_long' });
  expect(await write(other, 'x')).toEqual({ done: false, reason: 'no_such_agenda_item' });
  const agenda = await lead((scope) => listAgenda(scope, meetingId));
  expect(agenda.map(({ notes }) => notes)).toEqual(['', '']);
});

test('an action is taken on, changed, done and open again, and comes back at the next meeting', async () => {
  const { lead, meetingId, items, cluster, doctors } = await aMeetingToday();
  const action = {
    kind: 'action',
    sentence: 'Skriv til kommunen',
    owner: 'Anna',
    dueOn: '2026-04-01',
  } as const;
  const taken = await lead((scope) =>
    resolve(scope, meetingId, { ...action, ownerId: doctors[1]!.memberId, agendaItemId: items[0] }),
  );
  if (!taken.done) throw new Error(taken.reason);
  const { resolutionId } = taken.made;
  const next = await aMeeting(cluster, { heldOn: '2026-06-01' });
  const returned = () => lead((scope) => listActionsBefore(scope, next.meetingId));
  expect(await returned()).toEqual([]);
  await owner.updateTable('meeting').set({ state: 'held' }).where('meetingId', '=', meetingId).execute();
  expect(await returned()).toMatchObject([
    { sentence: 'Skriv til kommunen', ownerName: expect.stringMatching(/^Læge/) },
  ]);
  await lead((scope) => settleAction(scope, resolutionId, true));
  expect(await lead((scope) => settleAction(scope, resolutionId, true))).toMatchObject({
    reason: 'done_already',
  });
  expect(await returned()).toEqual([]);
  await lead((scope) => settleAction(scope, resolutionId, false));
  const change = { ...action, kind: 'action', sentence: 'Ring til kommunen', ownerId: null } as const;
  await lead((scope) => changeResolution(scope, resolutionId, change));
  expect(await lead(listOpenActions)).toMatchObject([{ sentence: 'Ring til kommunen', ownerName: 'Anna' }]);
  await lead((scope) => takeOutResolution(scope, resolutionId));
  expect(await lead((scope) => listResolutions(scope, meetingId))).toEqual([]);
});

test('attendance is ticked by practice, a second list changes only those it showed, and visitors have names', async () => {
  const { lead, meetingId, doctors } = await aMeetingToday();
  const [first, second, third] = doctors.map(({ memberId }) => memberId) as [string, string, string];
  const all = [first, second, third];
  expect(await lead((scope) => registerAttendance(scope, meetingId, all, [first, second]))).toMatchObject({
    made: { present: 2 },
  });
  expect(await lead((scope) => registerAttendance(scope, meetingId, [second], [third]))).toMatchObject({
    made: { present: 2 },
  });
  expect((await cameTo(meetingId)).map(({ memberId }) => memberId).toSorted()).toEqual(
    [first, third].toSorted(),
  );
  expect(await lead((scope) => registerAttendance(scope, meetingId, all, [newId()]))).toMatchObject({
    reason: 'no_such_member',
  });
  expect(await cameTo(meetingId)).toHaveLength(2);
  const visitor = await lead((scope) =>
    registerVisitor(scope, meetingId, { name: 'Vera Vikar', belongsTo: 'Vikar' }),
  );
  if (!visitor.done) throw new Error(visitor.reason);
  expect(await lead((scope) => listVisitors(scope, meetingId))).toMatchObject([{ name: 'Vera Vikar' }]);
  await lead((scope) => takeOutVisitor(scope, meetingId, visitor.made.visitorPresentId));
  expect(await lead((scope) => listVisitors(scope, meetingId))).toEqual([]);
  expect(await lead((scope) => registerVisitor(scope, meetingId, { name: '', belongsTo: '' }))).toMatchObject(
    { reason: 'name_missing' },
  );
});

test('nobody is registered before the day, nor after the meeting is closed', async () => {
  const { lead, meetingId, doctors } = await aMeetingToday({ heldOn: '2026-03-03' });
  const register = () => lead((scope) => registerAttendance(scope, meetingId, [], [doctors[0]!.memberId]));
  expect(await register()).toEqual({ done: false, reason: 'not_yet' });
  await owner
    .updateTable('meeting')
    .set({ state: 'closed', heldOn: TODAY })
    .where('meetingId', '=', meetingId)
    .execute();
  expect(await register()).toEqual({ done: false, reason: 'meeting_closed' });
  expect(await cameTo(meetingId)).toEqual([]);
});

test('in the room each chooses a name, once or twice, and takes it back; no address is told', async () => {
  const { lead, meetingId, doctors } = await aMeetingToday();
  const opened = await lead((scope) => openRoom(scope, meetingId, ORIGIN));
  if (!opened.done) throw new Error(opened.reason);
  const token = tokenIn(opened.made);
  const found = await inRoom(token, findRoom);
  expect(found).toMatchObject({ room: { meetingId, isOpen: true } });
  expect(found?.names).toHaveLength(3);
  expect(JSON.stringify(found)).not.toContain('@');
  const { memberId } = doctors[1]!;
  expect(await inRoom(token, (scope) => sayHere(scope, memberId))).toMatchObject({ done: true });
  expect(await inRoom(token, (scope) => sayHere(scope, memberId))).toMatchObject({ done: true });
  expect(await cameTo(meetingId)).toEqual([{ memberId, how: 'scan' }]);
  const late = new Date(NOW.getTime() + 16 * 60_000);
  expect(await inRoom(token, (scope) => sayNotHere(scope, memberId), late)).toMatchObject({
    reason: 'too_late_to_undo',
  });
  expect(await inRoom(token, (scope) => sayNotHere(scope, memberId))).toMatchObject({ done: true });
  expect(await cameTo(meetingId)).toEqual([]);
});

test('who was not asked is not on the room’s list and cannot be pointed at', async () => {
  const { lead, meetingId, cluster } = await aMeetingToday();
  const uninvited = await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId });
  const stranger = (await aCluster()).coordinator;
  const opened = await lead((scope) => openRoom(scope, meetingId, ORIGIN));
  if (!opened.done) throw new Error(opened.reason);
  for (const { memberId } of [uninvited, stranger])
    expect(await inRoom(tokenIn(opened.made), (scope) => sayHere(scope, memberId))).toMatchObject({
      reason: 'no_such_member',
    });
  expect(await cameTo(meetingId)).toEqual([]);
});

test('the room is open on its day until two hours after the meeting, and a code that is ended opens nothing', async () => {
  const { lead, meetingId, doctors } = await aMeetingToday({ heldOn: '2026-03-04' });
  const opened = await lead((scope) => openRoom(scope, meetingId, ORIGIN));
  if (!opened.done) throw new Error(opened.reason);
  const token = tokenIn(opened.made);
  const at = (day: string, time = '19:00') =>
    inRoom(token, (scope) => sayHere(scope, doctors[0]!.memberId), new Date(`${day}T${time}:00Z`));
  expect(await at('2026-03-03')).toMatchObject({ reason: 'no_such_member' });
  expect(await at('2026-03-04')).toMatchObject({ done: true });
  // It ends at half past seven in the evening.
  expect(await at('2026-03-04', '20:29')).toMatchObject({ done: true });
  expect(await at('2026-03-04', '20:30')).toMatchObject({ reason: 'no_such_member' });
  expect(await at('2026-03-05')).toMatchObject({ reason: 'no_such_member' });
  expect(await at('2026-03-06')).toBeNull();
  expect(await lead((scope) => closeRoom(scope, meetingId))).toMatchObject({ made: { ended: 1 } });
  expect(await at('2026-03-04')).toBeNull();
});

test('a page sent twice shows the code that the first one made', async () => {
  const { lead, meetingId } = await aMeetingToday();
  const when = { commandId: newId() };
  const codes = [
    await lead((scope) => openRoom(scope, meetingId, ORIGIN), when),
    await lead((scope) => openRoom(scope, meetingId, ORIGIN), when),
  ];
  expect(codes[0]).toEqual(codes[1]);
  const links = await owner.selectFrom('link').select('purpose').where('meetingId', '=', meetingId).execute();
  expect(links).toEqual([{ purpose: 'room' }]);
});

test('closing says what is missing, one after the other, and stores nothing until it is there', async () => {
  const { lead, meetingId, doctors } = await aMeetingToday();
  const close = () => lead((scope) => closeMeeting(scope, meetingId));
  const gaps = () =>
    lead(async (scope) =>
      (await listGaps(scope, (await findMeeting(scope, meetingId))!)).map(({ gap }) => gap),
    );
  expect(await gaps()).toEqual(['attendance_missing', 'agreement_missing', 'nothing_written']);
  expect(await close()).toEqual({ done: false, reason: 'attendance_missing' });
  await lead((scope) => registerAttendance(scope, meetingId, [], [doctors[0]!.memberId]));
  expect(await close()).toEqual({ done: false, reason: 'agreement_missing' });
  expect(await lead((scope) => findMeeting(scope, meetingId))).toMatchObject({
    state: 'confirmed',
    closedAt: null,
  });
  await lead((scope) => stateNoAgreement(scope, meetingId, 'Vi talte om spilleregler.'));
  expect(await close()).toMatchObject({ done: true, made: { told: 3 } });
  expect(await close()).toEqual({ done: false, reason: 'meeting_closed' });
  const letters = await owner
    .selectFrom('letter')
    .select(['kind', 'facts'])
    .where('meetingId', '=', meetingId)
    .execute();
  expect(letters).toHaveLength(3);
  expect(letters[0]).toMatchObject({
    kind: 'minutes',
    facts: { target: expect.stringContaining('/minutes') },
  });
});

test('closing leaves out what was to be done before the meeting, without an agreement the measuring too', async () => {
  const { lead, meeting, meetingId, doctors } = await aMeetingToday({ state: 'held' });
  await aDeadline(meeting, { act: 'book_venue', offsetDays: -30, dueOn: '2026-01-31' });
  await aDeadline(meeting, { act: 'minutes', offsetDays: 2, dueOn: '2026-03-04' });
  await aDeadline(meeting, { act: 'follow_up', offsetDays: 5, dueOn: '2026-03-07' });
  await aDeadline(meeting, { act: 'measure_again', offsetDays: 182, dueOn: '2026-08-31' });
  const pressing = async () =>
    (await lead((scope) => listOpenDeadlines(scope, '2026-03-09'))).map(({ act }) => act);
  expect(await pressing()).toEqual(['minutes', 'follow_up']);
  await lead((scope) => registerAttendance(scope, meetingId, [], [doctors[0]!.memberId]));
  await lead((scope) => stateNoAgreement(scope, meetingId, 'Vi talte om spilleregler.'));
  expect(await settledOf(meeting)).toEqual([
    'book_venue open',
    'minutes open',
    'follow_up open',
    'measure_again open',
  ]);
  await lead((scope) => closeMeeting(scope, meetingId));
  expect(await settledOf(meeting)).toEqual([
    'book_venue skipped',
    'minutes done',
    'follow_up open',
    'measure_again skipped',
  ]);
  expect(await pressing()).toEqual([]);
});

test('an agreement closes a meeting too; its topic is met, and what is open stands first at the next', async () => {
  const cluster = await aCluster({ practices: 2 });
  const { clusterId, coordinator } = cluster;
  const topicId = newId();
  await owner
    .insertInto('topic')
    .values({
      clusterId,
      topicId,
      proposerId: coordinator.memberId,
      sentence: 'Opioider',
      state: 'proposed',
      proposedAt: NOW,
    })
    .execute();
  const { meetingId } = await aMeeting(cluster, { heldOn: TODAY, topicId, state: 'held' });
  const next = await aMeeting(cluster, { heldOn: '2026-06-01' });
  await anAgendaItem(next, { title: 'Velkomst' });
  await owner
    .insertInto('agreement')
    .values({
      clusterId,
      meetingId,
      what: 'En liste',
      who: 'Alle',
      byOn: '2026-06-01',
      measure: 'Egne tal',
      measuredAgainOn: '2026-09-01',
      madeAt: NOW,
    })
    .execute();
  await cluster.as(coordinator, (scope) => registerAttendance(scope, meetingId, [], [coordinator.memberId]));
  const action = {
    kind: 'action',
    sentence: 'Ring',
    owner: 'Anna',
    ownerId: null,
    dueOn: null,
    agendaItemId: null,
  } as const;
  await cluster.as(coordinator, (scope) => resolve(scope, meetingId, action));
  expect(await cluster.as(coordinator, (scope) => closeMeeting(scope, meetingId))).toMatchObject({
    done: true,
  });
  const topic = await owner
    .selectFrom('topic')
    .select('state')
    .where('topicId', '=', topicId)
    .executeTakeFirstOrThrow();
  expect(topic.state).toBe('met');
  const agenda = await cluster.as(coordinator, (scope) => listAgenda(scope, next.meetingId));
  expect(agenda?.map(({ kind }) => kind)).toEqual(['actions', 'talk']);
  // What is closed takes no more words.
  expect(await cluster.as(coordinator, (scope) => resolve(scope, meetingId, action))).toMatchObject({
    reason: 'meeting_closed',
  });
});

test('the day after its day a meeting is held, once, and no other', async () => {
  const cluster = await aCluster();
  const days = { '2026-03-01': 'held', '2026-03-02': 'confirmed' };
  const ids: string[] = [];
  for (const heldOn of Object.keys(days)) ids.push((await aMeeting(cluster, { heldOn })).meetingId);
  const off = await aMeeting(cluster, { heldOn: '2026-03-01', state: 'cancelled' });
  const hold = () => asSystem(worker, { now: NOW }, holdMeetings);
  expect(await hold()).toBe(1);
  expect(await hold()).toBe(0);
  const { rows } = await sql<{ state: string }>`
    select state from meeting where meeting_id = any (${[...ids, off.meetingId]}::uuid[]) order by held_on, state`.execute(
    owner,
  );
  expect(rows.map(({ state }) => state)).toEqual(['cancelled', 'held', 'confirmed']);
});

const acts: [string, (scope: ClusterScope, meetingId: string) => Promise<unknown>][] = [
  ['write the agenda', (scope, meetingId) => addToAgenda(scope, meetingId, wish(), null)],
  ['write minutes', (scope, meetingId) => writeMinutes(scope, meetingId, [])],
  ['state a reason', (scope, meetingId) => stateNoAgreement(scope, meetingId, 'Fordi')],
  ['register who came', (scope, meetingId) => registerAttendance(scope, meetingId, [], [])],
  [
    'register a visitor',
    (scope, meetingId) => registerVisitor(scope, meetingId, { name: 'Vera', belongsTo: '' }),
  ],
  ['open the room', (scope, meetingId) => openRoom(scope, meetingId, ORIGIN)],
  ['close the meeting', (scope, meetingId) => closeMeeting(scope, meetingId)],
];

test.each(acts)('a member may not %s; to another cluster there is no such meeting', async (_, act) => {
  const { cluster, meetingId, doctors } = await aMeetingToday();
  await expect(cluster.as(doctors[1]!, (scope) => act(scope, meetingId))).rejects.toThrow(NotPermitted);
  const strangers = await aCluster();
  const outcome = (await strangers.as(strangers.coordinator, (scope) => act(scope, meetingId))) as {
    done: boolean;
  };
  expect(outcome.done).toBe(false);
  expect(await cameTo(meetingId)).toEqual([]);
  const links = await owner.selectFrom('link').select('purpose').where('meetingId', '=', meetingId).execute();
  expect(links).toEqual([]);
});

test('the secretary registers who came and closes nothing; a member sees only the own line', async () => {
  const { cluster, meetingId, doctors } = await aMeetingToday();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const all = doctors.map(({ memberId }) => memberId);
  await cluster.as(secretary, (scope) => registerAttendance(scope, meetingId, all, all));
  await expect(cluster.as(secretary, (scope) => closeMeeting(scope, meetingId))).rejects.toThrow(
    NotPermitted,
  );
  const seen = await cluster.as(doctors[1]!, (scope) => listAttendance(scope, meetingId));
  expect(seen?.filter(({ how }) => how !== null).map(({ memberId }) => memberId)).toEqual([
    doctors[1]!.memberId,
  ]);
});
