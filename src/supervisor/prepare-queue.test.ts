import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startEmbedded } from '#platform/embedded-postgres.ts';
import { aFolder, afterwards } from './klyngerum.fixtures.ts';
import { prepareQueue } from './prepare-queue.ts';

async function ask(url: string, query: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

test('the queue belongs to the worker, who can make nothing else, and to nobody else', async () => {
  const { urls, stop } = await startEmbedded(join(aFolder(), 'data'), { parameters: ['fsync=off'] });
  afterwards(stop);
  await prepareQueue(urls);
  await prepareQueue(urls);
  const [queue] = await ask(
    urls.worker,
    `select nspowner::regrole::text as owner, has_database_privilege(current_database(), 'create') as "mayCreate"
     from pg_namespace where nspname = 'graphile_worker'`,
  );
  expect(queue).toEqual({ owner: 'klyngerum_worker', mayCreate: false });
  for (const url of [urls.web, urls.owner])
    await expect(ask(url, `select graphile_worker.add_job('x')`)).rejects.toMatchObject({ code: '42501' });
});
