import { expect, test } from 'vitest';
import { findOnPaper, listOnPaper, makePaper } from '#domain/notices/hand-over-link.server.ts';
import { asSystem, type ClusterScope } from '#platform/scope.server.ts';
import { aCluster, aMember } from '#test/build.ts';
import { NOW, owner, worker } from '#test/world.ts';
import { listClinic } from './clinic.server.ts';
import { followPolls } from './follow-polls.server.ts';
import { aPoll, byLink, voted } from './polls.fixtures.ts';

const REMINDED = new Date('2026-03-11T09:00:00Z');

/** A poll that everybody was asked about; the coordinator has answered, and the other doctor has been reminded. */
async function aRemindedPoll() {
  const cluster = await aCluster({ practices: 2 });
  const { doctor } = cluster.practices[1]!;
  const poll = await aPoll(cluster);
  const { clusterId, meetingId } = poll;
  for (const { personId } of [cluster.coordinator, doctor])
    await owner
      .insertInto('letter')
      .values({
        clusterId,
        meetingId,
        personId,
        kind: 'date_poll',
        messageId: `<${personId}@prøve.example>`,
        facts: '{}',
        writtenAt: NOW,
        dueAt: NOW,
        sentAt: NOW,
      })
      .execute();
  for (const day of poll.optionIds) await voted(poll, day, cluster.coordinator, 'yes');
  const lead = <T>(work: (scope: ClusterScope) => Promise<T>, now = REMINDED) =>
    cluster.as(cluster.coordinator, work, { now });
  const remind = () => asSystem(worker, { now: REMINDED }, followPolls);
  const paperFor = (who: { memberId: string }, now = REMINDED) =>
    lead((scope) => makePaper(scope, who.memberId, meetingId, 'https://klynge.example'), now);
  return { cluster, doctor, poll, meetingId, lead, remind, paperFor };
}

test('who was reminded and has not answered can be handed a link on paper, which opens their own page', async () => {
  const { doctor, lead, meetingId, paperFor, remind } = await aRemindedPoll();
  expect(await lead((scope) => listOnPaper(scope, meetingId))).toEqual([]);
  expect(await paperFor(doctor)).toEqual({ done: false, reason: 'reached_by_mail' });
  await remind();
  expect(await lead((scope) => listOnPaper(scope, meetingId))).toEqual([doctor.memberId]);
  const paper = await paperFor(doctor);
  if (!paper?.done) throw new Error('No paper was made.');
  const token = paper.made.url.replace('https://klynge.example/m/', '');
  const people = await byLink(token, listClinic, REMINDED);
  expect(people).toMatchObject([{ memberId: doctor.memberId, isSelf: true }]);
});

test('nobody is handed a link who has answered, or of a poll that is over', async () => {
  const { cluster, doctor, paperFor, poll, remind } = await aRemindedPoll();
  await remind();
  expect(await paperFor(cluster.coordinator)).toMatchObject({ done: false });
  await owner
    .updateTable('datePoll')
    .set({ closedAt: REMINDED })
    .where('meetingId', '=', poll.meetingId)
    .execute();
  expect(await paperFor(doctor)).toMatchObject({ done: false });
  await owner
    .updateTable('datePoll')
    .set({ closedAt: null })
    .where('meetingId', '=', poll.meetingId)
    .execute();
  for (const day of poll.optionIds) await voted(poll, day, doctor, 'no');
  expect(await paperFor(doctor)).toMatchObject({ done: false });
});

test('a stranger hands nobody a link, and a member sees none to hand', async () => {
  const { cluster, doctor, meetingId, remind } = await aRemindedPoll();
  await remind();
  const strangers = await aCluster();
  const name = await strangers.as(
    strangers.coordinator,
    (scope) => findOnPaper(scope, meetingId, doctor.memberId),
    { now: REMINDED },
  );
  expect(name).toBeNull();
  const colleague = await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId });
  expect(await cluster.as(colleague, (scope) => listOnPaper(scope, meetingId), { now: REMINDED })).toEqual(
    [],
  );
});
