import { type Kysely, sql } from 'kysely';

type Line = { line: string };
type Anything = Kysely<never>;

/**
 * The database as its catalog has it: tables, constraints, indexes, views, functions, triggers, policies and
 * grants, in an order that only depends on names. Read in review as `db/schema.sql`; made on PostgreSQL 18.
 */
export async function listSchema(database: Pick<Anything, 'getExecutor'>): Promise<string> {
  const parts: [string, Line[]][] = [];
  for (const [title, query] of Object.entries(QUERIES)) {
    parts.push([title, (await query.execute(database as Anything)).rows]);
  }
  return parts
    .map(([title, rows]) => `-- ${title}\n\n${rows.map(({ line }) => line).join('\n')}\n`)
    .join('\n');
}

const OURS = sql`('public'::regnamespace, 'queue'::regnamespace)`;

const QUERIES = {
  Tables: sql<Line>`
    select format(E'table %I (\n%s\n);', c.relname, string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\n' order by a.attnum)) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and c.relnamespace in ${OURS} and c.relname <> 'migration' group by c.relname order by c.relname`,
  Constraints: sql<Line>`
    select format('%s: %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line from pg_constraint
    where connamespace in ${OURS} and contype <> 'n' and conrelid <> 0 order by conrelid::regclass::text, conname`,
  Indexes: sql<Line>`
    select indexdef || ';' as line from pg_indexes where schemaname in ('public', 'queue') order by tablename, indexname`,
  Views: sql<Line>`
    select format(E'view %I %s as\n%s', relname, array_to_string(reloptions, ', '), pg_get_viewdef(oid)) as line from pg_class
    where relkind = 'v' and relnamespace in ${OURS} order by relname`,
  Functions: sql<Line>`
    select pg_get_functiondef(oid) || E'\n-- may be called by: ' || coalesce((
      select string_agg(distinct coalesce(r.rolname, 'everybody'), ', ' order by coalesce(r.rolname, 'everybody'))
      from aclexplode(proacl) acl left join pg_roles r on r.oid = acl.grantee where acl.privilege_type = 'EXECUTE'), 'everybody') || E'\n' as line
    from pg_proc where pronamespace in ${OURS} order by proname, oidvectortypes(proargtypes)`,
  Triggers: sql<Line>`
    select pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then ';' else '; -- switched off' end as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace in ${OURS} and not t.tgisinternal order by c.relname, t.tgname`,
  Policies: sql<Line>`
    select format('%I: %I for %s to %s%s%s', c.relname, p.polname,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      coalesce((select string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any (p.polroles)), 'everybody'),
      coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
      coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')) as line
    from pg_policy p join pg_class c on c.oid = p.polrelid order by c.relname, p.polname`,
  Grants: sql<Line>`
    select format('%s on %I to %s', string_agg(lower(privilege_type), ', ' order by privilege_type), table_name, grantee) as line
    from information_schema.role_table_grants
    where table_schema in ('public', 'queue') and grantee in ('klyngerum_web', 'klyngerum_worker', 'PUBLIC')
    group by table_name, grantee order by table_name, grantee`,
  'Grants of columns': sql<Line>`
    select format('%s (%s) on %I to %s', lower(c.privilege_type), string_agg(column_name, ', ' order by column_name),
      c.table_name, c.grantee) as line
    from information_schema.column_privileges c
    where c.table_schema = 'public' and c.grantee in ('klyngerum_web', 'klyngerum_worker', 'PUBLIC')
      and not exists (select from information_schema.role_table_grants t where t.table_schema = c.table_schema
        and t.table_name = c.table_name and t.grantee = c.grantee and t.privilege_type = c.privilege_type)
    group by c.table_name, c.grantee, c.privilege_type order by c.table_name, c.grantee, c.privilege_type`,
};
