import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { nextCommand } from '#domain/access/next-command.server.ts';
import { decideTopic } from '#domain/topics/decide-topic.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listAgenda } from './agenda.server.ts';
import { MINUTES_FOR_ACTIONS } from './agenda.ts';
import { dayOf } from './calendar-day.ts';
import { type ClosingGap, gapsBeforeClosing } from './closing.ts';
import { meetingText } from './meeting.text.ts';
import { type MeetingHead, refusalOfState } from './meeting.ts';
import { findMeetingToChange } from './meetings.server.ts';
import { hasOpenActions } from './resolutions.server.ts';
import { leaveOutUntil, settleAct } from './settle-deadline.server.ts';
import { writeToAllTold } from './told-people.server.ts';

/** What a meeting lacks before it can be closed, in the order in which it is mended. For those who arrange. */
export async function listGaps(scope: ClusterScope, meeting: MeetingHead): Promise<ClosingGap[]> {
  const { rows } = await sql<{ present: number; agreements: number }>`
    select (select count(*)::int from attendance where meeting_id = ${meeting.meetingId}) as present,
      (select count(*)::int from agreement where meeting_id = ${meeting.meetingId}) as agreements`.execute(
    scope.db,
  );
  const agenda = await listAgenda(scope, meeting.meetingId);
  const isWritten = agenda.some(({ notes }) => notes !== '');
  return gapsBeforeClosing({ ...meeting, ...rows[0]!, isWritten, today: dayOf(scope.now) });
}

/** States why a meeting ended without an agreement; an empty reason takes the statement back. */
export const stateNoAgreement = command(
  { permission: 'minutes.write', event: 'meeting.changed' },
  async (scope: ClusterScope, meetingId: string, reason: string) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    if (meeting.state === 'closed') return refused('meeting_closed');
    if (reason.length > 600) return refused('reason_too_long');
    await scope.db
      .updateTable('meeting')
      .set({ noAgreement: reason })
      .where('meetingId', '=', meetingId)
      .execute();
    return made({ meetingId });
  },
);

/**
 * Closes a meeting: the minutes go to everybody who was invited, its topic has been met, and what is left open comes
 * first at the next meetings. Refused while attendance is missing, or both an agreement and a reason for none.
 */
export const closeMeeting = command(
  { permission: 'meeting.close', event: 'meeting.closed' },
  async (scope: ClusterScope, meetingId: string) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfState(meeting, 'closed');
    if (refusal) return refused(refusal);
    const [gap] = (await listGaps(scope, meeting)).filter(({ isNeeded }) => isNeeded);
    if (gap) return refused(gap.gap);
    await scope.db
      .updateTable('meeting')
      .set({ state: 'closed', closedAt: scope.now, minutesSentAt: scope.now })
      .where('meetingId', '=', meetingId)
      .execute();
    await settleAct(scope, meetingId, 'minutes');
    if (meeting.heldOn) await leaveOutUntil(scope, meetingId, meeting.heldOn);
    await meetTopic(scope, meeting);
    await putActionsFirst(scope);
    const target = `/c/${scope.clusterId}/meetings/${meetingId}/minutes`;
    return made(await writeToAllTold(scope, { meetingId, kinds: { member: 'minutes' }, facts: { target } }));
  },
);

// A topic that was decided on meanwhile stays as it was.
async function meetTopic(scope: ClusterScope, { topicId }: MeetingHead): Promise<void> {
  if (topicId)
    await decideTopic(nextCommand(scope, 'topic'), topicId, {
      decision: 'meet',
      answer: '',
      isToldByMinutes: true,
    });
}

/** Meetings that lie ahead get an item for what is open, where they have none. */
async function putActionsFirst(scope: ClusterScope): Promise<void> {
  if (!(await hasOpenActions(scope))) return;
  const ahead = sql`select m.meeting_id from meeting m where m.state in ('idea', 'polling', 'reserved', 'confirmed')
    and exists (select from agenda_item a where a.meeting_id = m.meeting_id)
    and not exists (select from agenda_item a where a.meeting_id = m.meeting_id and a.kind = 'actions')`;
  await sql`
    with ahead as (${ahead}), moved as (
      update agenda_item set position = position + 1 where meeting_id in (select meeting_id from ahead))
    insert into agenda_item (cluster_id, meeting_id, position, title, kind, minutes)
    select ${scope.clusterId}, meeting_id, 1, ${meetingText.da.sinceLastTime}, 'actions', ${MINUTES_FOR_ACTIONS}::int from ahead`.execute(
    scope.db,
  );
}
