import { randomUUID } from 'node:crypto';
import type { SourceScope } from '#platform/scope.server.ts';
import { findDelivery } from './deliveries.server.ts';
import { dayAt } from './delivery.ts';
import type { FileRefusal } from './file-refusal.ts';

/** What the form of a delivery needs to be shown, and what it tells of a refusal before. */
export async function readFirstStep(scope: SourceScope, refusal: FileRefusal | null) {
  return {
    today: dayAt(scope.now),
    // Made here, since a browser on plain http makes no ids, and the script of this page would need one.
    commands: [randomUUID(), randomUUID()],
    refused: refusal && (await toldOf(scope, refusal)),
  };
}

/** What is told of a refusal: when a file was delivered before, also when that was. */
export async function toldOf(scope: SourceScope, refusal: FileRefusal) {
  const earlier = refusal.delivery ? await findDelivery(scope, refusal.delivery) : null;
  return { refusal, deliveredAt: earlier?.confirmedAt ?? null };
}
