import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { asSystem } from '#platform/scope.server.ts';
import { aCluster, aMember, type Somebody } from '#test/build.ts';
import { NOW, owner, worker } from '#test/world.ts';
import { addDates } from './add-dates.server.ts';
import { followPolls } from './follow-polls.server.ts';
import { openPoll } from './open-poll.server.ts';
import { aPoll, lettersAbout, voted } from './polls.fixtures.ts';
import { findPoll } from './polls.server.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const follow = (day: string) => asSystem(worker, { now: at(day) }, followPolls);
const ownDoings = async (meetingId: string) =>
  (
    await owner
      .selectFrom('ownDoing')
      .select(['act', 'facts'])
      .where('meetingId', '=', meetingId)
      .orderBy('at')
      .execute()
  ).map(({ act, facts }) => `${act} ${JSON.stringify(facts)}`);
const remindersIn = async (meetingId: string) =>
  (await lettersAbout(meetingId)).filter((line) => line.startsWith('date_poll_reminder'));

async function anOpenedPoll() {
  const cluster = await aCluster({ practices: 3 });
  const { meetingId } = await aMeeting(cluster, { state: 'idea' });
  const options = ['2026-04-14', '2026-04-15'].map((heldOn) => ({ heldOn, startsAt: '17:00' }));
  const wish = { options, closesOn: '2026-03-16', mustMemberIds: [] };
  await cluster.as(cluster.coordinator, (scope) => openPoll(scope, meetingId, wish));
  const poll = (await cluster.as(cluster.coordinator, (scope) => findPoll(scope, meetingId)))!;
  return { cluster, meetingId, poll };
}

test('only who has not answered every day is reminded, twice at most, and it is told as the system’s own doing', async () => {
  const { cluster, meetingId, poll } = await anOpenedPoll();
  const [all, half, none] = cluster.practices.map(({ doctor }) => doctor) as [Somebody, Somebody, Somebody];
  for (const { dateOptionId } of poll.options) await voted(cluster, dateOptionId, all, 'no');
  await voted(cluster, poll.options[0]!.dateOptionId, half, 'yes');
  for (const day of ['2026-03-03', '2026-03-09', '2026-03-09', '2026-03-10', '2026-03-15', '2026-03-16'])
    await follow(day);
  const twice = [half, none].flatMap(({ personId }) => Array(2).fill(`date_poll_reminder ${personId}`));
  expect(await remindersIn(meetingId)).toEqual(twice.sort());
  expect(await ownDoings(meetingId)).toEqual(Array(2).fill('voters_reminded {"people":"2"}'));
});

test('who is asked about new days is not reminded of them at once, but on the last day for reminders', async () => {
  const { cluster, meetingId, poll } = await anOpenedPoll();
  const doctors = cluster.practices.map(({ doctor }) => doctor);
  for (const doctor of doctors)
    for (const { dateOptionId } of poll.options) await voted(cluster, dateOptionId, doctor, 'no');
  const more = { options: [{ heldOn: '2026-04-21', startsAt: '17:00' }], closesOn: '2026-03-20' };
  await cluster.as(cluster.coordinator, (scope) => addDates(scope, meetingId, more), {
    now: at('2026-03-12'),
  });
  for (const day of ['2026-03-12', '2026-03-13']) await follow(day);
  expect(await remindersIn(meetingId)).toEqual([]);
  for (const day of ['2026-03-19', '2026-03-20']) await follow(day);
  expect(await remindersIn(meetingId)).toHaveLength(doctors.length);
});

test('a poll that has run out is closed, once, and nobody is reminded any more', async () => {
  const { cluster, meetingId } = await anOpenedPoll();
  await follow('2026-03-17');
  await follow('2026-03-18');
  expect(await remindersIn(meetingId)).toEqual([]);
  expect(await ownDoings(meetingId)).toEqual(['poll_closed {}']);
  const poll = await cluster.as(cluster.coordinator, (scope) => findPoll(scope, meetingId));
  expect(poll?.closedAt).toEqual(at('2026-03-17'));
});

test('who joins while the days are asked about is asked too, and who has left is left alone', async () => {
  const { cluster, meetingId } = await anOpenedPoll();
  const { practiceId, doctor } = cluster.practices[2]!;
  const newcomer = await aMember(cluster, { practiceId, name: 'Ny Læge' });
  await owner
    .updateTable('member')
    .set({ invitedAt: at('2026-03-05') })
    .where('memberId', '=', newcomer.memberId)
    .execute();
  const left = '[2020-01-01,2026-03-05)';
  await owner.updateTable('member').set({ valid: left }).where('memberId', '=', doctor.memberId).execute();
  const [came, went] = [at('2026-03-04'), '[2026-03-04,2026-03-05)'];
  const brief = await aMember(cluster, { practiceId, name: 'Kort Besøg' });
  await owner
    .updateTable('member')
    .set({ invitedAt: came, valid: went })
    .where('memberId', '=', brief.memberId)
    .execute();
  await follow('2026-03-05');
  await follow('2026-03-05');
  expect((await lettersAbout(meetingId)).filter((line) => line.includes(newcomer.personId))).toEqual([
    `date_poll ${newcomer.personId}`,
  ]);
  expect((await lettersAbout(meetingId)).join()).not.toContain(brief.personId);
  await follow('2026-03-09');
  expect(await remindersIn(meetingId)).not.toContain(`date_poll_reminder ${doctor.personId}`);
  expect(await remindersIn(meetingId)).toContain(`date_poll_reminder ${newcomer.personId}`);
});

test('a poll of a meeting that was called off is left alone', async () => {
  const cluster = await aCluster();
  const poll = await aPoll(cluster, { openedAt: NOW, closesOn: '2026-03-01' });
  await owner
    .updateTable('meeting')
    .set({ state: 'cancelled' })
    .where('meetingId', '=', poll.meetingId)
    .execute();
  await follow('2026-03-09');
  expect(await ownDoings(poll.meetingId)).toEqual([]);
});
