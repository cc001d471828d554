import { sql } from 'kysely';
import type { SystemScope } from '#platform/scope.server.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A thing of which the operator gave the name or the id. */
export type Named = { id: string; name: string; isExample: boolean };

/** The cluster of this id or name, or why it is not clear which. */
export function findCluster(
  scope: SystemScope,
  nameOrId: string,
): Promise<Named | 'no_such_cluster' | 'several_clusters'> {
  return theOne(scope, 'cluster', nameOrId);
}

/** The source of this id or name, or why it is not clear which. */
export function findSource(
  scope: SystemScope,
  nameOrId: string,
): Promise<Named | 'no_such_source' | 'several_sources'> {
  return theOne(scope, 'source', nameOrId);
}

async function theOne<Thing extends 'cluster' | 'source'>(
  { db }: SystemScope,
  thing: Thing,
  nameOrId: string,
): Promise<Named | `no_such_${Thing}` | `several_${Thing}s`> {
  const is = UUID.test(nameOrId)
    ? sql<boolean>`${sql.ref(`${thing}_id`)} = ${nameOrId}::uuid`
    : sql<boolean>`lower(name) = lower(${nameOrId})`;
  const { rows } = await sql<Named>`
    select ${sql.ref(`${thing}_id`)} as id, name, is_example from ${sql.table(thing)} where ${is} limit 2`.execute(
    db,
  );
  if (rows.length > 1) return `several_${thing}s`;
  return rows[0] ?? `no_such_${thing}`;
}

/** A practice whose number the operator gave, as of today. */
export type NumberedPractice = {
  practiceId: string;
  practiceNumberId: string;
  name: string;
  isConfirmed: boolean;
  isExample: boolean;
};

/** The practice that has this number today: the one for whom it is confirmed, else the one that claims it. */
export async function findPractice(
  { db }: SystemScope,
  number: string,
): Promise<NumberedPractice | 'no_such_practice' | 'several_practices'> {
  const { rows } = await sql<NumberedPractice>`
    select p.practice_id, n.practice_number_id, p.name, n.confirmed_at is not null as is_confirmed, p.is_example
    from practice_number n join practice p using (practice_id)
    where n.number = ${number.toUpperCase()} and n.valid @> current_day()
    order by n.confirmed_at is null limit 2`.execute(db);
  const [first, second] = rows;
  if (!first) return 'no_such_practice';
  return second && !first.isConfirmed ? 'several_practices' : first;
}

/** A person, found by address or made; null when the address belongs to the other world, of examples or of people. */
export async function personOf(
  { db, now }: SystemScope,
  { email, name, isExample }: { email: string; name: string; isExample: boolean },
  newPersonId: string,
): Promise<string | null> {
  const known = await db
    .selectFrom('personAddress as a')
    .innerJoin('person as p', 'p.personId', 'a.personId')
    .select(['p.personId', 'p.isExample'])
    .where('a.email', '=', email)
    .executeTakeFirst();
  if (known) return known.isExample === isExample ? known.personId : null;
  await db.insertInto('person').values({ personId: newPersonId, name, isExample, createdAt: now }).execute();
  await db.insertInto('personAddress').values({ personId: newPersonId, email }).execute();
  return newPersonId;
}
