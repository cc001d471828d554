import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { findOwnPackage } from './packages.server.ts';

/** Takes the cluster's own package out of its library. Meetings made of it keep their copy; it can be taken back. */
export const endPackage = command(
  { permission: 'package.keep', event: 'package.ended' },
  async (scope: ClusterScope, ownPackageId: string) => {
    if (!(await findOwnPackage(scope, ownPackageId))) return refused('no_such_package');
    await setEnd(scope, ownPackageId, scope.now);
    return done;
  },
);

/** Takes a package that was taken out back into the library. */
export const resumePackage = command(
  { permission: 'package.keep', event: 'package.resumed' },
  async (scope: ClusterScope, ownPackageId: string) => {
    if (!(await findOwnPackage(scope, ownPackageId))) return refused('no_such_package');
    await setEnd(scope, ownPackageId, null);
    return done;
  },
);

async function setEnd({ db }: ClusterScope, ownPackageId: string, endedAt: Date | null): Promise<void> {
  await db
    .updateTable('ownPackage')
    .set({ endedAt })
    .where('ownPackageId', '=', ownPackageId)
    .where('endedAt', endedAt ? 'is' : 'is not', null)
    .execute();
}
