import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Picture } from './disclosure.ts';
import type { OwnFigure } from './own-place.ts';

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
    .select([
      'spreadId',
      'indicatorKey',
      'periodFrom',
      'periodUntil',
      'sourceId',
      'sourceName',
      'picture',
      'contributors',
      'practices',
      'extractedOn',
      'publishedAt',
    ])
    .$if(indicatorKey !== undefined, (query) => query.where('indicatorKey', '=', indicatorKey!))
    .orderBy('periodUntil', 'desc')
    .orderBy('periodFrom', 'desc')
    .orderBy('sourceName')
    .orderBy('indicatorKey')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ periodFrom, periodUntil, sourceId, sourceName, picture, ...row }) => ({
    ...row,
    period: { from: periodFrom, until: periodUntil },
    source: { sourceId, name: sourceName },
    picture: picture as unknown as Picture,
  }));
}

export type OwnPeriod = OwnFigure & {
  practiceId: string;
  practiceName: string;
  period: { from: string; until: string };
  source: { sourceId: string; name: string; isOwnCount?: boolean };
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
      's.kind',
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
  return rows.map(({ periodFrom, periodUntil, sourceId, name, kind, ...row }) => ({
    ...row,
    practiceId: row.practiceId!,
    period: { from: periodFrom!, until: periodUntil! },
    source: { sourceId: sourceId!, name, ...(kind === 'own_count' ? { isOwnCount: true } : {}) },
  }));
}
