import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type Contributing, missingFirst } from './contributing.ts';

export type Deliverable = {
  indicatorKey: string;
  period: { from: string; until: string };
  /** `isOwnCount` where practices counted themselves. */
  source: { sourceId: string; name: string; isOwnCount?: boolean };
  /** Whether a spread of it is up, and what became of the last wish to publish it. */
  isUp: boolean;
  state: 'waiting' | 'published' | 'refused' | null;
  refusal: string | null;
};

/** What sources have delivered to this cluster, newest first: what can be published, and what has been. */
export async function listDelivered({ db }: ClusterScope): Promise<Deliverable[]> {
  const { rows } = await sql<
    Omit<Deliverable, 'period' | 'source'> & {
      periodFrom: string;
      periodUntil: string;
      sourceId: string;
      name: string;
      kind: string;
    }
  >`
    select distinct on (p.period_until, p.period_from, p.indicator_key, s.name, s.source_id)
      p.indicator_key, p.period_from, p.period_until, s.source_id, s.name, s.kind, q.state, q.refusal,
      exists (select from spread up where up.cluster_id = p.cluster_id and up.indicator_key = p.indicator_key
        and up.period_from = p.period_from and up.period_until = p.period_until and up.source_id = s.source_id) as is_up
    from delivery_part p
    join delivery d on d.delivery_id = p.delivery_id and d.state = 'confirmed'
    join source s on s.source_id = d.source_id
    left join lateral (
      select state, refusal from publication q where q.cluster_id = p.cluster_id and q.indicator_key = p.indicator_key
        and q.period_from = p.period_from and q.period_until = p.period_until and q.source_id = s.source_id
      order by q.requested_at desc limit 1) q on true
    where p.cluster_id = (select current_cluster())
    order by p.period_until desc, p.period_from desc, p.indicator_key, s.name, s.source_id`.execute(db);
  return rows.map(({ periodFrom, periodUntil, sourceId, name, kind, ...row }) => ({
    ...row,
    period: { from: periodFrom, until: periodUntil },
    source: { sourceId, name, ...(kind === 'own_count' ? { isOwnCount: true } : {}) },
  }));
}

/** The cluster's practices, those without one first, each with whether a figure exists that may contribute. Never which. */
export async function listContributing(
  { db, clusterId }: ClusterScope,
  { indicatorKey, period, source }: Pick<Deliverable, 'indicatorKey' | 'period' | 'source'>,
): Promise<Contributing[]> {
  const { rows } = await sql<Contributing>`
    select p.practice_id, p.name, c.practice_id is not null as has_contributed
    from cluster_practice cp join practice p on p.practice_id = cp.practice_id
    left join contributing_practices(${indicatorKey}, ${period.from}, ${period.until}, ${source.sourceId}) c on c.practice_id = p.practice_id
    where cp.cluster_id = ${clusterId} and cp.valid @> current_day()
    order by p.practice_id`.execute(db);
  return missingFirst(rows);
}
