import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { nextCommand } from '#domain/access/next-command.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { listAgenda } from './agenda.server.ts';
import { cancelMeeting, takeCancellationBack } from './cancel-meeting.server.ts';
import { changeMeeting, confirmMeeting } from './change-meeting.server.ts';
import { listDeadlines } from './deadlines.server.ts';
import { makeMeeting } from './make-meeting.server.ts';
import type { MeetingWish } from './meeting-wish.ts';
import { aMeeting, aPackage, invited } from './meetings.fixtures.ts';
import { findMeeting, listMeetings } from './meetings.server.ts';
import { moveMeeting, takeMoveBack } from './move-meeting.server.ts';
import { givePart, listParts, takePart } from './parts.server.ts';
import {
  addDeadline,
  pinDeadline,
  reopenDeadline,
  settleAct,
  settleDeadline,
} from './settle-deadline.server.ts';

const wish = (of: Partial<MeetingWish> = {}): MeetingWish => ({
  source: null,
  kind: 'cluster',
  title: 'Opioider',
  minutes: 150,
  topicId: null,
  days: [],
  ...of,
});
const DAY = { heldOn: '2026-04-14', startsAt: '17:00' };
const LATER = { heldOn: '2026-04-21', startsAt: '18:00' };

/** A cluster, its coordinator's way in, and a meeting made from a package and reserved for a day. */
async function aPlanned() {
  const cluster = await aCluster({ practices: 3 });
  const lead = <T>(work: (scope: ClusterScope) => Promise<T>, when = {}) =>
    cluster.as(cluster.coordinator, work, when) as Promise<T>;
  const key = `prove-${newId().slice(0, 8)}`;
  await aPackage({ key });
  const made = await lead((scope) =>
    makeMeeting(scope, newId(), wish({ source: { packageKey: key }, days: [DAY] })),
  );
  const meetingId = made.done ? made.made.meetingId : '';
  return { cluster, lead, meetingId, key, doctors: cluster.practices.map(({ doctor }) => doctor) };
}

