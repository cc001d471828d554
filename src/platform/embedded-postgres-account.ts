import { type SpawnOptions, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedRefused } from './embedded-postgres-refused.ts';
import { leashed } from './leash.ts';

/**
 * As whom PostgreSQL runs, since it refuses root. `self`: as we do. `namespace`: root, seen as an
 * unprivileged account from within, which reaches what root owns, also below a closed folder. `other`: as
 * an unprivileged account that needs a home it can reach.
 */
export type Account =
  | { kind: 'self' }
  | { kind: 'namespace'; uid: number; gid: number }
  | { kind: 'other'; uid: number; gid: number; home: string };

/** Chooses the account: that of an existing database, else the one that needs no copies. */
export function accountFor(dataDir: string): Account {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const owner = ownerOf(join(dataDir, 'postgres'));
  if (owner && owner.uid !== 0) return { kind: 'other', ...owner };
  const nobody = nobodyIn(readFileSync('/etc/passwd', 'utf8'));
  if (canMap(nobody)) return { kind: 'namespace', ...nobody };
  if (owner) throw new EmbeddedRefused('folder_of_another', dataDir);
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return { kind: 'other', ...nobody, home: `/var/lib/klyngerum/${name}` };
}

/** A command, and what to spawn it with, so that it runs as the account and ends with the thread that starts it. */
export function asAccount(
  account: Account,
  signal: 'INT' | 'KILL',
  command: readonly string[],
): { command: string[]; options: SpawnOptions } {
  const held = leashed(signal, command);
  if (account.kind === 'self') return { command: held, options: {} };
  const { uid, gid } = account;
  if (account.kind === 'other') return { command: held, options: { uid, gid } };
  // The leash stands inside: taking on the account would cut it.
  return { command: [...namespaceOf(account), ...held], options: {} };
}

type Ids = { uid: number; gid: number };

const namespaceOf = ({ uid, gid }: Ids) => [
  'unshare',
  '--user',
  `--map-user=${uid}`,
  `--map-group=${gid}`,
  '--',
];

function canMap(ids: Ids): boolean {
  const [unshare = '', ...rest] = namespaceOf(ids);
  return spawnSync(unshare, [...rest, 'true'], { stdio: 'ignore' }).status === 0;
}

// PostgreSQL looks its account up by number, so it must be one that the machine knows.
function nobodyIn(passwd: string): Ids {
  const known = passwd.split('\n').map((line) => line.split(':'));
  const unprivileged =
    known.find(([name]) => name === 'nobody') ?? known.find(([, , uid]) => Number(uid) > 0);
  if (!unprivileged) throw new EmbeddedRefused('no_account', '/etc/passwd');
  return { uid: Number(unprivileged[2]), gid: Number(unprivileged[3]) };
}

function ownerOf(folder: string): (Ids & { home: string }) | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found ? { uid: found.uid, gid: found.gid, home: dirname(realpathSync(folder)) } : null;
}
