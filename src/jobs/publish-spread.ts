import { publishSpread } from '#domain/benchmarks/publish-spread.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Publishes what a publication asks for. A job that runs twice finds it finished. */
export async function publishSpreadTask(
  payload: { id: string },
  database: Database,
  clock: () => Date,
): Promise<void> {
  await asSystem(database, { now: clock() }, (scope) => publishSpread(scope, payload.id));
}
