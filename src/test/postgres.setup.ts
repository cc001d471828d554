import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { migrate } from '#platform/migrations.ts';

export default async function setup() {
  const u = (user: string, db: string) => `postgres://${user}@localhost/${db}?host=/tmp/devpg`;
  const c = new pg.Client({ connectionString: u('postgres', 'postgres') });
  await c.connect();
  await c.query('select pg_advisory_lock(77)');
  const tpl = 'klyngerum';
  await c.query(`update pg_database set datistemplate=false where datname='${tpl}'`);
  await c.query(`drop database if exists ${tpl} with (force)`);
  await c.query(`create database ${tpl} owner klyngerum_owner`);
  await migrate(u('klyngerum_owner', tpl));
  await runMigrations({ connectionString: u('klyngerum_worker', tpl) });
  process.env.KLYNGERUM_TEST_SERVER = JSON.stringify({
    superuser: u('postgres', 'postgres'),
    owner: u('klyngerum_owner', tpl),
    web: u('klyngerum_web', tpl),
    worker: u('klyngerum_worker', tpl),
  });
  return async () => {
    await c.end();
  };
}
