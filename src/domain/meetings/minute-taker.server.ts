import { sql } from 'kysely';
import { NotPermitted } from '#domain/access/command.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { MeetingHead } from './meeting.ts';

const ARRANGERS = ['coordinator', 'board', 'secretary'];

/** Whether the asker writes the minutes of a meeting: who arranges does, and who takes them until it is closed. */
export async function mayWriteMinutes({ db, roles }: ClusterScope, meetingId: string): Promise<boolean> {
  if (roles.some((role) => ARRANGERS.includes(role))) return true;
  const { rows } = await sql<{ takes: boolean }>`select takes_minutes(${meetingId}::uuid) as takes`.execute(
    db,
  );
  return rows[0]?.takes === true;
}

/** Refuses, as a command does, whoever neither arranges nor takes the minutes of this meeting. */
export async function onlyMinuteTakers(scope: ClusterScope, meetingId: string): Promise<void> {
  if (!(await mayWriteMinutes(scope, meetingId))) throw new NotPermitted('minutes.take');
}

/** Has a meeting stay as it is until this transaction is done, for whoever writes its minutes. */
export async function whileMinutesAreWritten({ db }: ClusterScope, meetingId: string): Promise<void> {
  await sql`select hold_minutes(${meetingId}::uuid)`.execute(db);
}

/** The meetings whose minutes the asker takes and that are not closed, the earliest first. */
export async function listMinutesToTake({
  db,
}: ClusterScope): Promise<Pick<MeetingHead, 'meetingId' | 'title' | 'heldOn'>[]> {
  return db
    .selectFrom('meeting')
    .select(['meetingId', 'title', 'heldOn'])
    .where('state', 'not in', ['closed', 'cancelled'])
    .where(sql<boolean>`takes_minutes(meeting_id)`)
    .orderBy('heldOn', (day) => day.asc().nullsLast())
    .orderBy('meetingId')
    .execute();
}
