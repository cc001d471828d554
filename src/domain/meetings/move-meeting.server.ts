import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { dayOf } from './calendar-day.ts';
import { isFixedAhead, refusalOfPlanning } from './meeting.ts';
import type { MeetingDay } from './meeting-wish.ts';
import { findMeetingToChange } from './meetings.server.ts';
import { moveDeadlines, putOnDay } from './put-on-day.server.ts';
import { forgetHouseWasTold, tellHouseOfMove } from './tell-house-of-move.server.ts';
import { recallRound, writeToAllTold } from './told-people.server.ts';

/**
 * Moves a meeting to another day or time, with all deadlines that are open and not pinned, and tells everybody who was
 * told of it, once. What members answered stands until they change it; a guest's answer was about the other day, and a
 * house's yes too: a house that had been told numbers is told the new day with them. Answers what moved, how many
 * letters were written to people, whether the house got one, and their round, by which it can be taken back.
 */
export const moveMeeting = command(
  { permission: 'meeting.plan', event: 'meeting.moved' },
  async (scope: ClusterScope, meetingId: string, day: MeetingDay) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfPlanning(meeting) ?? (isFixedAhead(meeting) ? null : 'day_missing');
    if (refusal) return refused(meeting.state === 'held' ? 'meeting_held' : refusal);
    if (day.heldOn < dayOf(scope.now)) return refused('day_past');
    if (isSame(meeting, day)) return refused('nothing_changed');
    const moved = await putOnDay(scope, meetingId, day, meeting.state as 'reserved' | 'confirmed');
    // The house has said yes to another evening.
    await scope.db
      .updateTable('meeting')
      .set({ calendarSequence: meeting.calendarSequence + 1, venueConfirmedAt: null })
      .where('meetingId', '=', meetingId)
      .execute();
    await askGuestsAnew(scope, meetingId);
    const kinds = { member: 'meeting_moved', guest: 'guest_moved' } as const;
    const round = await writeToAllTold(scope, { meetingId, kinds });
    const isHouseTold = await tellHouseOfMove(scope, meetingId, round.roundId);
    const from = { heldOn: meeting.heldOn!, startsAt: meeting.startsAt! };
    return made({ ...round, isHouseTold, from, moved });
  },
);

/**
 * Takes a move back while its letters have not gone: they are recalled, the meeting and its deadlines are where they
 * were, and guests and the house have said what they had said.
 */
export const takeMoveBack = command(
  { permission: 'meeting.plan', event: 'meeting.moved' },
  async (scope: ClusterScope, meetingId: string, roundId: string, from: MeetingDay) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    if (!isFixedAhead(meeting)) return refused('too_late_to_undo');
    if (!(await recallRound(scope, meetingId, roundId))) return refused('too_late_to_undo');
    await scope.db
      .updateTable('meeting')
      .set({
        heldOn: from.heldOn,
        startsAt: from.startsAt,
        calendarSequence: Math.max(0, meeting.calendarSequence - 1),
      })
      .where('meetingId', '=', meetingId)
      .execute();
    await forgetHouseWasTold(scope, meetingId, roundId);
    await restoreAnswers(scope, meetingId);
    return made({ moved: await moveDeadlines(scope, meetingId, from.heldOn) });
  },
);

async function askGuestsAnew({ db }: ClusterScope, meetingId: string): Promise<void> {
  await sql`update guest set former_answer = answer, former_answered_at = answered_at, answer = '', answered_at = null
    where meeting_id = ${meetingId} and cancelled_at is null and invited_at is not null`.execute(db);
}

async function restoreAnswers({ db }: ClusterScope, meetingId: string): Promise<void> {
  await sql`update guest set answer = former_answer, answered_at = former_answered_at
    where meeting_id = ${meetingId} and cancelled_at is null and invited_at is not null`.execute(db);
  await sql`update meeting set venue_confirmed_at = venue_yes(meeting_id) where meeting_id = ${meetingId}`.execute(
    db,
  );
}

function isSame({ heldOn, startsAt }: { heldOn: string | null; startsAt: string | null }, day: MeetingDay) {
  return heldOn === day.heldOn && startsAt?.slice(0, 5) === day.startsAt.slice(0, 5);
}
