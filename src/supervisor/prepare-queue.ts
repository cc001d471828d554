import pg from 'pg';
import type { DatabaseUrls } from '#platform/settings.ts';

/**
 * Lays out the queue's own tables where there are none; the worker keeps them up to date. They belong to
 * the worker, since nobody else gets past their row-level security, and it may make a schema only while
 * this runs.
 */
export async function prepareQueue({ owner, worker }: Pick<DatabaseUrls, 'owner' | 'worker'>): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    if (!(await isLaidOut(client))) await layOut(client, worker);
  } finally {
    await client.query(mayCreate('revoke', 'from'));
    await client.end();
  }
}

async function isLaidOut(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_class where relnamespace::regnamespace::text = 'graphile_worker' and relname = 'migrations'`,
  );
  return rowCount === 1;
}

async function layOut(client: pg.Client, worker: string): Promise<void> {
  await client.query(mayCreate('grant', 'to'));
  // Read only here: a start that has its queue is quicker without.
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: worker, maxPoolSize: 2 });
}

const mayCreate = (verb: string, preposition: string) =>
  `do $$ begin execute format('${verb} create on database %I ${preposition} klyngerum_worker', current_database()); end $$`;
