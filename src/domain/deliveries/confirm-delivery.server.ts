import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { type Done, made, refused } from '#platform/outcome.ts';
import type { SourceScope } from '#platform/scope.server.ts';
import { type Checked, checkSheet } from './check.server.ts';
import type { Check } from './check.ts';
import { findDelivered, findDraft } from './deliveries.server.ts';
import { type DeliveryScope, findSource, type Source } from './delivering.server.ts';
import type { Counts, DeliveryRefusal } from './delivery.ts';
import type { Mapping } from './mapping.ts';
import type { Sheet } from './sheet.ts';
import { remember } from './source-mapping.server.ts';
import { takeIn } from './take-in.server.ts';

/** A draft as it is to be confirmed: which it is, its mark, and how its columns are understood. */
export type Confirming = { deliveryId: string; hash: Buffer; mapping: Mapping };
export type Confirmed = { deliveryId: string } & Counts;
type Ready = Exclude<Checked, { problems: unknown }>;

/** What was checked when it can be taken in, or why it cannot. Stores nothing. */
export async function readyIn(
  scope: DeliveryScope,
  source: Source,
  hash: Buffer,
  checked: Checked,
): Promise<Ready | DeliveryRefusal> {
  if ('problems' in checked) return 'questions_open';
  if (checked.check.realNumbers) return 'real_numbers';
  if (checked.taken.length === 0) return 'nothing_to_deliver';
  return (await findDelivered(scope, source.sourceId, hash)) ? 'delivered_before' : checked;
}

/** Takes in what is ready, and remembers how the file was understood. */
export async function confirm(
  scope: DeliveryScope,
  source: Source,
  { deliveryId, mapping }: Confirming,
  { sheet, ready }: { sheet: Sheet; ready: Ready },
): Promise<Done<Confirmed>> {
  const { check, taken } = ready;
  await takeIn(scope, deliveryId, { mapping, taken, counts: check.counts });
  await remember(scope, source.sourceId, sheet, mapping);
  return made({ deliveryId, ...check.counts });
}

/** One confirmation of a source at a time, so that two of the same file cannot both be the first. */
export async function waitForOthers({ db }: DeliveryScope, sourceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sourceId}, 14))`.execute(db);
}

/**
 * A mark of what the uploader was shown. When the mapping or the practices have changed since, in another window
 * or by another hand, the mark is another one.
 */
export function markOf(mapping: Mapping, check: Check): string {
  return createHash('sha256')
    .update(JSON.stringify([mapping, check]))
    .digest('base64url')
    .slice(0, 22);
}

/**
 * Confirms the own draft as it was shown: from here on its figures are measurements. `sheet` is the uploaded file,
 * null when it is gone; `mark` is that of the check page.
 */
export const confirmDelivery = command(
  { permission: 'figure.deliver', event: 'delivery.confirmed' },
  async (scope: SourceScope, deliveryId: string, sheet: Sheet | null, mark: string) => {
    await waitForOthers(scope, scope.sourceId);
    const draft = await findDraft(scope, deliveryId);
    const source = await findSource(scope, scope.sourceId);
    if (!draft || !source) return refused('not_open');
    if (!sheet) return refused('upload_again');
    const checked = await checkSheet(scope, source, sheet, draft.mapping);
    const ready = await readyIn(scope, source, draft.hash, checked);
    if (typeof ready === 'string') return refused(ready);
    if (markOf(draft.mapping, ready.check) !== mark) return refused('changed_since');
    return confirm(scope, source, draft, { sheet, ready });
  },
);
