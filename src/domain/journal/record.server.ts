import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ClusterScope, PersonScope, Scope, SourceScope } from '#platform/scope.server.ts';
import type { JournalEvent } from './journal-event.ts';

/** What a line says: what happened to which thing, and whether of the moment the day alone. */
type Line = { event: JournalEvent; subject: string; isByDay?: true | undefined };

/** Writes the line of a command: who, what, on which thing, when, and what was answered. Ids only. */
export async function record(
  scope: Scope,
  { event, isByDay, subject }: Line,
  answer: unknown,
): Promise<void> {
  const line = {
    clusterId: 'clusterId' in scope ? scope.clusterId : null,
    personId: 'personId' in scope ? scope.personId : null,
    event,
    subject,
    // Of nobody signed in, no repeat is recognised, and a token that was made must not be told twice.
    commandId: isSignedIn(scope) ? scope.commandId : randomUUID(),
    outcome: JSON.stringify(isSignedIn(scope) ? (answer ?? null) : null),
    at: isByDay ? dayOf(scope.now) : scope.now,
  };
  await scope.db.insertInto('journal').values(line).execute();
}

const dayOf = (moment: Date) => new Date(`${moment.toISOString().slice(0, 10)}T00:00:00Z`);

/** What this person's command of this id answered before, or undefined. Waits for one that is still running. */
export async function earlierAnswer(scope: Scope): Promise<{ answer: unknown } | undefined> {
  if (!isSignedIn(scope)) return undefined;
  await sql`select pg_advisory_xact_lock(hashtextextended(${scope.personId + scope.commandId}, 3))`.execute(
    scope.db,
  );
  const line = await scope.db
    .selectFrom('journal')
    .select('outcome')
    .where('personId', '=', scope.personId)
    .where('commandId', '=', scope.commandId)
    .executeTakeFirst();
  return line && { answer: line.outcome };
}

type SignedIn = ClusterScope | PersonScope | SourceScope;

// What is done through a link comes to the same when it is done twice, and the journal is read by its author alone.
function isSignedIn(scope: Scope): scope is SignedIn {
  return scope.kind === 'cluster' || scope.kind === 'person' || scope.kind === 'source';
}
