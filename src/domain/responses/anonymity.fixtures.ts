import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { throughLink } from '#platform/scope.server.ts';
import { aCluster } from '#test/build.ts';
import { aToken, NOW, newId, owner, urls, web } from '#test/world.ts';
import { handIn } from './hand-in.server.ts';
import { keepDraft } from './keep-draft.server.ts';

/** A member who can answer, and the number that is their answer and nobody else's. */
export type Giver = { memberId: string; personId: string; link: string; secret: number; place: number };

/** A cluster of so many doctors, each with a link of a mail and a number of their own in an order of chance. */
export async function aCrowd(
  people: number,
): Promise<{ cluster: Awaited<ReturnType<typeof aCluster>>; givers: Giver[] }> {
  const cluster = await aCluster({ practices: 1 });
  const { practiceId } = cluster.practices[0]!;
  const numbers = Array.from({ length: people }, (_, at) => 10_000 + at);
  for (let last = people - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [numbers[last], numbers[other]] = [numbers[other]!, numbers[last]!];
  }
  const givers = numbers.map((secret, place) => ({
    memberId: newId(),
    personId: newId(),
    link: aToken(),
    secret,
    place,
  }));
  const ids = { persons: givers.map((one) => one.personId), members: givers.map((one) => one.memberId) };
  await sql`insert into person (person_id, name, created_at)
    select id, 'Læge ' || n, ${NOW} from unnest(${ids.persons}::uuid[]) with ordinality as p (id, n)`.execute(
    owner,
  );
  await sql`insert into member (cluster_id, member_id, person_id, practice_id, kind, valid, invited_at, is_example)
    select ${cluster.clusterId}::uuid, m, p, ${practiceId}::uuid, 'doctor', daterange('2020-01-01', null), ${NOW}, false
    from unnest(${ids.persons}::uuid[], ${ids.members}::uuid[]) as t (p, m)`.execute(owner);
  await sql`insert into link (token_hash, cluster_id, purpose, member_id, made_at, expires_at)
    select hash_of(l), ${cluster.clusterId}::uuid, 'member', m, ${NOW}, ${NOW}::timestamptz + interval '60 days'
    from unnest(${givers.map(({ link }) => link)}::text[], ${ids.members}::uuid[]) as t (l, m)`.execute(
    owner,
  );
  return { cluster, givers };
}

/** Hands in a giver's number and words through their link; some have saved what they began before that, and how often. */
export function hand(roundId: string, { link, place, secret }: Giver) {
  const answers = { antal: secret, ord: `KANARIE${secret}`, tryg: String(1 + (secret % 5)) };
  return throughLink(web, { link, now: NOW }, 'member', async (scope) => {
    for (let saves = place % 8 === 0 ? 3 : 0; saves > 0; saves -= 1)
      await keepDraft(scope, roundId, link, { answers: { tryg: answers.tryg }, code: '' });
    return handIn(scope, roundId, { answers, code: '' });
  });
}

/** A row as whoever has the whole database sees it: every column as text, where it lies and what wrote it. */
export type Row = { ctid: string; xmin: number; columns: Record<string, unknown> };
export type Dump = ReadonlyMap<string, readonly Row[]>;

/** The whole database: every table of every schema that is ours, in the order in which it lies there. */
export async function dumpAll(): Promise<Dump> {
  const client = new pg.Client({ connectionString: superuser() });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') order by 1`);
    const dump = new Map<string, Row[]>();
    for (const { name } of tables) {
      const { rows } = await client.query(
        `select t.ctid::text as ctid, t.xmin::text::bigint::int as xmin, to_jsonb(t) as columns from ${name} t`,
      );
      dump.set(name.replace(/^public\./, ''), rows);
    }
    return dump;
  } finally {
    await client.end();
  }
}

/** Every byte that the database has written of itself: its tables' files and its log of changes. */
export async function* filesOnDisk(): AsyncGenerator<{ file: string; bytes: Buffer }> {
  const client = new pg.Client({ connectionString: superuser() });
  await client.connect();
  const { rows } = await client.query<{ folder: string; oid: string }>(`
    select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`);
  await client.query('checkpoint');
  await client.end();
  const { folder, oid } = rows[0]!;
  for (const part of [join('base', oid), 'pg_wal'])
    for (const name of readdirSync(join(folder, part))) {
      const file = join(folder, part, name);
      if (statSync(file).isFile()) yield { file, bytes: readFileSync(file) };
    }
}

function superuser(): string {
  const server = JSON.parse(process.env.KLYNGERUM_TEST_SERVER ?? '{}') as { superuser: string };
  const { pathname, searchParams } = new URL(urls.owner);
  const found = new URL(server.superuser);
  found.pathname = pathname;
  for (const [name, value] of searchParams) if (name === 'host') found.searchParams.set(name, value);
  return found.href;
}

/** How strongly two orders of the same things go together: 1 the same, 0 by chance (Spearman). */
export function togetherness(one: readonly number[], other: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
  };
  const [a, b] = [ranks(one), ranks(other)];
  const mean = (a.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (const [at, rank] of a.entries()) {
    ab += (rank - mean) * (b[at]! - mean);
    aa += (rank - mean) ** 2;
    bb += (b[at]! - mean) ** 2;
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}
