import { sql } from 'kysely';
import type { DeliveryScope } from './delivering.server.ts';
import type { Part } from './matching.ts';

/** Another delivery of the same source that tells of the same cluster, indicator and period. */
export type Correction = { deliveryId: string; confirmedAt: Date; indicatorKeys: string[] };

/** The confirmed deliveries of the source that a delivery with these parts would put new figures over, newest first. */
export async function listCorrected(
  { db }: DeliveryScope,
  sourceId: string,
  parts: readonly Pick<Part, 'clusterId' | 'indicatorKey' | 'from' | 'until'>[],
): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select d.delivery_id, d.confirmed_at, array_agg(distinct p.indicator_key) as indicator_keys
    from delivery d join delivery_part p using (delivery_id)
    join jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
      as wanted ("clusterId" uuid, "indicatorKey" text, "from" date, "until" date)
      on wanted."clusterId" = p.cluster_id and wanted."indicatorKey" = p.indicator_key
        and wanted."from" = p.period_from and wanted."until" = p.period_until
    where d.source_id = ${sourceId} and d.state = 'confirmed'
    group by d.delivery_id, d.confirmed_at order by d.confirmed_at desc`.execute(db);
  return rows;
}

/** The confirmed deliveries that overlap this one: those it corrects, and those that correct it. */
export async function listCorrections(
  { db }: DeliveryScope,
  deliveryId: string,
): Promise<(Correction & { isLater: boolean })[]> {
  const { rows } = await sql<Correction & { isLater: boolean }>`
    select other.delivery_id, other.confirmed_at, other.confirmed_at > this.confirmed_at as is_later,
      array_agg(distinct p.indicator_key) as indicator_keys
    from delivery this
    join delivery_part t on t.delivery_id = this.delivery_id
    join delivery_part p on p.delivery_id <> t.delivery_id and p.cluster_id = t.cluster_id
      and p.indicator_key = t.indicator_key and p.period_from = t.period_from and p.period_until = t.period_until
    join delivery other on other.delivery_id = p.delivery_id and other.source_id = this.source_id
      and other.state = 'confirmed'
    where this.delivery_id = ${deliveryId} and this.confirmed_at is not null
    group by 1, 2, 3 order by other.confirmed_at desc`.execute(db);
  return rows;
}
