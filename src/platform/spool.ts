import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { chmod, type FileHandle, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { webSettingsFrom } from './settings.ts';

/** The largest file that is taken, in bytes. */
export const MOST_BYTES = 200_000_000;
/** How long a file waits for its deliverer, in hours, before it is deleted unread. */
export const KEPT_HOURS = 24;

/** How large a spooled file is in clear, and the SHA-256 of it. */
export type Spooled = { bytes: number; hash: Buffer };
export type SpoolRefusal = 'too_large' | 'no_room';

/**
 * Files that wait to be checked and confirmed. They stand on disk encrypted (AES-256-GCM) under a key that only
 * this process holds, in its memory: whoever takes the disk, or starts the process anew, has nothing.
 */
export type Spool = {
  /** Encrypts a file as it arrives. A refused or broken one leaves nothing behind. */
  write(
    id: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<Spooled | SpoolRefusal>;
  /** The file in clear, or null when it is gone or somebody touched it. */
  read(id: string): Promise<Buffer | null>;
  /** Deletes the file; that it was deleted before is no fault. */
  forget(id: string): Promise<void>;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Opens a spool in the folder and deletes what an earlier process left there. */
export async function openSpool(folder: string, mostBytes = MOST_BYTES): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  await Promise.all((await readdir(folder)).map((name) => rm(join(folder, name), { recursive: true })));
  const key = randomBytes(32);
  const fileOf = (id: string) => join(folder, nameIn(id));
  const forget = (id: string) => rm(fileOf(id), { force: true });

  return {
    forget,
    async write(id, chunks) {
      await forgetTheOld(folder);
      const file = await open(fileOf(id), 'wx', 0o600);
      try {
        const written = await encrypt(file, { chunks, key, id, mostBytes });
        if (written === 'too_large') await forget(id);
        return written;
      } catch (problem) {
        await forget(id);
        if ((problem as NodeJS.ErrnoException).code === 'ENOSPC') return 'no_room';
        throw problem;
      } finally {
        await file.close();
      }
    },
    async read(id) {
      const sealed = await readFile(fileOf(id)).catch(() => null);
      return sealed && decrypt(sealed, key, id);
    },
  };
}

let opened: Promise<Spool> | null = null;

/** The spool of the web process, in its data folder. Opened once; opening it empties the folder. */
export function webSpool(): Promise<Spool> {
  opened ??= openSpool(join(webSettingsFrom(process.env).dataDir, 'spool'));
  return opened;
}

type Writing = {
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  key: Buffer;
  id: string;
  mostBytes: number;
};

// What is too large is still read to its end, so that the answer reaches a browser that is still sending.
async function encrypt(file: FileHandle, { chunks, key, id, mostBytes }: Writing) {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const hash = createHash('sha256');
  let bytes = 0;
  await file.write(nonce);
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > mostBytes) continue;
    hash.update(chunk);
    await file.write(cipher.update(chunk));
  }
  if (bytes > mostBytes) return 'too_large';
  await file.write(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
  return { bytes, hash: hash.digest() };
}

function decrypt(sealed: Buffer, key: Buffer, id: string): Buffer | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const body = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return null;
  }
}

// The age of a file is told by the machine that wrote it, so the machine's own time is asked.
async function forgetTheOld(folder: string): Promise<void> {
  const oldest = systemClock.now().getTime() - KEPT_HOURS * 3_600_000;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < oldest) await rm(path, { force: true });
  }
}

function nameIn(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError('a spooled file is named by an id');
  return id;
}
