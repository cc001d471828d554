import type { Scope } from '#platform/scope.server.ts';
import type { Indicator } from './indicator.ts';

/** The indicator of this key, as its file defined it when it was loaded. */
export async function findIndicator({ db }: Pick<Scope, 'db'>, key: string): Promise<Indicator | null> {
  const row = await db
    .selectFrom('indicator')
    .select('definition')
    .where('indicatorKey', '=', key)
    .executeTakeFirst();
  return row ? (row.definition as unknown as Indicator) : null;
}

/** All indicators, by theme and key. */
export async function listIndicators({ db }: Pick<Scope, 'db'>): Promise<Indicator[]> {
  const rows = await db.selectFrom('indicator').select('definition').orderBy('indicatorKey').execute();
  return rows.map((row) => row.definition as unknown as Indicator);
}
