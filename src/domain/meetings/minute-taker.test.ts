import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { invite } from '#domain/invitations/invite.server.ts';
import { aPoll, voted } from '#domain/polls/polls.fixtures.ts';
import { listVotes } from '#domain/polls/polls.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { aCluster } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import { cancelMeeting } from './cancel-meeting.server.ts';
import { changeMeeting } from './change-meeting.server.ts';
import { closeMeeting, stateNoAgreement } from './close-meeting.server.ts';
import { aMeeting, anAgendaItem } from './meetings.fixtures.ts';
import { listMinutesToTake } from './minute-taker.server.ts';
import { givePart } from './parts.server.ts';
import { registerAttendance } from './register-attendance.server.ts';
import { changeResolution, resolve, settleAction, takeOutResolution } from './resolve.server.ts';
import { addDeadline } from './settle-deadline.server.ts';
import { addToAgenda } from './write-agenda.server.ts';
import { writeMinutes } from './write-minutes.server.ts';

const DECISION = {
  kind: 'decision',
  sentence: 'Vi begynder.',
  owner: '',
  ownerId: null,
  dueOn: null,
  agendaItemId: null,
} as const;

/** A meeting of today whose minutes a doctor without a role takes, and another that is nobody's. */
async function aMeetingToWriteOf(state: 'confirmed' | 'closed' | 'cancelled' = 'confirmed') {
  const cluster = await aCluster({ practices: 3 });
  const taker = cluster.practices[1]!.doctor;
  const meeting = await aMeeting(cluster, { heldOn: '2026-03-02', state });
  const other = await aMeeting(cluster, { heldOn: '2026-03-01' });
  const agendaItemId = await anAgendaItem(meeting);
  const { clusterId } = cluster;
  const { meetingId } = meeting;
  await owner
    .insertInto('meetingPerson')
    .values({ clusterId, meetingId, memberId: taker.memberId, part: 'minute_taker' })
    .execute();
  const take = <T>(work: (scope: ClusterScope) => Promise<T>) => cluster.as(taker, work) as Promise<T>;
  const notes = async () =>
    (
      await owner
        .selectFrom('agendaItem')
        .select('notes')
        .where('agendaItemId', '=', agendaItemId)
        .executeTakeFirstOrThrow()
    ).notes;
  return { cluster, taker, meeting, meetingId, other, agendaItemId, take, notes };
}

const typed = (agendaItemId: string) => [{ agendaItemId, was: '', typed: 'Alle var der.' }];

test('whoever takes the minutes writes notes and resolutions of that meeting, and finds it', async () => {
  const { agendaItemId, meetingId, take, notes } = await aMeetingToWriteOf();
  expect(await take(listMinutesToTake)).toMatchObject([{ meetingId }]);
  expect(await take((scope) => writeMinutes(scope, meetingId, typed(agendaItemId)))).toMatchObject({
    made: { stored: 1 },
  });
  expect(await notes()).toBe('Alle var der.');
  const made = await take((scope) => resolve(scope, meetingId, { ...DECISION, agendaItemId }));
  if (!made.done) throw new Error(made.reason);
  const { resolutionId } = made.made;
  const changed = { ...DECISION, sentence: 'Vi begynder i maj.' };
  expect(await take((scope) => changeResolution(scope, resolutionId, changed))).toMatchObject({ done: true });
  expect(await take((scope) => takeOutResolution(scope, resolutionId))).toMatchObject({ done: true });
  expect(
    await owner.selectFrom('resolution').select('sentence').where('meetingId', '=', meetingId).execute(),
  ).toEqual([]);
});

const acts: [string, (scope: ClusterScope, meetingId: string) => Promise<unknown>][] = [
  ['closes', (scope, meetingId) => closeMeeting(scope, meetingId)],
  ['says why nothing was agreed', (scope, meetingId) => stateNoAgreement(scope, meetingId, 'Fordi')],
  ['cancels', (scope, meetingId) => cancelMeeting(scope, meetingId)],
  [
    'changes',
    (scope, meetingId) =>
      changeMeeting(scope, meetingId, { title: 'x', kind: 'board', purpose: '', greeting: '', minutes: 60 }),
  ],
  ['invites', (scope, meetingId) => invite(scope, meetingId)],
  ['registers who came', (scope, meetingId) => registerAttendance(scope, meetingId, [], [])],
  ['plans', (scope, meetingId) => addDeadline(scope, meetingId, 'Ring', '2026-03-03')],
  ['gives a part', (scope, meetingId) => givePart(scope, meetingId, newId(), 'chair')],
  [
    'writes the agenda',
    (scope, meetingId) =>
      addToAgenda(
        scope,
        meetingId,
        { title: 'x', kind: 'talk', minutes: 5, owner: '', ownerId: null, material: '' },
        null,
      ),
  ],
  ['settles what others took on', (scope) => settleAction(scope, newId(), true)],
];

