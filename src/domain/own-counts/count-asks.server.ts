import { sql } from 'kysely';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import type { CountAsk } from './count-ask.ts';

const COLUMNS = sql`a.own_count_ask_id, a.meeting_id, a.indicator_key, a.due_on::text as due_on, a.state, a.reminders, a.is_by_itself,
  a.asked_at, jsonb_build_object('from', a.period_from::text, 'until', a.period_until::text) as period`;

/** What a meeting has asked the practices to count, by day and indicator. */
export async function listCountAsks(
  { db }: ClusterScope | SystemScope,
  meetingId: string,
): Promise<CountAsk[]> {
  const { rows } = await sql<CountAsk>`
    select ${COLUMNS} from own_count_ask a where a.meeting_id = ${meetingId}
    order by a.due_on, a.indicator_key, a.own_count_ask_id`.execute(db);
  return rows;
}

/** An ask of the cluster, or null. */
export async function findCountAsk({ db }: ClusterScope, ownCountAskId: string): Promise<CountAsk | null> {
  const { rows } = await sql<CountAsk>`
    select ${COLUMNS} from own_count_ask a where a.own_count_ask_id::text = ${ownCountAskId}`.execute(db);
  return rows[0] ?? null;
}

/** A practice, and whether it has counted; never what, nor whether it may be shown. */
export type HasCounted = { practiceId: string; name: string; hasCounted: boolean };

/** The practices of the cluster, those who are missing first; nobody but those who arrange is told. */
export async function listWhoHasCounted({ db }: ClusterScope, ownCountAskId: string): Promise<HasCounted[]> {
  const { rows } = await sql<HasCounted>`
    select w.practice_id, p.name, w.has_counted
    from who_has_counted(${ownCountAskId}::uuid) w join practice p using (practice_id)
    order by w.has_counted, p.name collate "da-x-icu", w.practice_id`.execute(db);
  return rows;
}
