import { fileURLToPath } from 'node:url';
import { loadIndicators } from '#domain/indicators/load-indicators.server.ts';
import { readIndicators } from '#domain/indicators/read-indicators.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';
import { buildWorld, type Tell } from './build-world.ts';
import { readWorldFiles } from './read-world.ts';
import { type ClusterKind, planWorld } from './world-plan.ts';

const INDICATORS = fileURLToPath(new URL('./indicators/', import.meta.url));

export type England = { folder: string; by: ClusterKind; now: Date };

/** Reads the English files, plans a country from them, and makes it as the owner, with its indicators. */
export async function buildEngland(owner: Database, { folder, by, now }: England, tell: Tell) {
  tell('files');
  const plan = planWorld(await readWorldFiles(folder), by);
  const indicators = await readIndicators(INDICATORS);
  return asSystem(owner, { now }, async (scope) => {
    await loadIndicators(scope, 'england', indicators);
    return buildWorld(scope, 'england', plan, tell);
  });
}
