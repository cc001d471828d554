import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { writeLetter } from '#domain/notices/write-letter.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { SourceScope } from '#platform/scope.server.ts';
import { listServed } from './sources.server.ts';

export type Colleague = { name: string; email: string };
const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** Lets a colleague deliver for the same source, and writes to them. Whether the address was known is not told. */
export const inviteColleague = command(
  { permission: 'source.staff', event: 'colleague.invited' },
  async (scope: SourceScope, sourceId: string, { name, email }: Colleague) => {
    if (name.trim().length === 0 || name.length > 120) return refused('no_name');
    if (!ADDRESS.test(email) || email.length > 254) return refused('no_address');
    const { rows } = await sql<{ personId: string | null }>`
      select person_for_source(${email.trim()}, ${name.trim()}, ${randomUUID()}::uuid) as person_id`.execute(
      scope.db,
    );
    const personId = rows[0]?.personId;
    if (!personId) return refused('not_invited');
    await addPerson(scope, personId);
    const [cluster] = await listServed(scope);
    const inviter = await nameOf(scope);
    await writeLetter(scope, {
      kind: 'source_invitation',
      personId,
      clusterId: cluster?.clusterId,
      facts: { inviter, source: await sourceName(scope), target: `/source/${sourceId}` },
    });
    return done;
  },
);

async function addPerson({ db, sourceId, isExample }: SourceScope, personId: string): Promise<void> {
  await sql`insert into source_person (source_id, person_id, is_example, valid)
    select ${sourceId}::uuid, ${personId}::uuid, ${isExample}, daterange(current_day(), null)
    where not exists (select from source_person
      where source_id = ${sourceId} and person_id = ${personId} and valid @> current_day())`.execute(db);
}

async function nameOf({ db, personId }: SourceScope): Promise<string> {
  const person = await db
    .selectFrom('person')
    .select('name')
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow();
  return person.name;
}

async function sourceName({ db, sourceId }: SourceScope): Promise<string> {
  const source = await db
    .selectFrom('source')
    .select('name')
    .where('sourceId', '=', sourceId)
    .executeTakeFirstOrThrow();
  return source.name;
}
