import { sql } from 'kysely';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import type { SourceScope, SystemScope } from '#platform/scope.server.ts';
import type { Known } from './column-evidence.ts';
import type { SourceKind } from './delivery.ts';
import type { MeasuredIndicator } from './mapping.ts';
import type { NumberHolder } from './matching.ts';

/** Who may deliver: a person of the source, or the operator's tool in its name. */
export type DeliveryScope = SourceScope | SystemScope;

/** The source in whose name something is delivered. */
export type Source = {
  sourceId: string;
  name: string;
  kind: SourceKind;
  clusterId: string | null;
  isTrusted: boolean;
  isExample: boolean;
};

/** The source, or null when the scope does not reach it. */
export async function findSource({ db }: DeliveryScope, sourceId: string): Promise<Source | null> {
  const source = await db
    .selectFrom('source')
    .select(['sourceId', 'name', 'kind', 'clusterId', 'isTrusted', 'isExample'])
    .where('sourceId', '=', sourceId)
    .executeTakeFirst();
  return source ? { ...source, kind: source.kind as SourceKind } : null;
}

/** Every number of the practices that the source serves, and whether it was theirs on that day (ISO date). */
export async function listNumbers(
  scope: DeliveryScope,
  sourceId: string,
  onDay: string,
): Promise<NumberHolder[]> {
  const held =
    scope.kind === 'source'
      ? sql`practices_by_number(${onDay}::date)`
      : sql`numbers_of_source(${sourceId}::uuid, ${onDay}::date)`;
  const { rows } = await sql<NumberHolder>`
    select practice_number_id, number, practice_id, name, cluster_id, is_confirmed, is_current
    from ${held} order by number, practice_id`.execute(scope.db);
  return rows;
}

/** What the product knows before it has read a file: its indicators by all their names, and practice numbers. */
export type Knowledge = { indicators: Indicator[]; measured: MeasuredIndicator[]; known: Known };

/** The knowledge with which a file of this source is read; `today` is an ISO date. */
export async function knowledgeFor(
  scope: DeliveryScope,
  sourceId: string,
  today: string,
): Promise<Knowledge> {
  const indicators = await listIndicators(scope);
  const numbers = await listNumbers(scope, sourceId, today);
  return {
    indicators,
    measured: indicators.map(({ key, scale, kind }) => ({ key, scale, isProportion: kind === 'proportion' })),
    known: {
      indicators: indicators.map(({ key, name, aliases }) => ({
        key,
        names: [name.da, name.en, ...aliases],
      })),
      practiceNumbers: new Set(numbers.map(({ number }) => number)),
    },
  };
}
