import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { owner } from '#test/world.ts';

async function names(query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> {
  return (await query.execute(owner)).rows.map((row) => row.name);
}

test('every table has row-level security', async () => {
  const open = await names(sql<{ name: string }>`
    select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relrowsecurity and relname <> 'migration'`);
  expect(open).toEqual([]);
});

test('what belongs to a cluster, a person or a practice names who may see it', async () => {
  const unnamed = await names(sql<{ name: string }>`
    select distinct c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('cluster_id', 'person_id', 'practice_id', 'source_id')
    join information_schema.role_table_grants g on g.table_name = c.relname and g.grantee = 'klyngerum_web' and g.privilege_type = 'SELECT'
    left join pg_policy p on p.polrelid = c.oid and p.polcmd in ('r', '*')
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and (p.oid is null or pg_get_expr(p.polqual, p.polrelid) = 'true' and c.relname not in ('reference', 'example_letter'))
      and (p.oid is null or 'klyngerum_web'::regrole = any (p.polroles) or p.polroles = '{0}')`);
  expect(unnamed).toEqual([]);
});

test('neither web nor worker owns anything in the application’s schema, or steps around a policy', async () => {
  const { rows } = await sql`
    select rolname, rolsuper, rolbypassrls, rolcreaterole,
      exists (select from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owns
    from pg_roles r where rolname in ('klyngerum_web', 'klyngerum_worker') order by rolname`.execute(owner);
  expect(rows).toEqual(
    ['klyngerum_web', 'klyngerum_worker'].map((rolname) => ({
      rolname,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      owns: false,
    })),
  );
});

test('every view looks with the eyes of who asks', async () => {
  const blind = await names(sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
      and not coalesce('security_invoker=true' = any (reloptions), false)`);
  expect(blind).toEqual([]);
});

test('every function that acts as the owner fixes its search path', async () => {
  const loose = await names(sql<{ name: string }>`
    select proname as name from pg_proc where prosecdef and pronamespace in ('public'::regnamespace, 'queue'::regnamespace)
      and not exists (select from unnest(proconfig) setting where setting like 'search_path=%pg_temp')`);
  expect(loose).toEqual([]);
});

test('web reads no session, link, key or attempt, and changes no journal, measurement or spread', async () => {
  const granted = await names(sql<{ name: string }>`
    select table_name || '.' || lower(privilege_type) as name from information_schema.role_table_grants
    where grantee in ('klyngerum_web', 'PUBLIC') and table_schema = 'public' and (
      table_name in ('session', 'sign_in_link', 'practice_key', 'attempt', 'spread_total', 'migration')
      or table_name in ('journal', 'measurement', 'spread', 'spread_contributor') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
      or table_name in ('spread', 'spread_contributor') and privilege_type = 'INSERT')`);
  expect(granted).toEqual([]);
});

test('no column of a journal line can be rewritten by anybody but the owner', async () => {
  const { rows } = await sql`
    select grantee from information_schema.column_privileges
    where table_name in ('journal', 'measurement') and privilege_type = 'UPDATE' and grantee <> 'klyngerum_owner'`.execute(
    owner,
  );
  expect(rows).toEqual([]);
});
