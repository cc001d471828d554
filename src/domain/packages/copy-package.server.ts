import { randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { titleApart } from './package.ts';
import { findPackage, listOwnTitles } from './packages.server.ts';

/** Makes a package that came along the cluster's own, to be changed. What it makes is the id of the copy. */
export const copyPackage = command(
  { permission: 'package.keep', event: 'package.copied' },
  async (scope: ClusterScope, packageKey: string) => {
    const found = await findPackage(scope, { packageKey });
    if (!found) return refused('no_such_package');
    const definition = { ...found, title: titleApart(found.title, await listOwnTitles(scope)) };
    const { clusterId, db, now } = scope;
    const ownPackageId = randomUUID();
    await db
      .insertInto('ownPackage')
      .values({
        clusterId,
        ownPackageId,
        packageKey,
        definition: JSON.stringify(definition),
        madeFrom: packageKey,
        changedAt: now,
      })
      .execute();
    return made({ ownPackageId });
  },
);
