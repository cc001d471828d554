import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import type { Resolution } from './minutes.ts';

const SHOWN = sql`r.resolution_id, r.meeting_id, r.agenda_item_id, r.kind, r.sentence, r.owner, r.owner_id,
  coalesce(p.name, r.owner) as owner_name, r.due_on, r.made_at, r.done_at`;
const JOINED = sql`resolution r left join member m on m.member_id = r.owner_id left join person p using (person_id)`;

/** What was resolved at a meeting, in the order in which it was written down. */
export async function listResolutions({ db }: Scope, meetingId: string): Promise<Resolution[]> {
  const { rows } = await sql<Resolution>`select ${SHOWN} from ${JOINED}
    where r.meeting_id = ${meetingId} order by r.made_at, r.resolution_id`.execute(db);
  return rows;
}

/** A decision or action, or null. */
export async function findResolution({ db }: Scope, resolutionId: string): Promise<Resolution | null> {
  const { rows } = await sql<Resolution>`select ${SHOWN} from ${JOINED}
    where r.resolution_id = ${resolutionId}`.execute(db);
  return rows[0] ?? null;
}

/** An action of an earlier meeting. */
export type EarlierAction = Resolution & { meetingTitle: string; heldOn: string | null };

/**
 * The actions of earlier meetings that come back at this one: those that are open, and those that were done since it
 * began. By the day on which they are due.
 */
export async function listActionsBefore({ db }: Scope, meetingId: string): Promise<EarlierAction[]> {
  const { rows } = await sql<EarlierAction>`
    select ${SHOWN}, e.title as meeting_title, e.held_on
    from meeting now join meeting e on e.cluster_id = now.cluster_id and e.meeting_id <> now.meeting_id and e.state in ('held', 'closed')
      and (now.held_on is null or e.held_on < now.held_on or e.held_on = now.held_on and e.starts_at < now.starts_at)
    join ${JOINED} on r.meeting_id = e.meeting_id
    where now.meeting_id = ${meetingId} and r.kind = 'action' and (now.closed_at is null or r.made_at < now.closed_at)
      and (r.done_at is null or r.done_at >= now.held_on::timestamp at time zone 'Europe/Copenhagen')
    order by r.due_on nulls last, r.made_at, r.resolution_id`.execute(db);
  return rows;
}

/** The open actions of the cluster, of meetings that are over, by the day on which they are due. */
export async function listOpenActions({ db }: Scope): Promise<EarlierAction[]> {
  const { rows } = await sql<EarlierAction>`
    select ${SHOWN}, e.title as meeting_title, e.held_on from ${JOINED} join meeting e on e.meeting_id = r.meeting_id
    where r.kind = 'action' and r.done_at is null and e.state in ('held', 'closed')
    order by r.due_on nulls last, r.made_at, r.resolution_id`.execute(db);
  return rows;
}

/** Whether earlier meetings have left anything open. */
export async function hasOpenActions(scope: Scope): Promise<boolean> {
  return (await listOpenActions(scope)).length > 0;
}