test.each(acts)('nobody %s by taking minutes', async (_, act) => {
  const { meetingId, take } = await aMeetingToWriteOf();
  await expect(take((scope) => act(scope, meetingId))).rejects.toThrow(NotPermitted);
});

test('another meeting’s minutes are not theirs, and neither is a deadline or a name beside a vote', async () => {
  const { cluster, other, take } = await aMeetingToWriteOf();
  const elsewhere = await anAgendaItem(other);
  await expect(take((scope) => writeMinutes(scope, other.meetingId, typed(elsewhere)))).rejects.toThrow(
    NotPermitted,
  );
  await expect(take((scope) => resolve(scope, other.meetingId, DECISION))).rejects.toThrow(NotPermitted);
  const poll = await aPoll(cluster);
  await voted(poll, poll.optionIds[0]!, cluster.practices[2]!.doctor, 'no');
  expect(await take((scope) => listVotes(scope, poll.datePollId))).toEqual([]);
});

// Past the application: what its rules would refuse, the database refuses too.
test('the database lets a minute taker change notes and resolutions of that meeting, and nothing else', async () => {
  const { agendaItemId, meetingId, other, take, notes } = await aMeetingToWriteOf();
  const elsewhere = await anAgendaItem(other);
  const wrote = (id: string) =>
    take(
      async ({ db }) =>
        (await sql<{ ok: boolean }>`select write_notes(${id}::uuid, 'x') as ok`.execute(db)).rows[0]?.ok,
    );
  expect([await wrote(agendaItemId), await wrote(elsewhere)]).toEqual([true, false]);
  expect(await notes()).toBe('x');
  const changed = (work: (scope: ClusterScope) => Promise<{ numUpdatedRows: bigint }>) => take(work);
  const none = { numUpdatedRows: 0n };
  expect(
    await changed(({ db }) =>
      db
        .updateTable('agendaItem')
        .set({ title: 'x' })
        .where('agendaItemId', '=', agendaItemId)
        .executeTakeFirst(),
    ),
  ).toMatchObject(none);
  expect(
    await changed(({ db }) =>
      db
        .updateTable('meeting')
        .set({ state: 'closed' })
        .where('meetingId', '=', meetingId)
        .executeTakeFirst(),
    ),
  ).toMatchObject(none);
  await expect(
    take(({ clusterId, db, now }) =>
      db
        .insertInto('resolution')
        .values({ clusterId, meetingId: other.meetingId, kind: 'decision', sentence: 'x', madeAt: now })
        .execute(),
    ),
  ).rejects.toThrow('row-level security');
});

test.each(['closed', 'cancelled'] as const)('when the meeting is %s its minutes stand', async (state) => {
  const { agendaItemId, meetingId, take, notes } = await aMeetingToWriteOf(state);
  const reason = `meeting_${state}`;
  expect(await take((scope) => writeMinutes(scope, meetingId, typed(agendaItemId)))).toEqual({
    done: false,
    reason,
  });
  expect(await take((scope) => resolve(scope, meetingId, DECISION))).toEqual({ done: false, reason });
  expect(await take(listMinutesToTake)).toEqual([]);
  expect(await notes()).toBe('');
});

test('who is no member any more, or takes another’s minutes elsewhere, writes nothing', async () => {
  const { cluster, agendaItemId, meetingId } = await aMeetingToWriteOf();
  const { doctor } = cluster.practices[2]!;
  await expect(
    cluster.as(doctor, (scope) => writeMinutes(scope, meetingId, typed(agendaItemId))),
  ).rejects.toThrow(NotPermitted);
  const stranger = await aMeetingToWriteOf();
  expect(await stranger.take((scope) => writeMinutes(scope, meetingId, typed(agendaItemId)))).toEqual({
    done: false,
    reason: 'no_such_meeting',
  });
});
