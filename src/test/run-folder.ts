import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthOf } from '#platform/running.ts';

// Where Linux keeps files in memory. A database is copied there in a tenth of the time that a disk takes.
const MEMORY = '/dev/shm';
const NEEDED_BYTES = 6 * 1024 ** 3;
const LONGEST_RUN_MS = 3_600_000;

/**
 * Makes a folder for all that a run of the tests writes: in memory where the machine has room, else on its disk. What
 * runs that were killed have left in memory goes.
 */
export function makeRunFolder(): string {
  const parent = isRoomIn(MEMORY) ? MEMORY : tmpdir();
  if (parent === MEMORY) removeLeftOvers(parent);
  const folder = mkdtempSync(join(parent, `kt-${process.pid}-`));
  // The account that a database runs as may have to pass through.
  chmodSync(folder, 0o711);
  return folder;
}

function isRoomIn(memory: string): boolean {
  if (process.platform !== 'linux' || freemem() < NEEDED_BYTES) return false;
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= NEEDED_BYTES;
  } catch {
    return false;
  }
}

function removeLeftOvers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const [, pid] = /^kt-(\d+)-/.exec(name) ?? [];
    const folder = join(parent, name);
    const found = pid && statSync(folder, { throwIfNoEntry: false });
    if (!found || found.uid !== process.getuid?.()) continue;
    // The number may be of another container that shares the memory, so it must be old, too.
    if (found.mtimeMs < Date.now() - LONGEST_RUN_MS && birthOf(Number(pid)) === null)
      rmSync(folder, { recursive: true, force: true });
  }
}
