import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import type { DeadlineAct } from '#domain/packages/package.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import type { Day } from './calendar-day.ts';
import { dueOn, LONGEST_DEADLINE, MOST_DEADLINES, offsetOf } from './deadline.ts';
import { findDeadline, listDeadlines } from './deadlines.server.ts';
import { refusalOfPlanning } from './meeting.ts';
import { findMeeting, findMeetingToChange } from './meetings.server.ts';

const settling = { permission: 'meeting.plan', event: 'deadline.settled' } as const;
const moving = { permission: 'meeting.plan', event: 'deadline.moved' } as const;

/** Settles an open deadline: done, or left out on purpose. */
export const settleDeadline = command(
  settling,
  async (scope: ClusterScope, deadlineId: string, state: 'done' | 'skipped') => {
    const deadline = await findDeadline(scope, deadlineId);
    if (!deadline) return refused('no_such_deadline');
    if (deadline.state !== 'open') return refused('settled_already');
    const settledBy = sql<string | null>`(select member_id from member where cluster_id = ${scope.clusterId}
      and person_id = ${scope.personId} and valid @> current_day() order by invited_at limit 1)`;
    await scope.db
      .updateTable('deadline')
      .set({ state, settledAt: scope.now, settledBy })
      .where('deadlineId', '=', deadlineId)
      .where('state', '=', 'open')
      .execute();
    return done;
  },
);

/** Opens a settled deadline again. Its day is that of the meeting as it is now, unless it is pinned. */
export const reopenDeadline = command(settling, async (scope: ClusterScope, deadlineId: string) => {
  const deadline = await findDeadline(scope, deadlineId);
  if (!deadline) return refused('no_such_deadline');
  if (deadline.state === 'open') return refused('open_already');
  const meeting = await findMeeting(scope, deadline.meetingId);
  const due = deadline.isPinned ? deadline.dueOn : dueOn(meeting?.heldOn ?? null, deadline.offsetDays);
  await scope.db
    .updateTable('deadline')
    .set({ state: 'open', settledAt: null, settledBy: null, dueOn: due })
    .where('deadlineId', '=', deadlineId)
    .execute();
  return done;
});

/** Pins an open deadline to a day, which it keeps when the meeting moves; with null it follows the meeting again. */
export const pinDeadline = command(
  moving,
  async (scope: ClusterScope, deadlineId: string, day: Day | null) => {
    const deadline = await findDeadline(scope, deadlineId);
    if (!deadline) return refused('no_such_deadline');
    if (deadline.state !== 'open') return refused('settled_already');
    const meeting = await findMeeting(scope, deadline.meetingId);
    if (day && isTooFar(meeting?.heldOn ?? null, day)) return refused('day_too_far');
    await scope.db
      .updateTable('deadline')
      .set({ dueOn: day ?? dueOn(meeting?.heldOn ?? null, deadline.offsetDays), isPinned: day !== null })
      .where('deadlineId', '=', deadlineId)
      .execute();
    return done;
  },
);

/** Adds a deadline in the organiser's own words, due on a day; it follows the meeting. Answers its id. */
export const addDeadline = command(
  moving,
  async (scope: ClusterScope, meetingId: string, title: string, day: Day) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfPlanning(meeting);
    if (refusal) return refused(refusal);
    if (title === '') return refused('title_missing');
    if (title.length > LONGEST_DEADLINE) return refused('title_too_long');
    const offsetDays = meeting.heldOn ? offsetOf(meeting.heldOn, day) : 0;
    if (offsetDays === null) return refused('day_too_far');
    if ((await listDeadlines(scope, meetingId)).length >= MOST_DEADLINES)
      return refused('too_many_deadlines');
    // Before the meeting has a day nothing can be counted from it.
    const row = { act: 'task', title, offsetDays, dueOn: day, isPinned: !meeting.heldOn };
    const { deadlineId } = await scope.db
      .insertInto('deadline')
      .values({ clusterId: scope.clusterId, meetingId, ...row })
      .returning('deadlineId')
      .executeTakeFirstOrThrow();
    return made({ deadlineId });
  },
);

/**
 * Settles what is open of an act at a meeting, because it has been done elsewhere: `send_invitation` when the
 * invitations went, `minutes` when the minutes did. Part of another command, or of what the worker does by itself.
 */
export async function settleAct(
  { db, now }: ClusterScope | SystemScope,
  meetingId: string,
  act: DeadlineAct,
): Promise<void> {
  await db
    .updateTable('deadline')
    .set({ state: 'done', settledAt: now })
    .where('meetingId', '=', meetingId)
    .where('act', '=', act)
    .where('state', '=', 'open')
    .execute();
}

/**
 * Leaves out what is open of a meeting that is being closed and was to be done by its day, and where nothing was agreed
 * the measuring again. Part of another command.
 */
export async function leaveOutUntil(
  { db, now }: ClusterScope,
  meetingId: string,
  heldOn: Day,
): Promise<void> {
  await sql`
    update deadline d set state = 'skipped', settled_at = ${now}
    where d.meeting_id = ${meetingId} and d.state = 'open' and (d.offset_days < 0 or d.due_on <= ${heldOn}
      or d.act = 'measure_again' and not exists (select from agreement a where a.meeting_id = d.meeting_id))`.execute(
    db,
  );
}

function isTooFar(heldOn: Day | null, day: Day): boolean {
  return heldOn !== null && offsetOf(heldOn, day) === null;
}
