import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { birthOf } from '#platform/running.ts';

/** Who holds a lock: a process, and where it can be reached when it has said so. */
export type Holder = { pid: number; birth: string; address: string | null };

/** A lock that is ours: `tell` adds the address at which we can be reached, `release` gives it back. */
export type FolderLock = { tell(address: string): void; release(): void };

/**
 * Takes the lock that a file stands for, or tells who holds it. The lock of a process that no longer runs
 * counts for nothing, however that process ended and whoever has its number now.
 */
export async function takeLock(file: string): Promise<FolderLock | Holder> {
  const own: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? '', address: null };
  for (;;) {
    if (isWritten(file, own)) return lockOf(file, own);
    const found = await holderIn(file);
    if (found && birthOf(found.pid) === found.birth) return found;
    discard(file, found);
  }
}

function isWritten(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw problem;
  }
}

const lockOf = (file: string, own: Holder): FolderLock => ({
  tell(address) {
    writeFileSync(`${file}.${own.pid}`, JSON.stringify({ ...own, address }), { mode: 0o600 });
    renameSync(`${file}.${own.pid}`, file);
  },
  release() {
    if (readHolder(file)?.pid === own.pid) rmSync(file, { force: true });
  },
});

// A file without a holder is being written this very moment, or its writer was cut short.
async function holderIn(file: string): Promise<Holder | null> {
  for (let waits = 0; waits < 20; waits += 1) {
    const holder = readHolder(file);
    if (holder) return holder;
    await pause(25);
  }
  return null;
}

/** Who the lock file names, or null when it names nobody. */
export function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

// Two may judge the same dead lock at once: what was moved away is put back unless it is that very one.
function discard(file: string, judged: Holder | null): void {
  const away = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, away);
  } catch {
    return;
  }
  const moved = readHolder(away);
  if (moved && moved.birth !== judged?.birth) renameSync(away, file);
  else rmSync(away, { force: true });
}
