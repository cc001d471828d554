import { randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeetingToChange } from '#domain/meetings/meetings.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { askForDates } from './ask-for-dates.server.ts';
import { type Occasion, refusalOfClosing, refusalOfDates } from './date-poll.ts';
import { findPoll, holdPoll } from './polls.server.ts';

/** More days, and the last day on which to answer, which may be a later one than before. */
export type MoreDates = { options: Occasion[]; closesOn: string };

/**
 * Asks about more days. What has been answered stands; everybody is asked about the new days alone. A poll that had
 * run out, or whose day had only been reserved, is open again.
 */
export const addDates = command(
  { permission: 'meeting.plan', event: 'date_poll.extended' },
  async (scope: ClusterScope, meetingId: string, { options, closesOn }: MoreDates) => {
    await holdPoll(scope, meetingId);
    const meeting = await findMeetingToChange(scope, meetingId);
    const poll = await findPoll(scope, meetingId);
    if (!meeting || !poll) return refused('no_such_poll');
    if (meeting.state !== 'polling' && meeting.state !== 'reserved') return refused('poll_over');
    const today = dayOf(scope.now);
    const refusal =
      refusalOfDates(options, today, poll.options) ??
      refusalOfClosing(closesOn, [...poll.options.filter(({ heldOn }) => heldOn > today), ...options], today);
    if (refusal) return refused(refusal);

    await insertOptions(scope, poll.datePollId, options);
    await reopen(scope, { meetingId, closesOn });
    const roundId = randomUUID();
    await askForDates(scope, 'dates_added', { meetingId, roundId });
    return made({ roundId, dates: options.length });
  },
);

async function insertOptions(
  { db, clusterId, now }: ClusterScope,
  datePollId: string,
  options: readonly Occasion[],
): Promise<void> {
  const rows = options.map(({ heldOn, startsAt }) => ({
    clusterId,
    datePollId,
    heldOn,
    startsAt,
    addedAt: now,
  }));
  await db.insertInto('dateOption').values(rows).execute();
}

async function reopen(
  { db }: ClusterScope,
  { meetingId, closesOn }: { meetingId: string; closesOn: string },
): Promise<void> {
  await db
    .updateTable('datePoll')
    .set({ closesOn, closedAt: null })
    .where('meetingId', '=', meetingId)
    .execute();
  await db
    .updateTable('meeting')
    .set({ state: 'polling', heldOn: null, startsAt: null })
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'reserved')
    .execute();
}
