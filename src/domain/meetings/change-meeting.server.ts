import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { isFixedAhead, type MeetingKind, refusalOfPlanning, refusalOfState } from './meeting.ts';
import { LONGEST_TITLE } from './meeting-wish.ts';
import { findMeetingToChange } from './meetings.server.ts';

/** What can be changed about a meeting besides its day and its place. The length is in minutes. */
export type MeetingChange = {
  title: string;
  kind: MeetingKind;
  purpose: string;
  /** What the letters to the members begin with: those that ask about days, and those that invite. */
  greeting: string;
  minutes: number;
};

/** Changes what a meeting is called, its kind, its purpose, the words to its members and its length. */
export const changeMeeting = command(
  { permission: 'meeting.plan', event: 'meeting.changed' },
  async (scope: ClusterScope, meetingId: string, wish: MeetingChange) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfPlanning(meeting);
    if (refusal) return refused(refusal);
    if (wish.title === '') return refused('title_missing');
    if (wish.title.length > LONGEST_TITLE) return refused('title_too_long');
    if (wish.purpose.length > 2000) return refused('purpose_too_long');
    if (wish.greeting.length > 2000) return refused('greeting_too_long');
    // Calendars that have the meeting show its title and its end.
    const isSeen =
      isFixedAhead(meeting) && (wish.title !== meeting.title || wish.minutes !== meeting.minutes);
    const calendarSequence = meeting.calendarSequence + (isSeen ? 1 : 0);
    const { title, kind, purpose, greeting, minutes } = wish;
    await scope.db
      .updateTable('meeting')
      .set({ title, kind, purpose, greeting, minutes, calendarSequence })
      .where('meetingId', '=', meetingId)
      .execute();
    return done;
  },
);

/** Settles a meeting whose date was only reserved. */
export const confirmMeeting = command(
  { permission: 'meeting.plan', event: 'meeting.confirmed' },
  async (scope: ClusterScope, meetingId: string) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfState(meeting, 'confirmed');
    if (refusal) return refused(refusal);
    await scope.db
      .updateTable('meeting')
      .set({ state: 'confirmed' })
      .where('meetingId', '=', meetingId)
      .execute();
    return done;
  },
);
