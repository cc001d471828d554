import { command } from '#domain/access/command.server.ts';
import { made } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import type { Indicator } from './indicator.ts';

/**
 * Puts the definitions of the indicator files into the database; those that are there already are renewed, and
 * those of no file stay, since figures may hang on them. Answers how many changed.
 */
export const loadIndicators = command(
  { permission: 'installation.operate', event: 'indicator.loaded' },
  async ({ db, now }: SystemScope, _set: string, indicators: readonly Indicator[]) => {
    let changed = 0;
    for (const indicator of indicators) {
      const definition = JSON.stringify(indicator);
      const [outcome] = await db
        .insertInto('indicator')
        .values({ indicatorKey: indicator.key, definition, loadedAt: now })
        .onConflict((earlier) =>
          earlier
            .column('indicatorKey')
            .doUpdateSet({ definition, loadedAt: now })
            .where('indicator.definition', 'is distinct from', definition),
        )
        .execute();
      changed += Number(outcome?.numInsertedOrUpdatedRows ?? 0);
    }
    return made({ changed });
  },
);
