import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { dayOf } from './calendar-day.ts';
import { refusalOfState } from './meeting.ts';
import type { MeetingDay } from './meeting-wish.ts';
import { findMeetingToChange } from './meetings.server.ts';
import { putOnDay } from './put-on-day.server.ts';
import { settleAct } from './settle-deadline.server.ts';

/** Reserves a day for a meeting that is an idea, without asking anybody. Answers the deadlines that got their day. */
export const reserveMeeting = command(
  { permission: 'meeting.plan', event: 'meeting.reserved' },
  async (scope: ClusterScope, meetingId: string, day: MeetingDay) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfState({ state: meeting.state, heldOn: day.heldOn }, 'reserved');
    if (refusal) return refused(refusal);
    // A poll ends with the choice of one of its dates.
    if (meeting.state !== 'idea') return refused('not_from_here');
    if (day.heldOn < dayOf(scope.now)) return refused('day_past');
    await settleAct(scope, meetingId, 'open_date_poll');
    return made({ moved: await putOnDay(scope, meetingId, day, 'reserved') });
  },
);
