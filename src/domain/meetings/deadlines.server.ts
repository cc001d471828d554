import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import type { Deadline } from './deadline.ts';

const COLUMNS = [
  'deadlineId',
  'meetingId',
  'act',
  'title',
  'offsetDays',
  'dueOn',
  'isPinned',
  'state',
  'settledAt',
] as const;

/** The deadlines of a meeting in the order of their days. Only those who arrange see any. */
export async function listDeadlines({ db }: Scope, meetingId: string): Promise<Deadline[]> {
  const rows = await db
    .selectFrom('deadline')
    .select(COLUMNS)
    .where('meetingId', '=', meetingId)
    .orderBy('dueOn', (day) => day.asc().nullsLast())
    .orderBy('offsetDays')
    .orderBy('deadlineId')
    .execute();
  return rows as Deadline[];
}

/** A deadline that the asker may see, or null. */
export async function findDeadline({ db }: Scope, deadlineId: string): Promise<Deadline | null> {
  const row = await db
    .selectFrom('deadline')
    .select(COLUMNS)
    .where('deadlineId', '=', deadlineId)
    .executeTakeFirst();
  return (row as Deadline | undefined) ?? null;
}

/** A deadline with the meeting it belongs to. */
export type MeetingDeadline = Deadline & { meetingTitle: string; heldOn: string | null };

/**
 * What is open in the cluster and due until a day, that day included, of the meetings that are neither called off nor
 * closed. What was to be done before a meeting that has been held is no longer.
 */
export async function listOpenDeadlines({ db }: Scope, until: string): Promise<MeetingDeadline[]> {
  const { rows } = await sql<MeetingDeadline>`
    select d.deadline_id, d.meeting_id, d.act, d.title, d.offset_days, d.due_on, d.is_pinned, d.state, d.settled_at,
      m.title as meeting_title, m.held_on
    from deadline d join meeting m using (meeting_id)
    where d.state = 'open' and d.due_on <= ${until} and m.state not in ('cancelled', 'closed')
      and (d.offset_days >= 0 or m.state <> 'held')
    order by d.due_on, d.offset_days, d.deadline_id`.execute(db);
  return rows;
}
