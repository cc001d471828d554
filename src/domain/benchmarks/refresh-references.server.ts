import { sql } from 'kysely';
import type { Indicator } from '#domain/indicators/indicator.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import type { Subject } from './contributions.server.ts';
import { LEAST } from './disclosure.ts';
import { LEAST_FIGURES, referenceOf } from './reference-level.ts';

/** A level stands for more than a few neighbours: at least so many clusters. */
const LEAST_CLUSTERS = 5;

type Row = { clusterId: string; regionCode: string | null; numerator: number; denominator: number };
type Area = { level: 'nation' | 'region'; areaCode: string; rows: Row[] };

/**
 * The levels of nation and regions for an indicator, period and source, from all practices that said yes.
 * A level that is there already changes only when at least six practices more or fewer stand behind it.
 */
export async function refreshReferences(
  scope: SystemScope,
  subject: Subject,
  indicator: Indicator,
): Promise<void> {
  if (indicator.kind !== 'proportion') return;
  const rows = await listFigures(scope, subject);
  const regions = Map.groupBy(rows, (row) => row.regionCode ?? '');
  regions.delete('');
  const areas: Area[] = [
    { level: 'nation', areaCode: '', rows },
    ...[...regions].map(([areaCode, own]) => ({ level: 'region' as const, areaCode, rows: own })),
  ];
  for (const area of areas.filter(isWide)) await keep(scope, subject, area, indicator);
}

function isWide({ rows }: Area): boolean {
  return rows.length >= LEAST_FIGURES && new Set(rows.map((row) => row.clusterId)).size >= LEAST_CLUSTERS;
}

async function listFigures(scope: SystemScope, subject: Subject): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select distinct on (m.practice_id) cp.cluster_id, r.region_code, m.numerator, m.denominator
    from measurement m
    join delivery d on d.delivery_id = m.delivery_id and d.state = 'confirmed' and d.source_id = ${subject.sourceId}
    join cluster_practice cp on cp.practice_id = m.practice_id and cp.valid @> current_day()
    join cluster c on c.cluster_id = cp.cluster_id
    left join municipality_region r on r.municipality_code = c.municipality_code and r.valid @> current_day()
    where m.indicator_key = ${subject.indicatorKey}
      and m.period_from = ${subject.periodFrom} and m.period_until = ${subject.periodUntil}
      and m.numerator is not null and m.denominator > 0
      and 'yes' = (select a.answer from source_answer a
        where a.practice_id = m.practice_id and a.source_id = d.source_id order by a.answered_at desc limit 1)
    order by m.practice_id, d.confirmed_at desc, m.delivery_id`.execute(scope.db);
  return rows;
}

async function keep(
  scope: SystemScope,
  subject: Subject,
  { level, areaCode, rows }: Area,
  { scale }: Indicator,
): Promise<void> {
  const { indicatorKey, periodFrom, periodUntil, sourceId } = subject;
  const place = { indicatorKey, periodFrom, periodUntil, level, areaCode, sourceId };
  const { n, phi, ...percentiles } = referenceOf(rows, scale);
  const sum = (part: 'numerator' | 'denominator') => rows.reduce((total, row) => total + row[part], 0);
  const values = {
    ...percentiles,
    practices: n,
    numerator: sum('numerator'),
    denominator: sum('denominator'),
    overdispersion: phi,
    madeAt: scope.now,
  };
  await scope.db
    .insertInto('reference')
    .values({ ...place, ...values, origin: 'computed' })
    .onConflict((earlier) =>
      earlier
        .constraint('one_reference_each')
        .doUpdateSet(values)
        .where(sql<boolean>`abs(reference.practices - ${n}) >= ${LEAST.change}`),
    )
    .execute();
}
