import { randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { refusalOfPlanning, refusalOfState } from '#domain/meetings/meeting.ts';
import { findMeetingToChange } from '#domain/meetings/meetings.server.ts';
import { settleAct } from '#domain/meetings/settle-deadline.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { askForDates } from './ask-for-dates.server.ts';
import { listAsked } from './asked-members.server.ts';
import { type PollWish, refusalOfClosing, refusalOfDates } from './date-poll.ts';
import { findPoll } from './polls.server.ts';

/**
 * Asks the members of the cluster, and the guests of a meeting, which of some days suit them. The meeting is looking
 * for its date from then on. The letters of the round wait two minutes. Answers the poll, and how many were asked.
 */
export const openPoll = command(
  { permission: 'meeting.plan', event: 'date_poll.opened' },
  async (scope: ClusterScope, meetingId: string, wish: PollWish) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    if (await findPoll(scope, meetingId)) return refused('asked_already');
    const refusal =
      refusalOfPlanning(meeting) ??
      refusalOfState(meeting, 'polling') ??
      refusalOfWish(wish, dayOf(scope.now));
    if (refusal) return refused(refusal);
    const asked = await listAsked(scope, scope.clusterId);
    const musts = new Set(wish.mustMemberIds);
    if (![...musts].every((id) => asked.some(({ memberId }) => memberId === id)))
      return refused('no_such_member');

    const datePollId = await insertPoll(scope, meetingId, wish);
    await setState(scope, meetingId);
    await settleAct(scope, meetingId, 'open_date_poll');
    const roundId = randomUUID();
    await askForDates(scope, 'date_poll', { meetingId, roundId });
    return made({ datePollId, roundId, asked: asked.length });
  },
);

function refusalOfWish({ options, closesOn }: PollWish, today: string) {
  return refusalOfDates(options, today) ?? refusalOfClosing(closesOn, options, today);
}

async function insertPoll(
  { db, clusterId, now }: ClusterScope,
  meetingId: string,
  { options, closesOn, mustMemberIds }: PollWish,
): Promise<string> {
  const poll = { clusterId, datePollId: randomUUID() };
  await db
    .insertInto('datePoll')
    .values({ ...poll, meetingId, openedAt: now, closesOn })
    .execute();
  await db
    .insertInto('dateOption')
    .values(options.map(({ heldOn, startsAt }) => ({ ...poll, heldOn, startsAt, addedAt: now })))
    .execute();
  const musts = [...new Set(mustMemberIds)].map((memberId) => ({ ...poll, memberId }));
  if (musts.length > 0) await db.insertInto('dateMust').values(musts).execute();
  return poll.datePollId;
}

async function setState({ db }: ClusterScope, meetingId: string): Promise<void> {
  await db
    .updateTable('meeting')
    .set({ state: 'polling', heldOn: null, startsAt: null })
    .where('meetingId', '=', meetingId)
    .execute();
}
