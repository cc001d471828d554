import { createHash, randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { type Outcome, refused } from '#platform/outcome.ts';
import { type Checked, checkSheet } from './check.server.ts';
import { type Confirmed, confirm, readyIn, waitForOthers } from './confirm-delivery.server.ts';
import { type DeliveryScope, findSource, type Source } from './delivering.server.ts';
import { type DeliveryRefusal, dayAt } from './delivery.ts';
import type { FileRefusal } from './file-refusal.ts';
import { type Mapping, withDecimalSign } from './mapping.ts';
import type { DecimalSign } from './number-format.ts';
import type { Period } from './period.ts';
import { type DeliveredFile, readFile } from './read-file.server.ts';
import type { Sheet } from './sheet.ts';
import { insertDraft, understand } from './start-delivery.server.ts';

/** What only the deliverer can know of a file, told beforehand; and the day of its extract. */
export type Answers = {
  decimal?: DecimalSign | undefined;
  splitYearFrom?: number | undefined;
  indicatorKey?: string | undefined;
  period?: Period | undefined;
  areZerosReal?: boolean | undefined;
  extractedOn?: string | undefined;
};

/** A file that could be delivered as it is understood, or whose questions are still open. */
export type Examined = { source: Source; sheet: Sheet; mapping: Mapping; checked: Checked };
export type NotExamined = { refusal: FileRefusal | { reason: 'not_there' } };

/** Reads, searches, understands and checks a file in one go. Changes nothing, so it may be tried again. */
export async function examine(
  scope: DeliveryScope,
  sourceId: string,
  file: DeliveredFile,
  answers: Answers = {},
): Promise<Examined | NotExamined> {
  const source = await findSource(scope, sourceId);
  if (!source) return { refusal: { reason: 'not_there' } };
  const sheet = readFile(file, dayAt(scope.now));
  if ('reason' in sheet) return { refusal: sheet };
  const { mapping } = await understand(scope, sourceId, sheet);
  const answered = answeredWith(mapping, sheet, answers);
  return { source, sheet, mapping: answered, checked: await checkSheet(scope, source, sheet, answered) };
}

/** Delivers a file in one go, as the pages do it in four steps: the same search, checks, refusals and journal. */
export function deliverText(
  scope: DeliveryScope,
  sourceId: string,
  file: DeliveredFile,
  answers: Answers = {},
): Promise<Outcome<DeliveryRefusal | FileRefusal['reason'] | 'confirm_again', Confirmed>> {
  return deliverFile(scope, randomUUID(), { sourceId, file, answers });
}

type Request = { sourceId: string; file: DeliveredFile; answers: Answers };

const deliverFile = command(
  { permission: 'figure.deliver', event: 'delivery.confirmed' },
  async (
    scope: DeliveryScope,
    deliveryId: string,
    { sourceId, file, answers }: Request,
  ): Promise<Outcome<DeliveryRefusal | FileRefusal['reason'], Confirmed>> => {
    await waitForOthers(scope, sourceId);
    const examined = await examine(scope, sourceId, file, answers);
    if ('refusal' in examined) return refused(examined.refusal.reason);
    const { source, sheet, mapping, checked } = examined;
    const hash = createHash('sha256').update(file.bytes).digest();
    const ready = await readyIn(scope, source, hash, checked);
    if (typeof ready === 'string') return refused(ready);
    const upload = { fileName: file.name, bytes: file.bytes.length, hash };
    const extractedOn = answers.extractedOn ?? null;
    await insertDraft(scope, { deliveryId, sourceId }, { ...upload, extractedOn }, mapping);
    return confirm(scope, source, { deliveryId, hash, mapping }, { sheet, ready });
  },
);

function answeredWith(mapping: Mapping, sheet: Sheet, answers: Answers): Mapping {
  const { decimal, splitYearFrom, indicatorKey, period, areZerosReal } = answers;
  const told: Mapping = {
    ...mapping,
    splitYearFrom: splitYearFrom ?? mapping.splitYearFrom,
    fixedIndicatorKey: indicatorKey ?? mapping.fixedIndicatorKey,
    fixedPeriod: period ?? mapping.fixedPeriod,
    areZerosReal: areZerosReal ?? mapping.areZerosReal,
  };
  return decimal ? withDecimalSign(told, sheet, decimal) : told;
}
