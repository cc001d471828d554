import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type MovedDeadline, movedTo } from './deadline.ts';
import { listDeadlines } from './deadlines.server.ts';
import { type MeetingHead, type MeetingState, refusalOfState, type StateRefusal } from './meeting.ts';
import type { MeetingDay } from './meeting-wish.ts';

/**
 * Puts a meeting on a day in a state, and with it all that is open and not pinned; answers what moved. Part of another
 * command, which has asked whether it may be: the choice of a date, or a move.
 */
export async function putOnDay(
  scope: ClusterScope,
  meetingId: string,
  day: MeetingDay,
  state: Extract<MeetingState, 'reserved' | 'confirmed'>,
): Promise<MovedDeadline[]> {
  await scope.db
    .updateTable('meeting')
    .set({ heldOn: day.heldOn, startsAt: day.startsAt, state })
    .where('meetingId', '=', meetingId)
    .execute();
  return moveDeadlines(scope, meetingId, day.heldOn);
}

/** Why a meeting cannot be put on a day in a state, or null when it can. */
export function refusalOfDay(
  meeting: MeetingHead,
  state: Extract<MeetingState, 'reserved' | 'confirmed'>,
): StateRefusal | null {
  return meeting.state === state ? null : refusalOfState({ ...meeting, heldOn: 'any' }, state);
}

/** Moves what is open and not pinned to where it belongs by a meeting's day; answers what moved. */
export async function moveDeadlines(
  scope: ClusterScope,
  meetingId: string,
  heldOn: string,
): Promise<MovedDeadline[]> {
  const moved = movedTo(heldOn, await listDeadlines(scope, meetingId));
  const [ids, days] = [moved.map(({ deadlineId }) => deadlineId), moved.map(({ to }) => to)];
  await sql`
    update deadline d set due_on = o.due from unnest(${ids}::uuid[], ${days}::date[]) as o (id, due)
    where d.deadline_id = o.id`.execute(scope.db);
  return moved;
}
