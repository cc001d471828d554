import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { DeliveryState } from './delivery.ts';

/** What a delivery tells a cluster of: an indicator, a period, how many practices, and whether a later one corrects it. */
export type ClusterPart = {
  indicatorKey: string;
  from: string;
  until: string;
  practices: number;
  isCorrected: boolean;
};

/** A delivery as a cluster knows it: by whom, when, and of what. Never a figure. */
export type ClusterDelivery = {
  deliveryId: string;
  sourceName: string | null;
  delivererName: string | null;
  state: DeliveryState;
  confirmedAt: Date;
  extractedOn: string | null;
  parts: ClusterPart[];
};

const NEWEST = 50;

/** The newest fifty deliveries to this cluster, newest first, without what practices counted themselves; none for who has no part in its figures. */
export async function listClusterDeliveries({ db }: ClusterScope): Promise<ClusterDelivery[]> {
  const { rows } = await sql<ClusterDelivery>`
    select d.delivery_id, s.name as source_name, p.name as deliverer_name, d.state, d.confirmed_at, d.extracted_on,
      jsonb_agg(jsonb_build_object('indicatorKey', part.indicator_key, 'from', part.period_from, 'until', part.period_until,
        'practices', part.practices, 'isCorrected', exists (
          select from delivery_part l join delivery ld on ld.delivery_id = l.delivery_id
          where l.cluster_id = part.cluster_id and l.indicator_key = part.indicator_key
            and l.period_from = part.period_from and l.period_until = part.period_until
            and ld.source_id = d.source_id and ld.state = 'confirmed' and ld.confirmed_at > d.confirmed_at))
        order by part.indicator_key, part.period_until desc, part.period_from desc) as parts
    from delivery_part part
    join delivery d on d.delivery_id = part.delivery_id
    left join source s on s.source_id = d.source_id
    left join person p on p.person_id = d.deliverer_id
    where part.cluster_id = (select current_cluster()) and s.kind is distinct from 'own_count'
    group by d.delivery_id, s.name, p.name, d.state, d.confirmed_at, d.extracted_on
    order by d.confirmed_at desc, d.delivery_id limit ${NEWEST}`.execute(db);
  return rows;
}
