import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/database.ts';
import type { Outcome } from '#platform/outcome.ts';
import {
  type ClusterScope,
  forLink,
  forPerson,
  forSource,
  type PersonScope,
  type SourceScope,
  withinCluster,
} from '#platform/scope.server.ts';

/** Somebody of the example world who acts at a moment: through a session and the scopes that everybody uses. */
export type Actor = {
  personId: string;
  now: Date;
  asPerson<T>(work: (scope: PersonScope) => Promise<T>): Promise<T>;
  inCluster<T>(clusterId: string, work: (scope: ClusterScope) => Promise<T>): Promise<T>;
  asSource<T>(sourceId: string, work: (scope: SourceScope) => Promise<T>): Promise<T>;
};

/** Lets an example person enter at a moment, as the doors of the try-out do. `web` is the login of the pages. */
export async function enterAs(web: Database, personId: string, now: Date): Promise<Actor> {
  const token = randomBytes(32).toString('base64url');
  await forLink(web, { token: null, now }, ({ db }) =>
    sql`select start_example_session(${personId}::uuid, ${token})`.execute(db),
  );
  const caller = { token, now };
  return {
    personId,
    now,
    asPerson: (work) => opened(forPerson(web, caller, boxed(work))),
    inCluster: (clusterId, work) => opened(withinCluster(web, caller, clusterId, boxed(work))),
    asSource: (sourceId, work) => opened(forSource(web, caller, sourceId, boxed(work))),
  };
}

// What the work answers may itself be null, so that a closed door needs another sign.
const boxed =
  <S, T>(work: (scope: S) => Promise<T>) =>
  async (scope: S) => ({ answer: await work(scope) });

async function opened<T>(door: Promise<{ answer: T } | null>): Promise<T> {
  const box = await door;
  if (!box) throw new Error('an example person stands outside');
  return box.answer;
}

/**
 * What a command made. A refusal among `expected` is a step that an earlier, interrupted build has taken; any
 * other is a fault of the example world.
 */
export function accomplished<Made>(
  outcome: Outcome<string, Made>,
  expected: readonly string[] = [],
): Made | null {
  if (outcome.done) return outcome.made;
  if (expected.includes(outcome.reason)) return null;
  throw new Error(`the example world was refused: ${outcome.reason}`);
}
