import { sql } from 'kysely';
import { type Indicator, isSufficient, positionOf } from '#domain/indicators/indicator.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { type Contribution, OWN_HAND, type Published } from './disclosure.ts';

/** One cluster, indicator, exact period and source: what a spread is of. */
export type Subject = {
  clusterId: string;
  indicatorKey: string;
  periodFrom: string;
  periodUntil: string;
  sourceId: string;
};

type Figure = {
  hand?: string | null;
  practiceId: string;
  deliveryId: string;
  numerator: number | null;
  denominator: number | null;
  value: number;
};
export type Contributor = Figure & Contribution;

/** Lets this transaction read the figures of one indicator. Only the worker's login has any to read. */
export async function openFigures(scope: SystemScope, indicatorKey: string): Promise<void> {
  await sql`select set_config('app.indicator', ${indicatorKey}, true)`.execute(scope.db);
}

/**
 * The figures that contribute today: of practices that are in the cluster, said yes to the source last, and
 * whose denominator suffices. Together with `listPublished` the only place where figures of several practices meet.
 */
export async function listContributors(
  scope: SystemScope,
  subject: Subject,
  indicator: Indicator,
): Promise<Contributor[]> {
  const { rows } = await sql<Figure & { isOwnCount: boolean }>`
    select distinct on (m.practice_id) m.practice_id, m.delivery_id, m.numerator, m.denominator, m.value,
      case when not s.is_trusted then coalesce(d.deliverer_id::text, 'operator') end as hand,
      s.kind = 'own_count' as is_own_count
    from source s, cluster_practice cp
    join measurement m on m.practice_id = cp.practice_id
    join delivery d on d.delivery_id = m.delivery_id and d.state = 'confirmed' and d.source_id = ${subject.sourceId}
    where s.source_id = ${subject.sourceId} and cp.cluster_id = ${subject.clusterId} and cp.valid @> current_day()
      and m.indicator_key = ${subject.indicatorKey}
      and m.period_from = ${subject.periodFrom} and m.period_until = ${subject.periodUntil}
      and 'yes' = (select a.answer from source_answer a
        where a.practice_id = cp.practice_id and a.source_id = d.source_id order by a.answered_at desc limit 1)
      and (s.kind <> 'own_count' or own_count_answer(cp.practice_id, s.source_id, d.deliverer_id) = 'yes')
    order by m.practice_id, d.confirmed_at desc, m.delivery_id`.execute(scope.db);
  const sufficient = rows.filter((row) => row.value !== null && isSufficient(indicator, row.denominator));
  return sufficient.map(({ isOwnCount, ...row }) => {
    const hand = isOwnCount && countsForOne(row.hand, sufficient) ? OWN_HAND : (row.hand ?? null);
    return { ...row, hand, ...contributionOf({ ...row, hand }, indicator) };
  });
}

// Whoever counts for their own practice knows no figure but that; whoever counts for several knows them all.
function countsForOne(hand: string | null | undefined, rows: readonly Figure[]): boolean {
  return rows.filter((row) => row.hand === hand).length === 1;
}

/** Versions of the cluster's spreads of this indicator that showed something, with what stood in each. */
export async function listPublished(
  scope: SystemScope,
  subject: Subject,
  indicator: Indicator,
): Promise<{ earlier: Published[]; beside: Published[] }> {
  const { rows } = await sql<
    Figure & {
      spreadId: string;
      version: number;
      isTakenDown: boolean;
      sourceId: string;
      isSamePeriod: boolean;
    }
  >`
    select s.spread_id, s.version, s.taken_down_at is not null as is_taken_down, s.source_id,
      s.period_from = ${subject.periodFrom} and s.period_until = ${subject.periodUntil} as is_same_period,
      m.practice_id, m.delivery_id, m.numerator, m.denominator, m.value
    from spread s
    join spread_contributor c using (spread_id)
    join measurement m on m.practice_id = c.practice_id and m.delivery_id = c.delivery_id
      and m.indicator_key = s.indicator_key and m.period_from = s.period_from and m.period_until = s.period_until
    where s.cluster_id = ${subject.clusterId} and s.indicator_key = ${subject.indicatorKey} and s.version > 0
      and daterange(s.period_from, s.period_until, '[]') && daterange(${subject.periodFrom}::date, ${subject.periodUntil}::date, '[]')
    order by s.version`.execute(scope.db);
  const spreads = Map.groupBy(rows, (row) => row.spreadId);
  const published = [...spreads.values()].map((lines) => ({
    ...lines[0]!,
    contributions: lines.map((line) => contributionOf(line, indicator)),
  }));
  const isOfSubject = (one: { sourceId: string; isSamePeriod: boolean }) =>
    one.sourceId === subject.sourceId && one.isSamePeriod;
  return {
    earlier: published.filter(isOfSubject),
    beside: published.filter((one) => !isOfSubject(one)),
  };
}

function contributionOf(
  { practiceId, numerator, denominator, value, hand }: Figure,
  indicator: Indicator,
): Contribution {
  return {
    practiceId,
    figure: `${numerator}/${denominator}=${value}`,
    place: positionOf(indicator, value).position,
    hand: hand ?? null,
  };
}
