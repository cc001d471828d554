import { sql } from 'kysely';
import type { Indicator } from '#domain/indicators/indicator.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Picture } from './disclosure.ts';
import type { Reference } from './own-place.ts';
import { keyOf, type Period } from './period-key.ts';

/** A published spread as a list names it. */
export type Listed = { spreadId: string; period: Period; source: SpreadSource };
type SpreadSource = { sourceId: string; name: string; isOwnCount?: boolean };

/** A spread with its picture, what must stand under it, and the level that it is held beside. */
export type Beside = {
  spread: Listed & {
    picture: Picture;
    contributors: number;
    practices: number;
    extractedOn: string | null;
  };
  reference: Reference | null;
};

/**
 * What a page about one indicator shows: every spread that is up, newest period first; the key of the one that is
 * looked at; those that are to be drawn; and whether the reader may open figures of a practice in this cluster.
 */
export type IndicatorPage = {
  indicator: Indicator;
  listed: Listed[];
  chosen: string | null;
  drawn: Beside[];
  hasAccess: boolean;
};

/** The spread that is looked at, by its key, or else the newest; and whether the others are drawn with it. */
export type Wish = { of: string | null; areAllDrawn: boolean };

type Level = Omit<Reference, 'isExample'>;
type Row = Pick<IndicatorPage, 'indicator' | 'listed' | 'hasAccess'> & {
  drawn: { spread: Beside['spread']; reference: Level | null }[];
};

/** All of the page in one question; null when there is no such indicator. */
export async function findIndicatorPage(
  { db }: ClusterScope,
  indicatorKey: string,
  { of, areAllDrawn }: Wish,
): Promise<IndicatorPage | null> {
  const { rows } = await sql<Row>`
    with up as (
      select *, period_from || '.' || period_until || '.' || source_id as key,
        row_number() over (order by period_until desc, period_from desc, source_name, version desc) as place
      from spread where indicator_key = ${indicatorKey}
    ),
    drawn as (
      select * from up where ${areAllDrawn}
        or place = coalesce((select min(place) from up where key = ${of}), 1)
    )
    select i.definition as indicator,
      opens_figures_here() as has_access,
      (select coalesce(json_agg(${listed} order by place), '[]') from up) as listed,
      (select coalesce(json_agg(json_build_object('spread', ${listed} || ${pictured}, 'reference', level) order by place), '[]')
        from drawn left join lateral (${level}) beside on true) as drawn
    from indicator i where i.indicator_key = ${indicatorKey}`.execute(db);
  return rows[0] ? pageOf(rows[0], of) : null;
}

const listed = sql`jsonb_build_object('spreadId', spread_id, 'period', jsonb_build_object('from', period_from, 'until', period_until),
  'source', jsonb_build_object('sourceId', source_id, 'name', source_name)
    || case when is_own_count(source_id) then '{"isOwnCount": true}'::jsonb else '{}' end)`;

const pictured = sql`jsonb_build_object('picture', picture, 'contributors', contributors, 'practices', drawn.practices,
  'extractedOn', extracted_on)`;

// The region's when there is one, else the nation's, of the same period and source.
const level = sql`
  select jsonb_build_object('level', r.level, 'practices', r.practices, 'p10', p10, 'p25', p25, 'p50', p50, 'p75', p75,
    'p90', p90, 'tauSquared', tau_squared) as level
  from reference r
  where r.indicator_key = drawn.indicator_key and r.period_from = drawn.period_from
    and r.period_until = drawn.period_until and (r.source_id = drawn.source_id or r.source_id is null)
    and (r.level = 'nation' or r.area_code = (select current_region()))
  order by r.level = 'region' desc limit 1`;

function pageOf({ indicator, listed, drawn, hasAccess }: Row, of: string | null): IndicatorPage {
  const keys = listed.map(keyOf);
  const beside = drawn.map(({ spread, reference }) => ({
    spread,
    reference: reference ? { ...reference, isExample: false } : exampleOf(indicator),
  }));
  const chosen = keys.find((key) => key === of) ?? keys[0] ?? null;
  return { indicator, listed, chosen, drawn: beside, hasAccess };
}

/** Where no level is computed, the example band of the indicator file stands in; where it has none, nothing does. */
function exampleOf({ levels }: Indicator): Reference | null {
  const band = levels.find((one) => one.level === 'nation' && one.band !== null);
  return band?.band ? { ...band.band, level: 'nation', isExample: band.isExample, practices: null } : null;
}
