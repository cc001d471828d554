import pg from 'pg';
import { type App, waitFor } from './app.ts';

/** A table that nobody else can write in for now. */
export type Barrier = {
  /** Waits until somebody stands before it, in the middle of what they are writing. */
  reached: () => Promise<void>;
  lift: () => Promise<void>;
};

/**
 * Bars a table: whoever comes to write in it stands still there, so that they can be killed in the middle of their
 * work and not at a time of chance. Reading goes on. It is lifted with the database's own end, too.
 */
export async function bar(app: App, table: string): Promise<Barrier> {
  const client = new pg.Client({ connectionString: app.urls.owner });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`begin; lock table ${table} in share mode`);
  const isReached = async () => {
    const { rowCount } = await client.query(
      'select from pg_locks where relation = $1::regclass and not granted',
      [table],
    );
    return rowCount ? true : null;
  };
  return {
    reached: async () => void (await waitFor(isReached, `somebody writes in ${table}`, 120)),
    lift: () => client.end().catch(() => undefined),
  };
}
