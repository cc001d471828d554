import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded } from '#platform/embedded-postgres.ts';
import type { DatabaseUrls, Settings } from '#platform/settings.ts';
import { type FolderLock, takeLock } from './folder-lock.ts';

/** A database for a while: its three logins, the address of a Klyngerum that runs on it, and the way back. */
export type Borrowed = { urls: DatabaseUrls; address: string | null; giveBack(): Promise<void> };

/**
 * The installation's database, for one command beside or without a running Klyngerum. The embedded one is
 * started when it does not run, and then stopped again; a start or another command under way is waited for.
 */
export async function borrowDatabase({ database, dataDir }: Settings): Promise<Borrowed> {
  if (database.kind === 'external') return { urls: database.urls, address: null, giveBack: async () => {} };
  for (;;) {
    const lock = await takeLock(join(dataDir, 'klyngerum.lock'));
    if ('release' in lock) return startForAWhile(dataDir, lock);
    if (lock.address !== null) {
      const { urls } = await startEmbedded(dataDir);
      return { urls, address: lock.address, giveBack: async () => {} };
    }
    await pause(100);
  }
}

async function startForAWhile(dataDir: string, lock: FolderLock): Promise<Borrowed> {
  try {
    const { urls, stop } = await startEmbedded(dataDir);
    const giveBack = async () => {
      await stop();
      lock.release();
    };
    return { urls, address: null, giveBack };
  } catch (problem) {
    lock.release();
    throw problem;
  }
}
