import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { isAllowed } from './attempts.server.ts';
import type { SOURCE_KINDS } from './cluster-source.ts';
import { listClusterSources } from './cluster-sources.server.ts';
import { FROM_TODAY } from './ending.server.ts';
import { isAnEmail } from './enrolment.ts';
import { folded } from './list-words.ts';
import { beginServing, writeToSource } from './serving.server.ts';

/** A data source that nobody has known here: the organisation, and the first person who delivers for it. */
export type NewSource = {
  name: string;
  kind: (typeof SOURCE_KINDS)[number] | null;
  personName: string;
  email: string;
};

/**
 * Introduces a data source of the cluster's own finding and asks it for figures. The operator does not know it, so
 * that it confirms no numbers and hands out no keys. What it makes is the id of the source.
 */
export const introduceSource = command(
  { permission: 'source.invite', event: 'source.created' },
  async (scope: ClusterScope, sourceId: string, source: NewSource) => {
    const refusal = refusalOf(source);
    if (refusal) return refused(refusal);
    const known = await listClusterSources(scope);
    if (known.some(({ name }) => folded(name) === folded(source.name))) return refused('source_known');
    if (!(await isUsable(scope, source.email))) return refused('email_unusable');
    if (!(await isAllowed(scope, `invite:${scope.personId}`, 40))) return refused('too_many_tries');
    await introduce(scope, sourceId, source);
    return made({ sourceId });
  },
);

/** Why a source cannot be introduced as it was typed, or null when it can. */
function refusalOf({ name, kind, personName, email }: NewSource) {
  if (name.length < 2 || name.length > 120) return 'name_missing';
  if (!kind) return 'kind_missing';
  if (personName.length < 1 || personName.length > 120) return 'person_missing';
  return isAnEmail(email) ? null : 'email_malformed';
}

async function isUsable({ db }: ClusterScope, email: string): Promise<boolean> {
  const { rows } = await sql`select from addresses_elsewhere(${[email]})`.execute(db);
  return rows.length === 0;
}

async function introduce(scope: ClusterScope, sourceId: string, source: NewSource): Promise<void> {
  const { db, isExample, now } = scope;
  const { name, kind, personName, email } = source;
  await db
    .insertInto('source')
    .values({ sourceId, name, kind: kind!, isExample, isTrusted: false, createdAt: now })
    .execute();
  const { rows } = await sql<{ personId: string | null }>`
    select person_for_invitation(${email}, ${personName}, ${randomUUID()}::uuid) as person_id`.execute(db);
  const personId = rows[0]?.personId;
  if (!personId) throw new Error('an address cannot be invited here');
  await db.insertInto('sourcePerson').values({ sourceId, personId, isExample, valid: FROM_TODAY }).execute();
  await beginServing(scope, sourceId);
  await writeToSource(scope, sourceId);
}
