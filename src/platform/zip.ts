import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a ZIP: its name, and its bytes, which are asked for when its turn has come. */
export type ZipPart = { name: string; read: () => Promise<Uint8Array>; isPackedAlready?: boolean };

/**
 * A ZIP file as a stream. One part at a time stands in memory; a part that cannot be read breaks the stream off, so
 * that nobody takes half a file for a whole one. `at` is the time that its files bear.
 */
export function zipOf(parts: readonly ZipPart[], at: Date): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (problem) => out.destroy(problem as Error));
  for (const { name, read, isPackedAlready = false } of parts)
    zip.addReadStreamLazy(name, { mtime: at, compress: !isPackedAlready }, (take) => {
      read().then(
        (bytes) => take(null, Readable.from([Buffer.from(bytes)])),
        (problem: unknown) => take(problem, Readable.from([])),
      );
    });
  zip.end();
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}
