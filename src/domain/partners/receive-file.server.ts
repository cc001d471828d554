import { randomUUID } from 'node:crypto';
import { holdsCprNumber } from '#domain/deliveries/file-name.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { type FilePart, readMultipart } from '#platform/multipart.ts';
import { webSpool } from '#platform/spool.ts';
import { wordsOfSlides } from './file-words.server.ts';
import { holdsCpr } from './guest.ts';
import {
  cleanedName,
  FIRST_BYTES,
  type FilePurpose,
  isMediaType,
  KEPT,
  type KeptFileRefusal,
  type MediaType,
  mayBe,
  mediaTypeOf,
} from './kept-file.ts';

/** A file that arrived whole and is of a kind that is taken. */
export type ReceivedFile = { name: string; mediaType: MediaType; bytes: Buffer };
/** The fields of a form, and what came of its file: null where none was chosen. */
export type ReceivedForm = { form: FormData; file: ReceivedFile | KeptFileRefusal | null };

type Arriving = { purpose: FilePurpose; now: Date };

/**
 * Receives a form with at most one file of this purpose. The file is looked at as it arrives: what is of another
 * kind, or too large, is written nowhere, and only read on so that the answer reaches a browser that still sends.
 * What may be right waits encrypted on disk, and one file at a time is held in memory to be looked at whole.
 */
export async function receiveForm(request: Request, purpose: FilePurpose, now: Date): Promise<ReceivedForm> {
  const read = await readMultipart(request, (part) => receiveFile(part, { purpose, now }), LONGEST_FIELD);
  if (typeof read === 'string') return { form: new FormData(), file: 'wrong_form' };
  return { form: read.form, file: read.taken };
}

const LONGEST_FIELD = 20_000;

async function receiveFile({ fileName, chunks }: FilePart, { purpose, now }: Arriving) {
  // A browser sends an empty part without a name where no file was chosen.
  if (fileName === '') return null;
  const id = randomUUID();
  const spool = await webSpool();
  const arriving = { refusal: null as KeptFileRefusal | null };
  try {
    const spooled = await spool.write(id, guarded(chunks, purpose, arriving));
    if (spooled === 'no_room') return 'no_room';
    if (arriving.refusal) return arriving.refusal;
    return await inTurn(async () => opened(fileName, (await spool.read(id)) ?? Buffer.alloc(0), now));
  } finally {
    await spool.forget(id);
  }
}

/** Hands on what may be a file of the purpose, and swallows the rest of what cannot. */
async function* guarded(
  chunks: AsyncIterable<Uint8Array>,
  purpose: FilePurpose,
  arriving: { refusal: KeptFileRefusal | null },
): AsyncGenerator<Uint8Array> {
  let first = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of chunks) {
    if (arriving.refusal) continue;
    bytes += chunk.length;
    if (bytes > KEPT[purpose].mostBytes) arriving.refusal = 'file_too_large';
    else if (first.length >= FIRST_BYTES) yield chunk;
    else {
      first = Buffer.concat([first, chunk]);
      if (first.length < FIRST_BYTES) continue;
      if (mayBe(purpose, first)) yield first;
      else arriving.refusal = 'file_wrong_kind';
    }
  }
  if (!arriving.refusal && first.length < FIRST_BYTES)
    arriving.refusal = bytes === 0 ? 'file_broken' : 'file_wrong_kind';
}

function opened(fileName: string, bytes: Buffer, now: Date): ReceivedFile | KeptFileRefusal {
  const mediaType = mediaTypeOf(bytes);
  if (!isMediaType(mediaType)) return mediaType;
  const today = dayOf(now);
  if (holdsCprNumber(fileName, today)) return 'file_holds_cpr';
  const words = wordsOfSlides(bytes, mediaType);
  if (words === null) return 'file_broken';
  return holdsCpr(words, today)
    ? 'file_holds_cpr'
    : { name: cleanedName(fileName, mediaType), mediaType, bytes };
}

let last: Promise<unknown> = Promise.resolve();

// Files wait for one another here, so that many at once never stand in memory together.
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
