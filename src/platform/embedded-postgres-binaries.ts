import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Account } from './embedded-postgres-account.ts';
import { EmbeddedRefused } from './embedded-postgres-refused.ts';

/** The major version that comes with this release; a database folder belongs to one major. */
export const MAJOR = '18';

export type Binaries = { postgres: string; initdb: string };

/**
 * PostgreSQL's programs in a place where the account can run them: as npm laid them down, else a copy in
 * `spare`. The links that npm leaves out are made here, so that no install script need run.
 */
export function binariesFor(account: Account, spare: string): Binaries {
  const native = nativeFolder();
  if (account.kind === 'other') return programsIn(copied(native, spare));
  try {
    completeLinks(native);
    return programsIn(native);
  } catch (problem) {
    if (!/EACCES|EROFS|EPERM/.test((problem as NodeJS.ErrnoException).code ?? '')) throw problem;
    return programsIn(copied(native, spare));
  }
}

const programsIn = (native: string): Binaries => ({
  postgres: join(native, 'bin/postgres'),
  initdb: join(native, 'bin/initdb'),
});

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new EmbeddedRefused('no_binaries', `${process.platform}-${process.arch}`);
  }
}

function completeLinks(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) linkUnlessThere(basename(source), link);
  }
}

function linkUnlessThere(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  }
}

function copied(native: string, spare: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(spare, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  mkdirSync(spare, { recursive: true, mode: 0o755 });
  cpSync(native, half, { recursive: true });
  completeLinksOfCopy(native, half);
  try {
    renameSync(half, copy);
  } catch (problem) {
    rmSync(half, { recursive: true });
    if (!existsSync(copy)) throw problem;
  }
  return copy;
}

function completeLinksOfCopy(native: string, copy: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(copy, target.replace(/^native\//, ''));
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}
