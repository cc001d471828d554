import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aCluster, aMember, giveRole } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { addDates } from './add-dates.server.ts';
import { castVotes } from './cast-votes.server.ts';
import { chooseDate } from './choose-date.server.ts';
import { listClinic, namesBehindAnswers } from './clinic.server.ts';
import type { Answer } from './date-poll.ts';
import { openPoll } from './open-poll.server.ts';
import { aMemberLink, aPoll, byLink, lettersAbout, voted } from './polls.fixtures.ts';
import { findPoll, listTotals, listVotes } from './polls.server.ts';
import { setClosing } from './set-closing.server.ts';
import { setMusts } from './set-musts.server.ts';
import { takeOutDate } from './take-out-date.server.ts';
import { takeChoiceBack, takePollBack } from './take-poll-back.server.ts';

const WISH = {
  options: [
    { heldOn: '2026-04-14', startsAt: '17:00' },
    { heldOn: '2026-04-15', startsAt: '17:00' },
  ],
  closesOn: '2026-03-16',
  mustMemberIds: [],
};
const LATER = new Date(NOW.getTime() + 3 * 60_000);

/** Two practices, in the second a doctor with a trainee, a nurse and a secretary of the cluster beside them. */
async function aClinicWorld() {
  const cluster = await aCluster({ practices: 2 });
  const [, { doctor, practiceId }] = cluster.practices as [unknown, (typeof cluster.practices)[0]];
  const trainee = await aMember(cluster, { practiceId, kind: 'trainee', name: 'Tove Træner' });
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Sanne Sekretær' });
  return { cluster, coordinator: cluster.coordinator, doctor, trainee, secretary, practiceId };
}
const stateOf = async (meetingId: string) =>
  (await owner
    .selectFrom('meeting')
    .select(['state', 'heldOn'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst())!;
const votesOf = async ({ datePollId }: { datePollId: string }) =>
  owner
    .selectFrom('dateVote as v')
    .innerJoin('dateOption as o', 'o.dateOptionId', 'v.dateOptionId')
    .select(['v.memberId', 'v.answer', 'v.castBy', 'o.heldOn'])
    .where('o.datePollId', '=', datePollId)
    .execute();
const says = (dateOptionId: string, who: { memberId: string }, answer: Answer = 'yes') => [
  { dateOptionId, memberId: who.memberId, answer },
];

test('a poll asks everybody of the clinics once, and the meeting looks for its date', async () => {
  const { cluster, coordinator, doctor, trainee } = await aClinicWorld();
  const { meetingId } = await aMeeting(cluster, { state: 'idea' });
  const opened = await cluster.as(coordinator, (scope) => openPoll(scope, meetingId, WISH));
  expect(opened).toMatchObject({ done: true, made: { asked: 3 } });
  expect(await stateOf(meetingId)).toMatchObject({ state: 'polling' });
  expect(await lettersAbout(meetingId)).toEqual(
    [coordinator, doctor, trainee].map(({ personId }) => `date_poll ${personId}`).sort(),
  );
  const poll = await cluster.as(doctor, (scope) => findPoll(scope, meetingId));
  expect(poll?.options.map(({ heldOn }) => heldOn)).toEqual(['2026-04-14', '2026-04-15']);
});

test('a poll that is asked twice by a double click is one, and another is refused', async () => {
  const { cluster, coordinator } = await aClinicWorld();
  const { meetingId } = await aMeeting(cluster, { state: 'idea' });
  const commandId = newId();
  const open = (when = {}) => cluster.as(coordinator, (scope) => openPoll(scope, meetingId, WISH), when);
  const first = await open({ commandId });
  expect(await open({ commandId })).toEqual(first);
  expect(await open()).toEqual({ done: false, reason: 'asked_already' });
  expect(await lettersAbout(meetingId)).toHaveLength(3);
});

test.each([
  ['a day that has been', { ...WISH, options: [{ heldOn: '2026-03-01', startsAt: '17:00' }] }, 'date_passed'],
  ['a last day after the first date', { ...WISH, closesOn: '2026-04-14' }, 'closing_after_first_date'],
  ['somebody of another cluster who must be there', { ...WISH, mustMemberIds: [newId()] }, 'no_such_member'],
])('a poll with %s is refused and stores nothing', async (_what, wish, reason) => {
  const { cluster, coordinator } = await aClinicWorld();
  const { meetingId } = await aMeeting(cluster, { state: 'idea' });
  const opened = await cluster.as(coordinator, (scope) => openPoll(scope, meetingId, wish));
  expect(opened).toEqual({ done: false, reason });
  expect(await lettersAbout(meetingId)).toEqual([]);
  expect(await stateOf(meetingId)).toMatchObject({ state: 'idea' });
});

test.each(['cancelled', 'held', 'closed'] as const)(
  'of a meeting that is %s no date is asked',
  async (state) => {
    const { cluster, coordinator } = await aClinicWorld();
    const { meetingId } = await aMeeting(cluster, { state, heldOn: '2026-02-01' });
    const opened = await cluster.as(coordinator, (scope) => openPoll(scope, meetingId, WISH));
    expect(opened).toMatchObject({ done: false });
  },
);

test('members plan no dates, and to another cluster the meeting does not exist', async () => {
  const { cluster, doctor } = await aClinicWorld();
  const strangers = await aCluster();
  const poll = await aPoll(cluster);
  const idea = await aMeeting(cluster, { state: 'idea' });
  const asMember = cluster.as(doctor, (scope) => openPoll(scope, idea.meetingId, WISH));
  await expect(asMember).rejects.toThrow(NotPermitted);
  const as = strangers.coordinator;
  const none = { done: false, reason: 'no_such_poll' };
  expect(await strangers.as(as, (scope) => openPoll(scope, idea.meetingId, WISH))).toEqual({
    done: false,
    reason: 'no_such_meeting',
  });
  expect(await strangers.as(as, (scope) => findPoll(scope, poll.meetingId))).toBeNull();
  expect(await strangers.as(as, (scope) => listTotals(scope, poll.datePollId))).toEqual([]);
  const vote = says(poll.optionIds[0]!, as);
  expect(await strangers.as(as, (scope) => castVotes(scope, poll.meetingId, vote))).toEqual(none);
  expect(await votesOf(poll)).toEqual([]);
});

test('a poll is taken back while its letters lie, and not after', async () => {
  const { cluster, coordinator } = await aClinicWorld();
  const { meetingId } = await aMeeting(cluster, { state: 'idea' });
  const open = async () => {
    const opened = await cluster.as(coordinator, (scope) => openPoll(scope, meetingId, WISH));
    return opened?.done ? opened.made.roundId : '';
  };
  const round = await open();
  expect(await cluster.as(coordinator, (scope) => takePollBack(scope, meetingId, round))).toMatchObject({
    done: true,
  });
  expect(await stateOf(meetingId)).toMatchObject({ state: 'idea' });
  const again = await open();
  const late = await cluster.as(coordinator, (scope) => takePollBack(scope, meetingId, again), {
    now: LATER,
  });
  expect(late).toEqual({ done: false, reason: 'too_late_to_undo' });
  expect(await cluster.as(coordinator, (scope) => findPoll(scope, meetingId))).not.toBeNull();
});

test('one answers for oneself and the own clinic by link, and who did so is told', async () => {
  const { cluster, doctor, trainee } = await aClinicWorld();
  const poll = await aPoll(cluster);
  const link = await aMemberLink(cluster, doctor);
  const [first] = poll.optionIds as [string];
  const votes = [...says(first, doctor), ...says(first, trainee, 'if_needed')];
  expect(await byLink(link, (scope) => castVotes(scope, poll.meetingId, votes))).toMatchObject({
    made: { changed: 2 },
  });
  const stored = await votesOf(poll);
  expect(stored.every(({ castBy }) => castBy === doctor.memberId)).toBe(true);
  const traineesLink = await aMemberLink(cluster, trainee);
  expect(await byLink(traineesLink, namesBehindAnswers)).toEqual({ [doctor.memberId]: expect.any(String) });
  // Sent along unchanged, the answer stays the colleague's word; changed, it is one's own.
  await byLink(traineesLink, (scope) => castVotes(scope, poll.meetingId, votes));
  expect((await votesOf(poll)).every(({ castBy }) => castBy === doctor.memberId)).toBe(true);
  await byLink(traineesLink, (scope) => castVotes(scope, poll.meetingId, says(first, trainee, 'no')));
  expect(await votesOf(poll)).toContainEqual(
    expect.objectContaining({ memberId: trainee.memberId, answer: 'no', castBy: trainee.memberId }),
  );
});

test('nobody answers for another clinic, save those who arrange, whose word it then is', async () => {
  const { cluster, coordinator, doctor, secretary } = await aClinicWorld();
  const poll = await aPoll(cluster);
  const link = await aMemberLink(cluster, doctor);
  const other = says(poll.optionIds[0]!, coordinator);
  const refusal = { done: false, reason: 'not_yours_to_answer' };
  expect(await byLink(link, (scope) => castVotes(scope, poll.meetingId, other))).toEqual(refusal);
  expect(await cluster.as(doctor, (scope) => castVotes(scope, poll.meetingId, other))).toEqual(refusal);
  expect(await votesOf(poll)).toEqual([]);
  await cluster.as(secretary, (scope) => castVotes(scope, poll.meetingId, other));
  expect(await votesOf(poll)).toEqual([
    expect.objectContaining({ memberId: coordinator.memberId, castBy: secretary.memberId }),
  ]);
  const [coordinatorsLink] = [await aMemberLink(cluster, coordinator)];
  expect(await byLink(coordinatorsLink, namesBehindAnswers)).toEqual({
    [secretary.memberId]: 'Sanne Sekretær',
  });
});

test('by link somebody sees the own clinic, sums, and no answer of another', async () => {
  const { cluster, coordinator, doctor, trainee } = await aClinicWorld();
  const poll = await aPoll(cluster);
  const [first] = poll.optionIds as [string];
  for (const who of [coordinator, doctor]) await voted(poll, first, who, 'yes');
  await voted(poll, first, trainee, 'if_needed');
  const link = await aMemberLink(cluster, doctor);
  const people = await byLink(link, listClinic);
  expect(people?.map(({ memberId }) => memberId)).toEqual([doctor.memberId, trainee.memberId]);
  expect(people?.map(({ isSelf }) => isSelf)).toEqual([true, false]);
  const votes = await byLink(link, (scope) => listVotes(scope, poll.datePollId));
  expect(votes?.map(({ memberId }) => memberId).sort()).toEqual([doctor.memberId, trainee.memberId].sort());
  const totals = await byLink(link, (scope) => listTotals(scope, poll.datePollId));
  expect(totals).toContainEqual({ dateOptionId: first, yes: 2, ifNeeded: 1, no: 0, practices: 2 });
});

test('who has left drops out of the sums, and their link answers nothing', async () => {
  const { cluster, coordinator, doctor } = await aClinicWorld();
  const poll = await aPoll(cluster);
  const [first] = poll.optionIds as [string];
  for (const who of [coordinator, doctor]) await voted(poll, first, who, 'yes');
  const link = await aMemberLink(cluster, doctor);
  const left = '[2020-01-01,2026-03-02)';
  await owner.updateTable('member').set({ valid: left }).where('memberId', '=', doctor.memberId).execute();
  const totals = await cluster.as(coordinator, (scope) => listTotals(scope, poll.datePollId));
  expect(totals).toContainEqual(expect.objectContaining({ dateOptionId: first, yes: 1, practices: 1 }));
  expect(await byLink(link, (scope) => castVotes(scope, poll.meetingId, says(first, doctor)))).toBeNull();
  const onBehalf = await cluster.as(coordinator, (scope) =>
    castVotes(scope, poll.meetingId, says(first, doctor)),
  );
  expect(onBehalf).toEqual({ done: false, reason: 'not_yours_to_answer' });
});

test('a poll that was closed while somebody answered says so, and stores nothing', async () => {
  const { cluster, doctor } = await aClinicWorld();
  const link = await aMemberLink(cluster, doctor);
  const closed = [
    await aPoll(cluster, { closedAt: NOW }),
    await aPoll(cluster, { closesOn: '2026-03-01' }),
    await aPoll(cluster, { state: 'confirmed' }),
  ];
  for (const poll of closed) {
    const vote = says(poll.optionIds[0]!, doctor);
    expect(await byLink(link, (scope) => castVotes(scope, poll.meetingId, vote))).toEqual({
      done: false,
      reason: 'poll_closed',
    });
    expect(await votesOf(poll)).toEqual([]);
  }
});

test('a link of one cluster answers nothing in another', async () => {
  const { cluster } = await aClinicWorld();
  const strangers = await aCluster();
  const poll = await aPoll(cluster);
  const link = await aMemberLink(strangers, strangers.coordinator);
  const vote = says(poll.optionIds[0]!, strangers.coordinator);
  expect(await byLink(link, (scope) => castVotes(scope, poll.meetingId, vote))).toEqual({
    done: false,
    reason: 'no_such_poll',
  });
  expect(await byLink(link, (scope) => findPoll(scope, poll.meetingId))).toBeNull();
});

test('days that come later leave the answers that were given, and open a poll that had run out', async () => {
  const { cluster, coordinator, doctor } = await aClinicWorld();
  const poll = await aPoll(cluster, { closesOn: '2026-03-01', closedAt: NOW });
  await voted(poll, poll.optionIds[0]!, doctor, 'no');
  const more = { options: [{ heldOn: '2026-05-05', startsAt: '17:00' }], closesOn: '2026-03-20' };
  const added = await cluster.as(coordinator, (scope) => addDates(scope, poll.meetingId, more));
  expect(added).toMatchObject({ done: true, made: { dates: 1 } });
  expect(await votesOf(poll)).toHaveLength(1);
  expect((await lettersAbout(poll.meetingId)).map((line) => line.split(' ')[0])).toEqual(
    Array(3).fill('dates_added'),
  );
  const extended = await cluster.as(doctor, (scope) => findPoll(scope, poll.meetingId));
  expect(extended).toMatchObject({ closesOn: '2026-03-20', closedAt: null });
  expect(extended?.options).toHaveLength(4);
});

test('a day goes when nobody has answered it, and with the answers when that is confirmed', async () => {
  const { cluster, coordinator, doctor } = await aClinicWorld();
  const poll = await aPoll(cluster);
  const [first, second, third] = poll.optionIds as [string, string, string];
  await voted(poll, first, doctor, 'yes');
  const takeOut = (id: string, isConfirmed = false) =>
    cluster.as(coordinator, (scope) => takeOutDate(scope, poll.meetingId, id, isConfirmed));
  expect(await takeOut(second)).toMatchObject({ done: true });
  expect(await takeOut(second)).toEqual({ done: false, reason: 'no_such_date' });
  expect(await takeOut(first)).toEqual({ done: false, reason: 'date_answered' });
  expect(await votesOf(poll)).toHaveLength(1);
  expect(await takeOut(first, true)).toMatchObject({ done: true });
  expect(await votesOf(poll)).toEqual([]);
  expect(await takeOut(third, true)).toEqual({ done: false, reason: 'last_date' });
});

test('the chosen day is reserved, everybody hears of it, and the choice can be taken back', async () => {
  const { cluster, coordinator, doctor } = await aClinicWorld();
  const poll = await aPoll(cluster);
  const choice = await cluster.as(coordinator, (scope) =>
    chooseDate(scope, poll.meetingId, poll.optionIds[1]!),
  );
  expect(choice).toMatchObject({ done: true, made: { heldOn: '2026-04-15' } });
  expect(await stateOf(poll.meetingId)).toEqual({ state: 'reserved', heldOn: '2026-04-15' });
  expect(await lettersAbout(poll.meetingId)).toContain(`date_reserved ${doctor.personId}`);
  const again = await cluster.as(coordinator, (scope) =>
    chooseDate(scope, poll.meetingId, poll.optionIds[0]!),
  );
  expect(again).toEqual({ done: false, reason: 'poll_over' });
  const round = choice?.done ? choice.made.roundId : '';
  await cluster.as(coordinator, (scope) => takeChoiceBack(scope, poll.meetingId, round));
  expect(await stateOf(poll.meetingId)).toEqual({ state: 'polling', heldOn: null });
  const vote = says(poll.optionIds[0]!, doctor);
  const cast = await cluster.as(doctor, (scope) => castVotes(scope, poll.meetingId, vote));
  expect(cast).toMatchObject({ done: true });
});

test('the last day to answer can be put off, and who must be there can be changed', async () => {
  const { cluster, coordinator, doctor, secretary } = await aClinicWorld();
  const poll = await aPoll(cluster, { closedAt: NOW });
  const set = (closesOn: string) =>
    cluster.as(secretary, (scope) => setClosing(scope, poll.meetingId, closesOn));
  expect(await set('2026-04-20')).toEqual({ done: false, reason: 'closing_after_first_date' });
  expect(await set('2026-03-25')).toMatchObject({ done: true });
  expect(await cluster.as(doctor, (scope) => findPoll(scope, poll.meetingId))).toMatchObject({
    closedAt: null,
  });
  const musts = (memberIds: string[]) =>
    cluster.as(coordinator, (scope) => setMusts(scope, poll.meetingId, memberIds));
  expect(await musts([doctor.memberId])).toMatchObject({ done: true });
  expect(await musts([secretary.memberId])).toEqual({ done: false, reason: 'no_such_member' });
  const stored = await owner
    .selectFrom('dateMust')
    .select('memberId')
    .where('datePollId', '=', poll.datePollId)
    .execute();
  expect(stored).toEqual([{ memberId: doctor.memberId }]);
});

test('a board member arranges as the coordinator does', async () => {
  const { cluster, doctor } = await aClinicWorld();
  await giveRole(cluster.clusterId, 'board', doctor.memberId);
  const poll = await aPoll(cluster);
  const chosen = await cluster.as(doctor, (scope) => chooseDate(scope, poll.meetingId, poll.optionIds[0]!));
  expect(chosen).toMatchObject({ done: true });
});
