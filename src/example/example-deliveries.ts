import { requestPublication } from '#domain/benchmarks/request-publication.server.ts';
import { deliverText } from '#domain/deliveries/deliver-text.server.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { type ExampleFile, exampleFileText } from '#domain/tryout/example-file.ts';
import type { Database } from '#platform/database.ts';
import { publishSpreadTask } from '../jobs/publish-spread.ts';
import { type Actor, accomplished } from './stage.ts';

/** A file of the example world, and the source that delivers it. */
export type ExampleDelivery = { file: ExampleFile; sourceId: string };

/** Delivers an example file as its source would, through the same reading, checks and confirmation. */
export async function deliverExample(
  deliverer: Actor,
  { file, sourceId }: ExampleDelivery,
  indicators: readonly Indicator[],
): Promise<void> {
  const bytes = new TextEncoder().encode(exampleFileText(file, indicators));
  const name = `${file.keys[0]?.replace(/\d/, '')}-${file.year}.csv`;
  const extractedOn = deliverer.now.toISOString().slice(0, 10);
  const outcome = await deliverer.asSource(sourceId, (scope) =>
    deliverText(scope, sourceId, { name, bytes }, { extractedOn }),
  );
  accomplished(outcome, ['delivered_before']);
}

/** Has a coordinator publish a file's indicators in a cluster. The worker's login publishes, here as in the queue. */
export async function publishExample(
  worker: Database,
  coordinator: Actor,
  clusterId: string,
  { file, sourceId }: ExampleDelivery,
): Promise<void> {
  const period = { from: `${file.year}-01-01`, until: `${file.year}-12-31` };
  for (const key of file.keys) {
    const id = await coordinator.inCluster(clusterId, async (scope) =>
      accomplished(await requestPublication(scope, key, { period, sourceId })),
    );
    if (id) await publishSpreadTask({ id }, worker, () => coordinator.now);
  }
}