const lettersOf = (meetingId: string) =>
  owner
    .selectFrom('letter')
    .select(['kind', 'personId', 'roundId', 'recalledAt', 'dueAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('personId')
    .execute();
const everything = async ({ clusterId }: { clusterId: string }) =>
  Promise.all(
    (['meeting', 'meetingPerson', 'agendaItem', 'deadline', 'letter'] as const).map((table) =>
      owner.selectFrom(table).selectAll().where('clusterId', '=', clusterId).execute(),
    ),
  );

test('a meeting made from a package has its agenda, its deadlines, its words and a chair', async () => {
  const { cluster, lead, meetingId, key } = await aPlanned();
  const meeting = await lead((scope) => findMeeting(scope, meetingId));
  expect(meeting).toMatchObject({
    state: 'reserved',
    heldOn: '2026-04-14',
    startsAt: '17:00:00',
    packageKey: key,
    purpose: 'At se eget mønster.',
    greeting: 'Kom og se tallene.',
  });
  const agenda = await lead((scope) => listAgenda(scope, meetingId));
  expect(agenda.map(({ title, owner: by }) => [title, by])).toEqual([
    ['Velkomst', 'Mødeleder'],
    ['Klyngens tal', ''],
    ['Aftaler', ''],
  ]);
  const deadlines = await lead((scope) => listDeadlines(scope, meetingId));
  expect(deadlines.map(({ act, dueOn }) => [act, dueOn])).toEqual([
    ['order_figures', '2026-01-29'],
    ['minutes', '2026-04-16'],
    ['measure_again', '2026-10-13'],
    ['measure_again', '2027-04-14'],
  ]);
  expect(await lead((scope) => listParts(scope, meetingId))).toMatchObject([
    { part: 'chair', memberId: cluster.coordinator.memberId },
  ]);
});

test('the package as it was then stays with the meeting', async () => {
  const { meetingId } = await aPlanned();
  const row = await owner
    .selectFrom('meeting')
    .select('package')
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow();
  expect(row.package).toMatchObject({ version: 1, indicators: ['prove'] });
});

test('a meeting made from an earlier one has its agenda without what was said, and the same people', async () => {
  const { lead, meetingId, doctors } = await aPlanned();
  await lead((scope) => givePart(scope, meetingId, doctors[1]!.memberId, 'host'));
  await owner
    .updateTable('agendaItem')
    .set({ notes: 'Vi talte.' })
    .where('meetingId', '=', meetingId)
    .execute();
  const again = newId();
  await lead((scope) => makeMeeting(scope, again, wish({ source: { meetingId }, days: [] })));
  expect(await lead((scope) => findMeeting(scope, again))).toMatchObject({
    state: 'idea',
    heldOn: null,
    followsId: meetingId,
  });
  const agenda = await lead((scope) => listAgenda(scope, again));
  expect(agenda.map(({ title, notes }) => [title, notes])).toEqual([
    ['Velkomst', ''],
    ['Klyngens tal', ''],
    ['Aftaler', ''],
  ]);
  expect((await lead((scope) => listParts(scope, again))).map(({ part }) => part)).toEqual(['chair', 'host']);
  expect((await lead((scope) => listDeadlines(scope, again))).map(({ dueOn }) => dueOn)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test.each([
  ['a package that nobody has', { source: { packageKey: 'ukendt' } }, 'no_such_source'],
  ['a meeting that nobody held', { source: { meetingId: newId() } }, 'no_such_source'],
  ['a topic that nobody proposed', { topicId: newId() }, 'no_such_topic'],
] as const)('no meeting is made from %s, and nothing is stored', async (_, of, reason) => {
  const cluster = await aCluster();
  const made = await cluster.as(cluster.coordinator, (scope) => makeMeeting(scope, newId(), wish(of)));
  expect(made).toEqual({ done: false, reason });
  expect(await everything(cluster)).toEqual([[], [], [], [], []]);
});

test('a form sent twice makes one meeting, and what goes with it once', async () => {
  const cluster = await aCluster();
  const commandId = newId();
  const make = () =>
    cluster.as(
      cluster.coordinator,
      async (scope) => {
        const made = await makeMeeting(scope, newId(), wish({ days: [DAY] }));
        const meetingId = made.done ? made.made.meetingId : '';
        await addDeadline(nextCommand(scope, 'deadline'), meetingId, 'Køb kage', '2026-04-13');
        return meetingId;
      },
      { commandId },
    );
  expect(await make()).toBe(await make());
  expect(await cluster.as(cluster.coordinator, listMeetings)).toHaveLength(1);
  const own = await owner.selectFrom('deadline').select('title').where('title', '=', 'Køb kage').execute();
  expect(own).toHaveLength(1);
});

test('moving a meeting moves what is open, tells each who was invited once, and says what it did', async () => {
  const { lead, meetingId, doctors, cluster } = await aPlanned();
  await invited({ clusterId: cluster.clusterId, meetingId }, ...doctors);
  const [order, minutes] = await lead((scope) => listDeadlines(scope, meetingId));
  await lead((scope) => settleDeadline(scope, order!.deadlineId, 'done'));
  await lead((scope) => pinDeadline(scope, minutes!.deadlineId, '2026-04-20'));
  const moved = await lead((scope) => moveMeeting(scope, meetingId, LATER));
  expect(moved).toMatchObject({
    done: true,
    made: { told: 3, from: { heldOn: '2026-04-14', startsAt: '17:00:00' } },
  });
  expect((await lead((scope) => listDeadlines(scope, meetingId))).map(({ dueOn }) => dueOn)).toEqual([
    '2026-01-29',
    '2026-04-20',
    '2026-10-20',
    '2027-04-21',
  ]);
  const letters = await lettersOf(meetingId);
  expect(letters.map(({ kind }) => kind)).toEqual(['meeting_moved', 'meeting_moved', 'meeting_moved']);
  expect(new Set(letters.map(({ personId }) => personId)).size).toBe(3);
  expect(new Set(letters.map(({ roundId }) => roundId)).size).toBe(1);
  expect(await lead((scope) => findMeeting(scope, meetingId))).toMatchObject({
    ...LATER,
    startsAt: '18:00:00',
    calendarSequence: 1,
    state: 'reserved',
  });
});

test('a move is taken back within two minutes: the letters are recalled, and all is where it was', async () => {
  const { lead, meetingId, doctors, cluster } = await aPlanned();
  await invited({ clusterId: cluster.clusterId, meetingId }, ...doctors);
  const before = await lead((scope) => listDeadlines(scope, meetingId));
  const moved = await lead((scope) => moveMeeting(scope, meetingId, LATER));
  if (!moved.done) throw new Error(moved.reason);
  const { roundId, from } = moved.made;
  const late = { now: new Date(NOW.getTime() + 3 * 60_000) };
  const back = (when = {}) => lead((scope) => takeMoveBack(scope, meetingId, roundId, from), when);
  expect(await back(late)).toEqual({ done: false, reason: 'too_late_to_undo' });
  expect((await lettersOf(meetingId)).every(({ recalledAt }) => recalledAt === null)).toBe(true);
  expect(await back()).toMatchObject({ done: true });
  expect((await lettersOf(meetingId)).every(({ recalledAt }) => recalledAt !== null)).toBe(true);
  expect(await lead((scope) => listDeadlines(scope, meetingId))).toEqual(before);
  expect(await lead((scope) => findMeeting(scope, meetingId))).toMatchObject({
    heldOn: '2026-04-14',
    startsAt: '17:00:00',
    calendarSequence: 0,
  });
});

test('a letter on its way stops the undo, and recalls none of the others', async () => {
  const { lead, meetingId, doctors, cluster } = await aPlanned();
  await invited({ clusterId: cluster.clusterId, meetingId }, ...doctors);
  const moved = await lead((scope) => moveMeeting(scope, meetingId, LATER));
  if (!moved.done) throw new Error(moved.reason);
  const { personId } = doctors[0]!;
  await owner
    .updateTable('letter')
    .set({ attempts: 1 })
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .execute();
  const back = await lead((scope) => takeMoveBack(scope, meetingId, moved.made.roundId, moved.made.from));
  expect(back).toEqual({ done: false, reason: 'too_late_to_undo' });
  expect((await lettersOf(meetingId)).filter(({ recalledAt }) => recalledAt)).toEqual([]);
});

test.each([
  ['to where it is', DAY, 'nothing_changed'],
  ['into the past', { heldOn: '2026-03-01', startsAt: '17:00' }, 'day_past'],
] as const)('a meeting is not moved %s', async (_, day, reason) => {
  const { lead, meetingId, cluster } = await aPlanned();
  const before = await everything(cluster);
  expect(await lead((scope) => moveMeeting(scope, meetingId, day))).toEqual({ done: false, reason });
  expect(await everything(cluster)).toEqual(before);
});

test.each([
  ['idea', 'day_missing'],
  ['held', 'meeting_held'],
  ['closed', 'meeting_closed'],
  ['cancelled', 'meeting_cancelled'],
] as const)('a meeting in the state %s is not moved', async (state, reason) => {
  const cluster = await aCluster();
  const { meetingId } = await aMeeting(cluster, { state });
  const moved = await cluster.as(cluster.coordinator, (scope) => moveMeeting(scope, meetingId, LATER));
  expect(moved).toEqual({ done: false, reason });
});

test('a meeting called off tells everybody once, and is on again when it is taken back at once', async () => {
  const { lead, meetingId, doctors, cluster } = await aPlanned();
  await invited({ clusterId: cluster.clusterId, meetingId }, ...doctors);
  const off = await lead((scope) => cancelMeeting(scope, meetingId));
  if (!off.done) throw new Error(off.reason);
  expect(off.made).toMatchObject({ told: 3, was: 'reserved' });
  expect(await lead((scope) => cancelMeeting(scope, meetingId))).toEqual({
    done: false,
    reason: 'meeting_cancelled',
  });
  expect((await lettersOf(meetingId)).map(({ kind }) => kind)).toEqual(
    doctors.map(() => 'meeting_cancelled'),
  );
  const back = await lead((scope) => takeCancellationBack(scope, meetingId, off.made.roundId, 'reserved'));
  expect(back).toMatchObject({ done: true });
  expect(await lead((scope) => findMeeting(scope, meetingId))).toMatchObject({
    state: 'reserved',
    cancelledAt: null,
  });
});

test('who has left the cluster between invitation and cancellation is told nothing', async () => {
  const { lead, meetingId, doctors, cluster } = await aPlanned();
  await invited({ clusterId: cluster.clusterId, meetingId }, ...doctors);
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-01)' })
    .where('memberId', '=', doctors[2]!.memberId)
    .execute();
  expect(await lead((scope) => cancelMeeting(scope, meetingId))).toMatchObject({ made: { told: 2 } });
});

test('a deadline is settled once, opened again, pinned, loosened, and added', async () => {
  const { lead, meetingId } = await aPlanned();
  const [order] = await lead((scope) => listDeadlines(scope, meetingId));
  const { deadlineId } = order!;
  const now = async () =>
    (await lead((scope) => listDeadlines(scope, meetingId))).find((one) => one.deadlineId === deadlineId);
  expect(await lead((scope) => settleDeadline(scope, deadlineId, 'skipped'))).toMatchObject({ done: true });
  expect(await lead((scope) => settleDeadline(scope, deadlineId, 'done'))).toMatchObject({
    reason: 'settled_already',
  });
  expect(await lead((scope) => pinDeadline(scope, deadlineId, '2026-04-01'))).toMatchObject({
    reason: 'settled_already',
  });
  await lead((scope) => reopenDeadline(scope, deadlineId));
  expect(await lead((scope) => reopenDeadline(scope, deadlineId))).toMatchObject({ reason: 'open_already' });
  await lead((scope) => pinDeadline(scope, deadlineId, '2026-03-20'));
  expect(await now()).toMatchObject({ dueOn: '2026-03-20', isPinned: true, state: 'open' });
  await lead((scope) => pinDeadline(scope, deadlineId, null));
  expect(await now()).toEqual(order);
  const added = await lead((scope) => addDeadline(scope, meetingId, 'Køb kage', '2026-04-13'));
  expect(added).toMatchObject({ done: true });
  await lead((scope) => settleAct(scope, meetingId, 'order_figures'));
  expect(await now()).toMatchObject({ state: 'done' });
  await lead((scope) => moveMeeting(scope, meetingId, LATER));
  const cake = (await lead((scope) => listDeadlines(scope, meetingId))).find(
    ({ title }) => title === 'Køb kage',
  );
  expect(cake).toMatchObject({ dueOn: '2026-04-20', offsetDays: -1 });
});

test('a meeting is renamed and settled, and calendars hear of what they show', async () => {
  const { lead, meetingId } = await aPlanned();
  const words = { title: 'KOL', purpose: 'Nyt', greeting: 'Vi ses.' };
  const change = { ...words, kind: 'cluster', minutes: 120 } as const;
  expect(await lead((scope) => changeMeeting(scope, meetingId, { ...change, title: '' }))).toMatchObject({
    reason: 'title_missing',
  });
  const long = { ...change, greeting: 'x'.repeat(2001) };
  expect(await lead((scope) => changeMeeting(scope, meetingId, long))).toMatchObject({
    reason: 'greeting_too_long',
  });
  await lead((scope) => changeMeeting(scope, meetingId, change));
  await lead((scope) => changeMeeting(scope, meetingId, { ...change, purpose: 'Nyere' }));
  await lead((scope) => confirmMeeting(scope, meetingId));
  expect(await lead((scope) => findMeeting(scope, meetingId))).toMatchObject({
    ...change,
    purpose: 'Nyere',
    calendarSequence: 1,
    state: 'confirmed',
  });
});

const acts: [string, (scope: ClusterScope, meetingId: string) => Promise<unknown>][] = [
  ['make a meeting', (scope) => makeMeeting(scope, newId(), wish())],
  ['move it', (scope, meetingId) => moveMeeting(scope, meetingId, LATER)],
  ['call it off', (scope, meetingId) => cancelMeeting(scope, meetingId)],
  ['settle it', (scope, meetingId) => confirmMeeting(scope, meetingId)],
  ['give a part', (scope, meetingId) => givePart(scope, meetingId, newId(), 'chair')],
  ['take a part', (scope, meetingId) => takePart(scope, meetingId, newId(), 'chair')],
  ['add a deadline', (scope, meetingId) => addDeadline(scope, meetingId, 'Kage', '2026-04-13')],
];

test.each(acts)('a member may not %s, and nothing changes', async (_, act) => {
  const { cluster, meetingId, doctors } = await aPlanned();
  const before = await everything(cluster);
  const consultant = await aMember(cluster, { kind: 'consultant' });
  for (const who of [doctors[1]!, consultant])
    await expect(cluster.as(who, (scope) => act(scope, meetingId))).rejects.toThrow(NotPermitted);
  expect(await everything(cluster)).toEqual(before);
});

test('to another cluster there is no meeting, and nothing about it can be changed', async () => {
  const { cluster, meetingId } = await aPlanned();
  const strangers = await aCluster();
  const before = await everything(cluster);
  const reach = <T>(work: (scope: ClusterScope) => Promise<T>) => strangers.as(strangers.coordinator, work);
  expect(await reach(listMeetings)).toEqual([]);
  expect(await reach((scope) => findMeeting(scope, meetingId))).toBeNull();
  expect(await reach((scope) => listDeadlines(scope, meetingId))).toEqual([]);
  for (const [, act] of acts.slice(1)) {
    const outcome = (await reach((scope) => act(scope, meetingId))) as { done: boolean };
    expect(outcome.done).toBe(false);
  }
  expect(await everything(cluster)).toEqual(before);
});

test('the secretary plans as the coordinator does, and a member sees the meeting and no deadline', async () => {
  const { cluster, meetingId, doctors } = await aPlanned();
  const secretary = await aMember(cluster as ACluster, { kind: 'secretary' });
  expect(await cluster.as(secretary, (scope) => moveMeeting(scope, meetingId, LATER))).toMatchObject({
    done: true,
  });
  const seen = await cluster.as(doctors[1]!, async (scope) => [
    await findMeeting(scope, meetingId),
    await listDeadlines(scope, meetingId),
  ]);
  expect(seen).toMatchObject([{ meetingId }, []]);
});
