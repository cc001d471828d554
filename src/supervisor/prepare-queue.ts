import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { DatabaseUrls } from '#platform/settings.ts';

/**
 * Lays out the queue's own tables, which belong to the worker: nobody else gets past their row-level
 * security. The worker may make a schema only while this runs. May be repeated.
 */
export async function prepareQueue({ owner, worker }: Pick<DatabaseUrls, 'owner' | 'worker'>): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query(mayCreate('grant', 'to'));
    await runMigrations({ connectionString: worker, maxPoolSize: 2 });
  } finally {
    await client.query(mayCreate('revoke', 'from')).catch(() => undefined);
    await client.end();
  }
}

const mayCreate = (verb: string, preposition: string) =>
  `do $$ begin execute format('${verb} create on database %I ${preposition} klyngerum_worker', current_database()); end $$`;
