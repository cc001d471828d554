import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { type Context, readingThrough } from './reading.ts';
import type { DB } from './schema.gen.ts';

// A date stays '2027-03-28' and never becomes a moment in the machine's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type { DB };

/** A pool of one login. `reading` is for pages, which ask a little and change nothing; see reading.ts. */
export type Database = Kysely<DB> & { reading(context: Context): Transaction<DB> };

/** Opens a pool for one login. Reading and writing go through a scope; see scope.server.ts. */
export function openDatabase(url: string, max = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // Without a listener a server that stops would take this process with it.
  pool.on('error', () => undefined);
  const dialect = new PostgresDialect({ pool });
  const database = new Kysely<DB>({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const reading = (context: Context) => readingThrough({ database, dialect, pool }, context);
  return Object.assign(database, { reading });
}

/** What may be said of a database error in a log: its code and constraint, never its text, which may hold a cell. */
export function databaseErrorIn(problem: unknown): { code: string; constraint: string | null } | null {
  if (!(problem instanceof pg.DatabaseError)) return null;
  return { code: problem.code ?? 'unknown', constraint: problem.constraint ?? null };
}
