import { countRound, listRoundsToCount } from '#domain/responses/count-round.server.ts';
import { followRounds, forgetKeys } from '#domain/responses/follow-rounds.server.ts';
import type { Database } from '#platform/database.ts';
import type { KeyFolder } from '#platform/key-folder.ts';
import { asSystem } from '#platform/scope.server.ts';

/**
 * Opens, asks and reminds for questionnaires, counts those that are over, each by itself, and forgets their keys. One
 * that cannot be counted holds up no other; it fails the run when all else is through.
 */
export async function followQuestionnairesTask(
  database: Database,
  now: Date,
  keys: KeyFolder,
): Promise<void> {
  await asSystem(database, { now }, (scope) => followRounds(scope, keys));
  const problems: unknown[] = [];
  for (const id of await asSystem(database, { now }, listRoundsToCount))
    await asSystem(database, { now }, (scope) => countRound(scope, id, keys)).catch((problem) =>
      problems.push(problem),
    );
  await asSystem(database, { now }, (scope) => forgetKeys(scope, keys));
  if (problems.length > 0) throw problems[0];
}
