import { randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeetingToChange } from '#domain/meetings/meetings.server.ts';
import { putOnDay } from '#domain/meetings/put-on-day.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { tellOfDay } from './ask-for-dates.server.ts';
import { findPoll, holdPoll } from './polls.server.ts';

/**
 * Chooses the day of a meeting among those that were asked about. It is reserved, the poll is closed, and everybody
 * gets it as a tentative entry for their calendar. Answers the round of these letters, which can be recalled.
 */
export const chooseDate = command(
  { permission: 'meeting.plan', event: 'date.chosen' },
  async (scope: ClusterScope, meetingId: string, dateOptionId: string) => {
    await holdPoll(scope, meetingId);
    const meeting = await findMeetingToChange(scope, meetingId);
    const poll = await findPoll(scope, meetingId);
    const option = poll?.options.find((one) => one.dateOptionId === dateOptionId);
    if (!meeting || !option) return refused('no_such_date');
    if (meeting.state !== 'polling') return refused('poll_over');
    if (option.heldOn < dayOf(scope.now)) return refused('date_passed');

    await putOnDay(scope, meetingId, option, 'reserved');
    await closeFor(scope, meetingId, meeting.calendarSequence + 1);
    const roundId = randomUUID();
    await tellOfDay(scope, { meetingId, roundId });
    return made({ roundId, heldOn: option.heldOn, startsAt: option.startsAt });
  },
);

async function closeFor({ db, now }: ClusterScope, meetingId: string, calendarSequence: number) {
  await db.updateTable('datePoll').set({ closedAt: now }).where('meetingId', '=', meetingId).execute();
  // Whoever had a day in the calendar before gets this one instead of it.
  await db.updateTable('meeting').set({ calendarSequence }).where('meetingId', '=', meetingId).execute();
}
