import type { SourceScope } from '#platform/scope.server.ts';
import { checkSheet } from './check.server.ts';
import type { Check } from './check.ts';
import { type ColumnPage, columnPageOf } from './column-page.ts';
import { markOf } from './confirm-delivery.server.ts';
import { type Correction, listCorrected } from './corrections.server.ts';
import { type Delivery, findDelivery, findDraft } from './deliveries.server.ts';
import { findSource, knowledgeFor } from './delivering.server.ts';
import { dayAt } from './delivery.ts';
import type { Mapping } from './mapping.ts';
import { problemsOf } from './problems.ts';
import { proposeMapping } from './proposal.ts';
import type { Sheet } from './sheet.ts';
import { findRemembered } from './source-mapping.server.ts';
import { sheetOfDraft } from './upload.server.ts';

/** An open draft of the person's own, and its file while it is there. */
export type OpenDraft = { delivery: Delivery; mapping: Mapping; sheet: Sheet | null };

/** What stands under the id of a delivery: the person's open draft, one that is no draft any more, or nothing. */
export async function findOpenDraft(
  scope: SourceScope,
  deliveryId: string,
): Promise<OpenDraft | 'closed' | null> {
  const draft = await findDraft(scope, deliveryId);
  if (draft) {
    const { mapping, hash: _, ...delivery } = draft;
    return { delivery, mapping, sheet: await sheetOfDraft(deliveryId) };
  }
  const delivery = await findDelivery(scope, deliveryId);
  return delivery && delivery.state !== 'draft' ? 'closed' : null;
}

/** The page on which the columns of a draft are looked at and mended. */
export async function readColumnPage(
  scope: SourceScope,
  sheet: Sheet,
  mapping: Mapping,
): Promise<ColumnPage> {
  const { known, measured } = await knowledgeFor(scope, scope.sourceId, dayAt(scope.now));
  const remembered = await findRemembered(scope, scope.sourceId, sheet);
  const proposal = proposeMapping(sheet, known, remembered);
  return columnPageOf(sheet, mapping, proposal, problemsOf(mapping, sheet, measured));
}

/** The page on which a draft is looked at before it is confirmed; null while there are open questions. */
export type CheckPage = { check: Check; mark: string; corrected: Correction[] };

/** Reads that page. It alone shows rows, and only to the person who uploaded them. */
export async function readCheckPage(
  scope: SourceScope,
  sheet: Sheet,
  mapping: Mapping,
): Promise<CheckPage | null> {
  const source = await findSource(scope, scope.sourceId);
  if (!source) return null;
  const checked = await checkSheet(scope, source, sheet, mapping);
  if ('problems' in checked) return null;
  const { check } = checked;
  const corrected = await listCorrected(scope, scope.sourceId, check.parts);
  return { check, mark: markOf(mapping, check), corrected };
}
