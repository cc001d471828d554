import { command } from '#domain/access/command.server.ts';
import { made } from '#platform/outcome.ts';
import type { SourceScope } from '#platform/scope.server.ts';
import { type DeliveryScope, knowledgeFor } from './delivering.server.ts';
import { dayAt } from './delivery.ts';
import type { Mapping } from './mapping.ts';
import { problemsOf } from './problems.ts';
import { proposeMapping } from './proposal.ts';
import type { Sheet } from './sheet.ts';
import { findRemembered } from './source-mapping.server.ts';

/** What is kept of a file that may be delivered: its name and mark, and the day of its extract where it was told. */
export type Upload = { fileName: string; bytes: number; hash: Buffer; extractedOn: string | null };

/** How a file is probably to be understood; `isSettled` when an earlier one of its kind answered every question. */
export type Understanding = { mapping: Mapping; isSettled: boolean };

/** Proposes how to understand a file, from what the source confirmed before. */
export async function understand(
  scope: DeliveryScope,
  sourceId: string,
  sheet: Sheet,
): Promise<Understanding> {
  const { known, measured } = await knowledgeFor(scope, sourceId, dayAt(scope.now));
  const remembered = await findRemembered(scope, sourceId, sheet);
  const { mapping } = proposeMapping(sheet, known, remembered);
  const isSettled = remembered !== undefined && problemsOf(mapping, sheet, measured).length === 0;
  return { mapping, isSettled };
}

/** Writes a draft down: the file's name and mark and a mapping, and not one cell of it. */
export async function insertDraft(
  scope: DeliveryScope,
  { deliveryId, sourceId }: { deliveryId: string; sourceId: string },
  { fileName, bytes, hash, extractedOn }: Upload,
  mapping: Mapping,
): Promise<void> {
  await scope.db
    .insertInto('delivery')
    .values({
      deliveryId,
      sourceId,
      delivererId: scope.kind === 'source' ? scope.personId : null,
      state: 'draft',
      fileName: fileName.slice(0, 200),
      fileHash: hash,
      fileBytes: bytes,
      extractedOn,
      mapping: JSON.stringify(mapping),
      startedAt: scope.now,
    })
    .execute();
}

/** Begins a delivery with a file that was read and searched. Nothing of it is a measurement yet. */
export const startDelivery = command(
  { permission: 'figure.deliver', event: 'delivery.started' },
  async (scope: SourceScope, deliveryId: string, upload: Upload, sheet: Sheet) => {
    const { mapping, isSettled } = await understand(scope, scope.sourceId, sheet);
    await insertDraft(scope, { deliveryId, sourceId: scope.sourceId }, upload, mapping);
    return made({ deliveryId, isSettled });
  },
);
