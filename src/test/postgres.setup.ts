import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#platform/embedded-postgres.ts';
import { migrate } from '#platform/migrations.ts';
import { CHECKOUT } from '../supervisor/checkout.ts';
import { prepareQueue } from '../supervisor/prepare-queue.ts';
import { makeRunFolder } from './run-folder.ts';

/** One real server for all tests; each test file copies its own database from the template. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = makeRunFolder();
  process.env.TMPDIR = folder;
  process.env.NODE_COMPILE_CACHE ??= join(CHECKOUT, 'node_modules/.compiled');
  // What is tested here survives no power cut; durability has its own tests, on servers that write everything.
  const server = await startEmbedded(join(folder, 'server'), { parameters: ['fsync=off'] });
  await migrate(server.urls.owner);
  await prepareQueue(server.urls);
  const superuser = new pg.Client({ connectionString: server.urls.superuser });
  await superuser.connect();
  await switchOff(server.urls.owner);
  await superuser.query('alter database klyngerum is_template true');
  await superuser.end();
  process.env.KLYNGERUM_TEST_SERVER = JSON.stringify(server.urls);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Loosens one rule for a whole run, to see that some test notices: see switch-off.ts. */
async function switchOff(ownerUrl: string): Promise<void> {
  const statement = process.env.KLYNGERUM_SWITCH_OFF;
  if (!statement) return;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(statement);
  await owner.end();
}
