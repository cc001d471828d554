import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { DeliveryState } from './delivery.ts';

/** What a cluster knows of a delivery: of what, by whom, when, and how many practices have a figure in it. */
export type ClusterDelivery = {
  deliveryId: string;
  sourceName: string | null;
  delivererName: string | null;
  state: DeliveryState;
  confirmedAt: Date;
  extractedOn: string | null;
  indicatorKey: string;
  from: string;
  until: string;
  practices: number;
  isCorrected: boolean;
};

/** What has been delivered to this cluster, newest first; nothing to who has no part in its figures. */
export async function listClusterDeliveries({ db }: ClusterScope): Promise<ClusterDelivery[]> {
  const { rows } = await sql<ClusterDelivery>`
    select d.delivery_id, s.name as source_name, p.name as deliverer_name, d.state, d.confirmed_at, d.extracted_on,
      part.indicator_key, part.period_from as "from", part.period_until as "until", part.practices,
      exists (select from delivery_part l join delivery ld on ld.delivery_id = l.delivery_id
        where l.cluster_id = part.cluster_id and l.indicator_key = part.indicator_key
          and l.period_from = part.period_from and l.period_until = part.period_until
          and ld.source_id = d.source_id and ld.state = 'confirmed' and ld.confirmed_at > d.confirmed_at) as is_corrected
    from delivery_part part
    join delivery d on d.delivery_id = part.delivery_id
    left join source s on s.source_id = d.source_id
    left join person p on p.person_id = d.deliverer_id
    where part.cluster_id = (select current_cluster())
    order by d.confirmed_at desc, part.indicator_key, part.period_until desc, part.period_from desc`.execute(
    db,
  );
  return rows;
}
