import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import type { Permission } from '#domain/access/permission.ts';
import {
  forLink,
  forPerson,
  forSource,
  type Scope,
  throughLink,
  withinCluster,
} from '#platform/scope.server.ts';
import { NOW, owner, web } from '#test/world.ts';
import type { Gated } from './gates.fixtures.ts';

type Run = (scope: Scope, subject: string, ...input: unknown[]) => Promise<{ done: boolean }>;
export type Known = { name: string; permission: Permission; run: Run };

/* Commands that only their own file calls, by the function that calls them first of all. */
const CALLED_BY: Record<string, [name: string, permission: Permission, subject?: string]> = {
  'deliveries/make-practice-keys.server.ts': ['makePracticeKeys', 'source.vouch'],
  'deliveries/deliver-text.server.ts': ['deliverText', 'figure.deliver'],
  'meetings/room.server.ts': ['openRoom', 'attendance.register'],
  'tryout/open-door.server.ts': ['openDoor', 'session.start', 'coordinator'],
};

/** Every command of the domain, read from the tree; refuses one that no function leads to. */
export async function listCommands(folder = 'src/domain'): Promise<Known[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.server.ts'),
  );
  const known: Known[] = [];
  for (const file of files.sort()) {
    const path = join(folder, file);
    const made = readFileSync(path, 'utf8').match(/ = command\(/g)?.length ?? 0;
    if (made === 0) continue;
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(path).href);
    const found: Known[] = Object.entries(exported).flatMap(([name, run]) =>
      isCommand(run) ? [{ name, permission: run.permission, run }] : [],
    );
    const [name, permission, only] = CALLED_BY[file] ?? [];
    const run = name && (exported[name] as Run);
    if (name && permission && run)
      found.push({ name, permission, run: (scope, subject) => run(scope, only ?? subject, '') });
    if (found.length !== made)
      throw new Error(`${file} makes ${made} commands, and leads to ${found.length}`);
    known.push(...found);
  }
  return known;
}

function isCommand(thing: unknown): thing is Run & { permission: Permission } {
  return typeof thing === 'function' && 'permission' in thing;
}

/** Runs the work with every scope that somebody of the gated world can have; answers what it found in each. */
export async function inEveryScope<T>(
  { people, links, cluster, source, untrusted }: Gated,
  work: (scope: Scope) => Promise<T>,
): Promise<Record<string, T>> {
  const found: Record<string, T | null> = {};
  for (const [role, { token }] of Object.entries(people)) {
    const caller = { token, now: NOW };
    const { sourceId } = role === 'untrusted' ? untrusted : source;
    found[`${role} in the cluster`] = await withinCluster(web, caller, cluster.clusterId, work);
    found[`${role} as a person`] = await forPerson(web, caller, work);
    found[`${role} at the source`] = await forSource(web, caller, sourceId, work);
  }
  for (const [holder, { link }] of Object.entries(links))
    for (const purpose of ['member', 'guest', 'venue', 'room', 'feed', 'mute'] as const)
      found[holder] ??= await throughLink(web, { link, now: NOW }, purpose, work);
  found['somebody unknown'] = await forLink(web, { token: null, now: NOW }, work);
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, T] => entry[1] !== null));
}

/** Who acts, as the permissions know them: the roles in a cluster, or the kind of the scope. */
export function partsOf(scope: Scope): readonly string[] {
  return scope.kind === 'cluster' ? scope.roles : [scope.kind];
}

/** Tries a command and takes back what an error left; answers the outcome, or the error. */
export async function attempt(
  scope: Scope,
  { run }: Known,
  subject: string,
  ...input: unknown[]
): Promise<unknown> {
  await sql`savepoint before_the_try`.execute(scope.db);
  try {
    return await run({ ...scope, commandId: randomUUID() }, subject, ...input);
  } catch (problem) {
    await sql`rollback to savepoint before_the_try`.execute(scope.db);
    return problem;
  } finally {
    await sql`release savepoint before_the_try`.execute(scope.db);
  }
}

/** A digest of every row of every table, or of the rows of one cluster, by table. */
export async function digests(clusterId?: string): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`.execute(
    owner,
  );
  const told: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: digest } = await sql<{ digest: string }>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.table(name)} t
      where ${clusterId ?? null}::text is null or to_jsonb(t) ->> 'cluster_id' = ${clusterId ?? null}`.execute(
      owner,
    );
    told[name] = digest[0]!.digest;
  }
  return told;
}

/** An id of everything that a command of a cluster can be about: one of a kind, and every meeting. */
export async function thingsOf(clusterId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; key: string }>`
    select table_name as name, column_name as key from information_schema.columns
    where table_schema = 'public' and column_name = table_name || '_id' and data_type = 'uuid'
      and table_name in (select table_name from information_schema.columns where column_name = 'cluster_id')`.execute(
    owner,
  );
  const ids: string[] = [];
  for (const { name, key } of rows) {
    const { rows: some } = await sql<{ id: string }>`
      select ${sql.ref(key)} as id from ${sql.table(name)} where cluster_id = ${clusterId} order by 1 limit ${name === 'meeting' ? 9 : 1}`.execute(
      owner,
    );
    ids.push(...some.map(({ id }) => id));
  }
  return ids;
}
