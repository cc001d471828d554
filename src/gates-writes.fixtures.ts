import { sql } from 'kysely';
import { owner } from '#test/world.ts';
import { listGuarded } from './gates-sweep.fixtures.ts';

type Granted = { table: string; act: 'insert' | 'update' | 'delete'; columns: string[] };

/**
 * Every writing statement that web has been granted the words for: each row there is put in once more, each column
 * set to each value that stands in it somewhere, and every row taken out.
 */
export async function listWrites(): Promise<Record<string, string[]>> {
  await leaveItToThePolicies();
  const writes: Record<string, string[]> = {};
  for (const { table, act, columns } of await listGranted()) {
    if (act === 'insert') writes[`${table}: insert`] = await insertsOf(table, columns);
    else if (act === 'delete') writes[`${table}: delete`] = [`delete from ${table}`];
    else
      for (const column of columns)
        writes[`${table}: update ${column}`] = (await valuesOf(table, column)).map(
          (value) => `update ${table} set "${column}" = ${value}`,
        );
  }
  return writes;
}

/* Keys, checks and triggers would stop some of it too, and hide what a policy lets through. */
async function leaveItToThePolicies(): Promise<void> {
  for (const kind of ['f', 'c', 'x', 'u', 'p'])
    await sql`
      do $$ declare c record; begin
        for c in select conrelid::regclass as t, conname from pg_constraint
          where connamespace = 'public'::regnamespace and contype = ${sql.lit(kind)} and conparentid = 0 and conrelid <> 0
        loop execute format('alter table %s drop constraint %I', c.t, c.conname); end loop;
      end $$`.execute(owner);
  await sql`
    do $$ declare t record; begin
      for t in select indexrelid::regclass as i from pg_index join pg_class on pg_class.oid = indrelid
        where indisunique and relnamespace = 'public'::regnamespace
      loop execute format('drop index %s', t.i); end loop;
      for t in select oid::regclass as t from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      loop execute format('alter table %s disable trigger user', t.t); end loop;
    end $$`.execute(owner);
}

async function listGranted(): Promise<Granted[]> {
  const { rows } = await sql<Granted>`
    select relname as table, act, array(
        select attname::text from pg_attribute a where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
          and has_column_privilege('klyngerum_web', c.oid, attname, case act when 'delete' then 'select' else act end)
          order by attname) as columns
    from pg_class c, unnest(array['insert', 'update', 'delete']) act
    where relname = any (${await listGuarded()}) and relnamespace = 'public'::regnamespace and (
      act = 'delete' and has_table_privilege('klyngerum_web', c.oid, act)
      or has_any_column_privilege('klyngerum_web', c.oid, case act when 'delete' then 'insert' else act end) and act <> 'delete')
    order by relname, act`.execute(owner);
  return rows;
}

async function insertsOf(table: string, columns: string[]): Promise<string[]> {
  const named = columns.map((column) => `"${column}"`).join(', ');
  const { rows } = await sql<{ statement: string }>`
    select format('insert into %I (%s) select %s from jsonb_populate_record(null::%I, %L)',
      ${table}::text, ${named}::text, ${named}::text, ${table}::text, to_jsonb(t)) as statement
    from ${sql.table(table)} t`.execute(owner);
  return rows.map(({ statement }) => statement);
}

async function valuesOf(table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select distinct format('%L::%s', t.${sql.ref(column)}, format_type(a.atttypid, a.atttypmod)) as value
    from ${sql.table(table)} t, pg_attribute a
    where a.attrelid = ${table}::regclass and a.attname = ${column} order by 1 limit 4`.execute(owner);
  return rows.map(({ value }) => value);
}
