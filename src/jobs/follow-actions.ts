import { followActions } from '#domain/agreements/follow-actions.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Reminds those who took on an action that is soon due. */
export function followActionsTask(database: Database, now: Date): Promise<void> {
  return asSystem(database, { now }, followActions);
}
