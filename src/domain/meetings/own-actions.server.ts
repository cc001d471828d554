import { sql } from 'kysely';
import type { AnsweringScope } from '#platform/scope.server.ts';

/** An action that somebody took on at a meeting, with the meeting. */
export type OwnAction = {
  resolutionId: string;
  sentence: string;
  dueOn: string | null;
  doneAt: Date | null;
  meetingTitle: string;
};

const DAYS_SHOWN_WHEN_DONE = 14;

/**
 * What whoever answers has taken on at meetings that are over: what is open, by the day on which it is due, and last
 * what was done in the last fortnight.
 */
export async function listOwnActions({ db }: AnsweringScope): Promise<OwnAction[]> {
  const { rows } = await sql<OwnAction>`
    select r.resolution_id, r.sentence, r.due_on::text as due_on, r.done_at, m.title as meeting_title
    from resolution r join meeting m on m.meeting_id = r.meeting_id and m.state in ('held', 'closed')
    where r.kind = 'action' and r.owner_id in (select a.member_id from answering() a)
      and (r.done_at is null or r.done_at > current_moment() - make_interval(days => ${DAYS_SHOWN_WHEN_DONE}::int))
    order by r.done_at is not null, r.due_on nulls last, r.made_at, r.resolution_id`.execute(db);
  return rows;
}

/** The own actions that are open. */
export async function listOpenOwnActions(scope: AnsweringScope): Promise<OwnAction[]> {
  return (await listOwnActions(scope)).filter(({ doneAt }) => doneAt === null);
}
