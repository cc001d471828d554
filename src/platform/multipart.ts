import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';

/** The largest text that may be pasted into a field, in bytes. */
export const MOST_PASTED_BYTES = 20_000_000;

/** A part of a form that holds a file: its name as the browser told it, and its bytes as they arrive. */
export type FilePart = { fileName: string; chunks: AsyncIterable<Uint8Array> };

/** The fields of the form, and what was made of its file; null where it holds none. */
export type Multipart<Taken> = { form: FormData; taken: Taken | null };
export type MultipartRefusal = 'wrong_form' | 'too_large';

/**
 * Reads a form with at most one file, which never stands in memory as a whole: `take` gets it in pieces. Refuses
 * what is no such form, and a field longer than `mostFieldBytes`. Fails when the sender breaks off, and so does
 * what `take` reads.
 */
export async function readMultipart<Taken>(
  request: Request,
  take: (part: FilePart) => Promise<Taken>,
  mostFieldBytes = MOST_PASTED_BYTES,
): Promise<Multipart<Taken> | MultipartRefusal> {
  const parser = parserFor(request, mostFieldBytes);
  if (!parser || !request.body) return 'wrong_form';
  const form = new FormData();
  let refusal: MultipartRefusal | null = null;
  let taking: Promise<Taken> | null = null;
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) refusal = 'too_large';
    else form.append(name, value);
  });
  parser.on('file', (_, file, { filename = '' }) => {
    // Who takes the file hears of its breaking off by reading it; here it only must not go unheard.
    file.on('error', () => undefined);
    taking = take({ fileName: filename, chunks: file.iterator({ destroyOnReturn: false }) });
    // What was not taken is read to its end, so that the form comes to one; the failure is told below.
    const drained = () => void file.resume();
    taking.then(drained, drained);
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    parser.on(limit, () => {
      refusal = 'wrong_form';
    });
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  const broken = await pipeline(body, parser).then(
    () => null,
    (problem: Error) => problem,
  );
  const taken = await taking;
  if (broken) throw broken;
  return refusal ?? { form, taken };
}

function parserFor(request: Request, mostFieldBytes: number) {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return null;
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, parts: 11, fieldNameSize: 100, fieldSize: mostFieldBytes },
    });
  } catch {
    return null;
  }
}
