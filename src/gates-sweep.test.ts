import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { owner } from '#test/world.ts';
import {
  aSweptWorld,
  listGuarded,
  listQuestions,
  listReads,
  sweep,
  sweepWrites,
  written,
} from './gates-sweep.fixtures.ts';
import { listWrites } from './gates-writes.fixtures.ts';

/*
 * Everybody in and around a cluster tries everything there is, all of it through the web login with nothing but a
 * token or a link. Nobody names what is tried: it is read from the catalogue, so that nothing new can be forgotten.
 * What each is let through to stands in files that are read line by line; a rule that is loosened changes them.
 */

let swept: Awaited<ReturnType<typeof aSweptWorld>>;
beforeAll(async () => {
  swept = await aSweptWorld();
});

// What is of the installation or of a signed-in session alone, and no page of a cluster fills.
const OF_NO_CLUSTER = new Set(['worker_sign']);

test('every table that rows are guarded in holds something to be guarded', async () => {
  const empty: string[] = [];
  for (const name of await listGuarded()) {
    const { rows } = await sql`
      select 1 from ${sql.table(name)} t
      where coalesce(to_jsonb(t) ->> 'cluster_id', ${swept.world.cluster.clusterId}) = ${swept.world.cluster.clusterId} limit 1`.execute(
      owner,
    );
    if (rows.length === 0 && !OF_NO_CLUSTER.has(name)) empty.push(name);
  }
  expect(empty).toEqual([]);
});

test('each reads what is their own, and no more', async () => {
  const reads = await sweep(swept.askers, await listReads(), true);
  await expect(written(reads)).toMatchFileSnapshot('test/worked-values/who-reads-what.json');
});

test('each is told what is theirs to know, and changes by asking what is theirs to change', async () => {
  const told = await sweep(swept.askers, await listQuestions(), true);
  await expect(written(told)).toMatchFileSnapshot('test/worked-values/who-is-told-what.json');
});

test('each writes what is theirs to write, with nothing to hold them but the policies', async () => {
  const done = await sweepWrites(swept.askers, await listWrites());
  await expect(written(done)).toMatchFileSnapshot('test/worked-values/who-writes-what.json');
});
