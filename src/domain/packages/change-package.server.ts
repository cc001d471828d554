import { command } from '#domain/access/command.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { PackageProblem } from './package-problem.ts';
import { parsePackage, type Reading } from './package-schema.ts';
import { findOwnPackage, type OwnPackage } from './packages.server.ts';

/** Fields of a package as a form brought them; they are checked with the rest before anything is stored. */
export type PackageChange = Readonly<Record<string, unknown>>;

/** What would be wrong with the cluster's own package if it were changed so; empty when nothing would. */
export async function problemsWith(
  scope: ClusterScope,
  own: OwnPackage,
  change: PackageChange,
): Promise<readonly PackageProblem[]> {
  const reading = await changed(scope, own, change);
  return 'problems' in reading ? reading.problems : [];
}

/**
 * Changes some fields of the cluster's own package. `seenAt` is when it was changed last as the writer saw it: what
 * somebody else changed meanwhile is not written over.
 */
export const changePackage = command(
  { permission: 'package.keep', event: 'package.changed' },
  async (scope: ClusterScope, ownPackageId: string, change: PackageChange, seenAt: Date) => {
    const own = await findOwnPackage(scope, ownPackageId);
    if (!own) return refused('no_such_package');
    if (own.endedAt) return refused('package_ended');
    const reading = await changed(scope, own, change);
    if ('problems' in reading) return refused('package_broken');
    const definition = { ...reading.package, version: own.definition.version + 1 };
    const written = await scope.db
      .updateTable('ownPackage')
      .set({ definition: JSON.stringify(definition), changedAt: scope.now })
      .where('ownPackageId', '=', ownPackageId)
      .where('changedAt', '=', seenAt)
      .executeTakeFirst();
    return written.numUpdatedRows > 0n ? done : refused('changed_meanwhile');
  },
);

async function changed(scope: ClusterScope, own: OwnPackage, change: PackageChange): Promise<Reading> {
  const indicators = await listIndicators(scope);
  return parsePackage({ ...own.definition, ...change }, new Set(indicators.map(({ key }) => key)));
}
