import { randomUUID } from 'node:crypto';
import { type FilePart, readMultipart } from '#platform/multipart.ts';
import type { SourceScope } from '#platform/scope.server.ts';
import { type Spooled, type SpoolRefusal, webSpool } from '#platform/spool.ts';
import { parseDate } from './calendar-date.ts';
import { findDelivered } from './deliveries.server.ts';
import { dayAt } from './delivery.ts';
import type { FileRefusal } from './file-refusal.ts';
import { readFile, readSearchedFile } from './read-file.server.ts';
import type { Sheet } from './sheet.ts';
import { startDelivery, type Upload } from './start-delivery.server.ts';

/** A file that was searched and waits, encrypted, under the id that its delivery will have. */
export type Received = { deliveryId: string; upload: Upload; sheet: Sheet };
/** The fields of the form beside the file, and what came of the file. */
export type Receipt = { form: FormData } & ({ received: Received } | { refusal: FileRefusal });

type Arrived = { fileName: string; spooled: Spooled | SpoolRefusal };

/**
 * Receives the form of an upload: a file, or a text that was pasted in its place, and the day of the extract. A
 * refused file leaves nothing behind, here or in the database.
 */
export async function receiveUpload(request: Request, now: Date): Promise<Receipt> {
  const deliveryId = randomUUID();
  try {
    const read = await readMultipart(request, (part) => spoolFile(deliveryId, part));
    if (typeof read === 'string') return await gone(deliveryId, new FormData(), { reason: read });
    const { form } = read;
    const text = textOf(form, 'text');
    if (read.taken && text.trim()) return await gone(deliveryId, form, { reason: 'both_given' });
    if (!read.taken && !text.trim()) return await gone(deliveryId, form, { reason: 'no_file' });
    return await settle(deliveryId, read.taken ?? (await spoolText(deliveryId, '', text)), { form, now });
  } catch (problem) {
    await forgetFile(deliveryId);
    throw problem;
  }
}

/** The same for a text that the product itself offers. */
export async function receiveText(
  { name, text }: { name: string; text: string },
  form: FormData,
  now: Date,
): Promise<Receipt> {
  const deliveryId = randomUUID();
  return settle(deliveryId, await spoolText(deliveryId, name, text), { form, now });
}

/** What begins with a received file, or why it does not; then the file is gone. */
export type Begun = { deliveryId: string; isSettled: boolean } | { refusal: FileRefusal };

/** Begins the delivery of a received file, once: a form that is sent twice leads to the same one. */
export async function beginDelivery(
  scope: SourceScope,
  { deliveryId, upload, sheet }: Received,
): Promise<Begun> {
  const earlier = await findDelivered(scope, scope.sourceId, upload.hash);
  if (earlier) return { refusal: { reason: 'delivered_before', delivery: earlier.deliveryId } };
  const started = await startDelivery(scope, deliveryId, upload, sheet);
  if (!started.done) throw new Error(started.reason);
  return started.made;
}

/** Lets a file begin its delivery; one that does not, or that a repeat brought once more, is forgotten. */
export async function begunOrForgotten({ deliveryId }: Received, beginning: Promise<Begun>): Promise<Begun> {
  const begun = await beginning.catch(async (problem: unknown) => {
    await forgetFile(deliveryId);
    throw problem;
  });
  if ('refusal' in begun || begun.deliveryId !== deliveryId) await forgetFile(deliveryId);
  return begun;
}

/** The table of a draft, or null when the file is gone: confirmed, thrown away, or left behind by a restart. */
export async function sheetOfDraft(deliveryId: string): Promise<Sheet | null> {
  const bytes = await (await webSpool()).read(deliveryId);
  const sheet = bytes && readSearchedFile(bytes);
  return sheet && 'rows' in sheet ? sheet : null;
}

/** Deletes the waiting file of a delivery. */
export async function forgetFile(deliveryId: string): Promise<void> {
  await (await webSpool()).forget(deliveryId);
}

// A browser sends an empty part without a name where no file was chosen.
async function spoolFile(deliveryId: string, { fileName, chunks }: FilePart): Promise<Arrived | null> {
  if (fileName === '') return null;
  return { fileName, spooled: await (await webSpool()).write(deliveryId, chunks) };
}

async function spoolText(deliveryId: string, fileName: string, text: string): Promise<Arrived> {
  return { fileName, spooled: await (await webSpool()).write(deliveryId, [Buffer.from(text)]) };
}

async function settle(
  deliveryId: string,
  { fileName, spooled }: Arrived,
  { form, now }: { form: FormData; now: Date },
): Promise<Receipt> {
  if (typeof spooled === 'string') return { form, refusal: { reason: spooled } };
  const today = dayAt(now);
  const told = textOf(form, 'extracted').trim();
  const extractedOn = told ? parseDate(told) : null;
  if (told && (!extractedOn || extractedOn > today))
    return gone(deliveryId, form, { reason: 'extract_date' });
  const bytes = await (await webSpool()).read(deliveryId);
  const sheet = readFile({ name: fileName, bytes: bytes ?? Buffer.alloc(0) }, today);
  if ('reason' in sheet) return gone(deliveryId, form, sheet);
  return { form, received: { deliveryId, upload: { fileName, ...spooled, extractedOn }, sheet } };
}

async function gone(deliveryId: string, form: FormData, refusal: FileRefusal): Promise<Receipt> {
  await forgetFile(deliveryId);
  return { form, refusal };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
