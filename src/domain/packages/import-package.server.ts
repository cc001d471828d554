import { randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { titleApart } from './package.ts';
import { readPackageFile } from './package-file.ts';
import type { Reading } from './package-schema.ts';
import { listOwnTitles } from './packages.server.ts';

/** Reads the file of a package that the cluster was sent, and says all that is wrong with it. Stores nothing. */
export async function readSentPackage(scope: Pick<ClusterScope, 'db'>, text: string): Promise<Reading> {
  const indicators = await listIndicators(scope);
  return readPackageFile(text, new Set(indicators.map(({ key }) => key)));
}

/** Takes in a package that the cluster was sent, as one of its own; refuses one that is not in order. */
export const importPackage = command(
  { permission: 'package.keep', event: 'package.imported' },
  async (scope: ClusterScope, clusterId: string, text: string) => {
    const reading = await readSentPackage(scope, text);
    if ('problems' in reading) return refused('package_broken');
    const { author, key: packageKey, title } = reading.package;
    const definition = { ...reading.package, title: titleApart(title, await listOwnTitles(scope)) };
    const ownPackageId = randomUUID();
    await scope.db
      .insertInto('ownPackage')
      .values({
        clusterId,
        ownPackageId,
        packageKey,
        definition: JSON.stringify(definition),
        madeFrom: author,
        changedAt: scope.now,
      })
      .execute();
    return made({ ownPackageId });
  },
);
