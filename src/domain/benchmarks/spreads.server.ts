import { sql } from 'kysely';
import type { Indicator } from '#domain/indicators/indicator.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Picture } from './disclosure.ts';
import type { OwnFigure, Reference } from './own-place.ts';

/** A frozen picture of a cluster, with all that must stand beside it. */
export type Spread = {
  spreadId: string;
  indicatorKey: string;
  period: { from: string; until: string };
  source: { sourceId: string; name: string };
  picture: Picture;
  contributors: number;
  practices: number;
  extractedOn: string | null;
  publishedAt: Date;
};

/** The cluster's spreads that are up now, newest period first; of one indicator, or of all. */
export async function listSpreads({ db }: ClusterScope, indicatorKey?: string): Promise<Spread[]> {
  const rows = await db
    .selectFrom('spread')
    .innerJoin('source', 'source.sourceId', 'spread.sourceId')
    .select([
      'spreadId',
      'indicatorKey',
      'periodFrom',
      'periodUntil',
      'spread.sourceId',
      'source.name',
      'picture',
      'contributors',
      'practices',
      'extractedOn',
      'publishedAt',
    ])
    .$if(indicatorKey !== undefined, (query) => query.where('indicatorKey', '=', indicatorKey!))
    .orderBy('periodUntil', 'desc')
    .orderBy('periodFrom', 'desc')
    .orderBy('source.name')
    .orderBy('indicatorKey')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ periodFrom, periodUntil, sourceId, name, picture, ...row }) => ({
    ...row,
    period: { from: periodFrom, until: periodUntil },
    source: { sourceId, name },
    picture: picture as unknown as Picture,
  }));
}

export type OwnPeriod = OwnFigure & {
  practiceId: string;
  practiceName: string;
  period: { from: string; until: string };
  source: { sourceId: string; name: string };
  extractedOn: string | null;
  isContributing: boolean;
};

/** The own practices' figures of an indicator, newest period first. Row-level security shows no other. */
export async function listOwnFigures({ db }: ClusterScope, indicatorKey: string): Promise<OwnPeriod[]> {
  const rows = await db
    .selectFrom('latestMeasurement as m')
    .innerJoin('practice as p', 'p.practiceId', 'm.practiceId')
    .innerJoin('source as s', 's.sourceId', 'm.sourceId')
    .leftJoin('latestSourceAnswer as a', (join) =>
      join.onRef('a.practiceId', '=', 'm.practiceId').onRef('a.sourceId', '=', 'm.sourceId'),
    )
    .select([
      'm.practiceId',
      'p.name as practiceName',
      'm.periodFrom',
      'm.periodUntil',
      'm.sourceId',
      's.name',
      'm.numerator',
      'm.denominator',
      'm.value',
      'm.missing',
      'm.extractedOn',
    ])
    .select(sql<boolean>`coalesce(a.answer = 'yes', false)`.as('isContributing'))
    .where('m.indicatorKey', '=', indicatorKey)
    .orderBy('p.name')
    .orderBy('m.periodUntil', 'desc')
    .orderBy('m.periodFrom', 'desc')
    .orderBy('s.name')
    .execute();
  return rows.map(({ periodFrom, periodUntil, sourceId, name, ...row }) => ({
    ...row,
    practiceId: row.practiceId!,
    period: { from: periodFrom!, until: periodUntil! },
    source: { sourceId: sourceId!, name },
  }));
}

/**
 * The level to hold a spread beside: the region's when there is one, else the nation's, of the same period and
 * source; where none is computed, the example band of the indicator file; null where there is none at all.
 */
export async function findReference(
  { db, clusterId }: ClusterScope,
  indicator: Indicator,
  of: Pick<Spread, 'period' | 'source'>,
): Promise<Reference | null> {
  const row = await db
    .selectFrom('reference')
    .select(['level', 'practices', 'p10', 'p25', 'p50', 'p75', 'p90', 'tauSquared'])
    .where('indicatorKey', '=', indicator.key)
    .where('periodFrom', '=', of.period.from)
    .where('periodUntil', '=', of.period.until)
    .where((is) => is.or([is('sourceId', '=', of.source.sourceId), is('sourceId', 'is', null)]))
    .where((is) => is.or([is('level', '=', 'nation'), is('areaCode', '=', regionOf(clusterId))]))
    .orderBy('level', 'asc')
    .executeTakeFirst();
  if (row) return { ...row, level: row.level as 'nation' | 'region', isExample: false };
  const band = indicator.levels.find((level) => level.level === 'nation' && level.band !== null);
  return band?.band ? { ...band.band, level: 'nation', isExample: band.isExample, practices: null } : null;
}

function regionOf(clusterId: string) {
  return sql<string>`(select r.region_code from cluster c join municipality_region r using (municipality_code)
    where c.cluster_id = ${clusterId} and r.valid @> current_day())`;
}
