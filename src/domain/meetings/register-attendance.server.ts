import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listAttendance } from './attendance.server.ts';
import type { AttendanceRefusal } from './attendance.ts';
import { type Day, dayOf } from './calendar-day.ts';
import type { MeetingHead } from './meeting.ts';
import { findMeetingToChange } from './meetings.server.ts';

/**
 * Registers who came, from a list with a tick for each. `listed` are those whom the list showed, `ticked` those who
 * came: of others nothing changes, so that a scan that came meanwhile stays. Answers how many came now.
 */
export const registerAttendance = command(
  { permission: 'attendance.register', event: 'attendance.registered' },
  async (scope: ClusterScope, meetingId: string, listed: readonly string[], ticked: readonly string[]) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    const refusal = refusalOfRegistering(meeting, dayOf(scope.now));
    if (refusal) return refused(refusal);
    const lines = await listAttendance(scope, meetingId);
    const known = new Map(lines.map((line) => [line.memberId, line]));
    if (![...listed, ...ticked].every((memberId) => known.has(memberId))) return refused('no_such_member');
    const came = new Set(ticked);
    const added = [...came].filter((memberId) => known.get(memberId)!.how === null);
    const gone = listed.filter((memberId) => !came.has(memberId) && known.get(memberId)!.how !== null);
    await add(scope, meetingId, added);
    await takeOut(scope, meetingId, gone);
    return made({ present: lines.filter(({ how }) => how !== null).length + added.length - gone.length });
  },
);

/** Registers somebody who came and is no member, by name and where they belong. */
export const registerVisitor = command(
  { permission: 'attendance.register', event: 'attendance.registered' },
  async (scope: ClusterScope, meetingId: string, visitor: { name: string; belongsTo: string }) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    const refusal = refusalOfRegistering(meeting, dayOf(scope.now));
    if (refusal) return refused(refusal);
    if (visitor.name === '') return refused('name_missing');
    if (visitor.name.length > 120 || visitor.belongsTo.length > 160) return refused('name_too_long');
    const { visitorPresentId } = await scope.db
      .insertInto('visitorPresent')
      .values({ clusterId: scope.clusterId, meetingId, ...visitor })
      .returning('visitorPresentId')
      .executeTakeFirstOrThrow();
    return made({ visitorPresentId });
  },
);

/** Takes out a visitor who was registered. Answers who it was, so that it can be undone. */
export const takeOutVisitor = command(
  { permission: 'attendance.register', event: 'attendance.taken_out' },
  async (scope: ClusterScope, meetingId: string, visitorPresentId: string) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    const refusal = refusalOfRegistering(meeting, dayOf(scope.now));
    if (refusal) return refused(refusal);
    const gone = await scope.db
      .deleteFrom('visitorPresent')
      .where('meetingId', '=', meetingId)
      .where('visitorPresentId', '=', visitorPresentId)
      .returning(['name', 'belongsTo'])
      .executeTakeFirst();
    return gone ? made(gone) : refused('no_such_visitor');
  },
);

/** Why nobody can be registered at a meeting on a day, or null from its day on until it is closed. */
export function refusalOfRegistering(meeting: MeetingHead | null, today: Day): AttendanceRefusal | null {
  if (!meeting) return 'no_such_meeting';
  if (meeting.state === 'closed') return 'meeting_closed';
  if (meeting.state === 'cancelled') return 'meeting_cancelled';
  if (!meeting.heldOn || meeting.state === 'idea' || meeting.state === 'polling') return 'day_missing';
  return meeting.heldOn > today ? 'not_yet' : null;
}

async function add({ db, clusterId, now }: ClusterScope, meetingId: string, memberIds: readonly string[]) {
  const rows = memberIds.map((memberId) => ({
    clusterId,
    meetingId,
    memberId,
    how: 'list',
    registeredAt: now,
  }));
  if (rows.length === 0) return;
  await db
    .insertInto('attendance')
    .values(rows)
    .onConflict((there) => there.doNothing())
    .execute();
}

async function takeOut({ db }: ClusterScope, meetingId: string, memberIds: readonly string[]) {
  if (memberIds.length === 0) return;
  await db
    .deleteFrom('attendance')
    .where('meetingId', '=', meetingId)
    .where('memberId', 'in', [...memberIds])
    .execute();
}
