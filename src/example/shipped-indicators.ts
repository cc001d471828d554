import { fileURLToPath } from 'node:url';
import { loadIndicators } from '#domain/indicators/load-indicators.server.ts';
import { readIndicators } from '#domain/indicators/read-indicators.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

const FOLDER = fileURLToPath(new URL('../../indicators/', import.meta.url));

/** Puts the indicators of this release into the database, as its owner. Answers how many were new or changed. */
export async function loadShippedIndicators(owner: Database, now: Date): Promise<number> {
  const indicators = await readIndicators(FOLDER);
  const loaded = await asSystem(owner, { now }, (scope) => loadIndicators(scope, 'shipped', indicators));
  return loaded.done ? loaded.made.changed : 0;
}
