/** An entry of a ZIP file as its directory tells of it. */
export type ZipEntry = { name: string; method: number; packedBytes: number; at: number };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;

/**
 * The entries of a ZIP file, from the directory at its end; nothing is unpacked. Null when the bytes are no whole
 * ZIP file, or one of more than `most` entries.
 */
export function zipEntriesOf(bytes: Uint8Array, most = 20_000): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > most) return null;
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) return null;
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name!)),
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += ENTRY_BYTES + name! + extra! + comment!;
  }
  return entries;
}

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;

/** The bytes of an entry as they are packed, or null where the file does not hold them. */
export function packedBytesOf(bytes: Uint8Array, { at, packedBytes }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + LOCAL_BYTES > bytes.length || view.getUint32(at, true) !== LOCAL) return null;
  const from = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return from + packedBytes <= bytes.length ? bytes.subarray(from, from + packedBytes) : null;
}

function endOfDirectory(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= earliest; at--)
    if (view.getUint32(at, true) === END) return at;
  return null;
}
