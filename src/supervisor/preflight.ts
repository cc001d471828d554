import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { type StartRefusal, StartRefused } from './refused.ts';

/** The port that can be listened on: the given one, or for 0 some free one. Refuses one that cannot. */
export async function freePort(host: string, port: number): Promise<number> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, host, resolve));
    const address = probe.address();
    return typeof address === 'object' && address ? address.port : port;
  } catch (problem) {
    const reason = PORT_REFUSALS[(problem as NodeJS.ErrnoException).code ?? ''];
    throw reason ? new StartRefused(reason, `${host}:${port}`) : problem;
  } finally {
    await new Promise<void>((resolve) => probe.close(() => resolve()));
  }
}

const PORT_REFUSALS: Record<string, StartRefusal> = {
  EADDRINUSE: 'port_taken',
  EACCES: 'port_forbidden',
  EADDRNOTAVAIL: 'host_not_here',
  ENOTFOUND: 'host_not_here',
  EAI_AGAIN: 'host_not_here',
};

const MEGABYTE = 1_000_000;

/**
 * Makes the data folder where it is missing, and sees that it is ours, can be written and has room for so
 * many megabytes. Refuses otherwise; leaves nothing behind in the folder.
 */
export function refuseUnusable(dataDir: string, megabytes: number): void {
  try {
    // Of a disk that can only be read, making several folders at once tells something else.
    accessSync(nearestFolder(dataDir), constants.W_OK);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const names = readdirSync(dataDir).filter((name) => name !== 'lost+found');
    if (names.length > 0 && !names.some((name) => OURS.has(name)))
      throw new StartRefused('folder_not_ours', dataDir);
    tryWriting(join(dataDir, `.${process.pid}.trial`));
    const { bavail, bsize } = statfsSync(dataDir);
    if (bavail * bsize < megabytes * MEGABYTE)
      throw new StartRefused(
        'disk_full',
        `${dataDir}: ${Math.floor((bavail * bsize) / MEGABYTE)} < ${megabytes} MB`,
      );
  } catch (problem) {
    throw refusalOf(problem, dataDir);
  }
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}

const OURS = new Set(['secrets.json', 'klyngerum.lock', 'postgres', 'postgres.log', 'run', 'spool']);

function tryWriting(file: string): void {
  try {
    const trial = openSync(file, 'w', 0o600);
    writeSync(trial, Buffer.alloc(65_536));
    fsyncSync(trial);
    closeSync(trial);
  } finally {
    rmSync(file, { force: true });
  }
}

const FOLDER_REFUSALS: Record<string, StartRefusal> = {
  EACCES: 'folder_forbidden',
  EPERM: 'folder_forbidden',
  EROFS: 'folder_read_only',
  ENOTDIR: 'folder_is_a_file',
  EEXIST: 'folder_is_a_file',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
};

/** The refusal that an error of the file system amounts to, or the error itself. */
export function refusalOf(problem: unknown, folder: string): unknown {
  const reason = FOLDER_REFUSALS[(problem as NodeJS.ErrnoException).code ?? ''];
  return reason ? new StartRefused(reason, folder) : problem;
}
