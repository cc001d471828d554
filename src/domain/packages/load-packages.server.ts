import { command } from '#domain/access/command.server.ts';
import { made } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import type { MeetingPackage } from './package.ts';

/**
 * Puts the packages of the files into the database: those that are there already are renewed, and those of no file go,
 * since a meeting keeps its own copy. Answers how many changed.
 */
export const loadPackages = command(
  { permission: 'installation.operate', event: 'package.loaded' },
  async ({ db, now }: SystemScope, _set: string, packages: readonly MeetingPackage[]) => {
    let changed = 0;
    for (const meetingPackage of packages) {
      const { key: packageKey, version } = meetingPackage;
      const definition = JSON.stringify(meetingPackage);
      const [outcome] = await db
        .insertInto('package')
        .values({ packageKey, version, definition, loadedAt: now })
        .onConflict((earlier) =>
          earlier
            .column('packageKey')
            .doUpdateSet({ version, definition, loadedAt: now })
            .where('package.definition', 'is distinct from', definition),
        )
        .execute();
      changed += Number(outcome?.numInsertedOrUpdatedRows ?? 0);
    }
    const keys = packages.map(({ key }) => key);
    const gone = await db
      .deleteFrom('package')
      .where((row) => row.not(row('packageKey', 'in', keys.length > 0 ? keys : [''])))
      .executeTakeFirst();
    return made({ changed: changed + Number(gone.numDeletedRows) });
  },
);
