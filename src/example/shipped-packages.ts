import { fileURLToPath } from 'node:url';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { loadPackages } from '#domain/packages/load-packages.server.ts';
import { readPackages } from '#domain/packages/read-packages.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

const FOLDER = fileURLToPath(new URL('../../packages/', import.meta.url));

/**
 * Puts the packages of this release into the database, as its owner and after its indicators. Answers how many were
 * new, changed or gone.
 */
export async function loadShippedPackages(owner: Database, now: Date): Promise<number> {
  const loaded = await asSystem(owner, { now }, async (scope) =>
    loadPackages(scope, 'shipped', await readPackages(FOLDER, await listIndicators(scope))),
  );
  return loaded.done ? loaded.made.changed : 0;
}
