import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const FOLDER = process.env.MIGRATIONS_DIR ?? fileURLToPath(new URL('../../db/migrations/', import.meta.url));

type Migration = { name: string; text: string; checksum: string };

/** The migrations of the release, in order, each with the SHA-256 of its text. */
export async function listMigrations(folder = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}/${name}`, 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Thrown when the database and the release do not belong together; nothing was changed. */
export class MigrationRefused extends Error {}

/**
 * Brings the database to this release, as its owner: all new migrations in one transaction, under a
 * lock that makes a second caller wait. Refuses a database whose applied migrations differ from the
 * files of this release, and one that a later release has been at.
 */
export async function migrate(ownerUrl: string, folder = FOLDER): Promise<{ applied: string[] }> {
  const migrations = await listMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtextextended('klyngerum.migrations', 0))");
    const pending = refuseStrangers(migrations, await listApplied(client));
    for (const migration of pending) await apply(client, migration);
    await client.query('commit');
    return { applied: pending.map(({ name }) => name) };
  } catch (problem) {
    await client.query('rollback').catch(() => undefined);
    throw problem;
  } finally {
    await client.end();
  }
}

async function listApplied(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`create table if not exists migration (
    name text primary key, checksum text not null, applied_at timestamptz not null)`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseStrangers(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name))
      throw new MigrationRefused(
        `The database has ${name}, which this release does not know. Run the newer release.`,
      );
    if (known.get(name) !== checksum)
      throw new MigrationRefused(`${name} is not the text that was applied. Restore the file.`);
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, { name, text, checksum }: Migration): Promise<void> {
  await client.query(text);
  await client.query('insert into migration (name, checksum, applied_at) values ($1, $2, $3)', [
    name,
    checksum,
    new Date(),
  ]);
}
