import { followAgreements } from '#domain/agreements/follow-agreements.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Tells of the agreements that are measured again today. */
export function followAgreementsTask(database: Database, now: Date): Promise<void> {
  return asSystem(database, { now }, followAgreements);
}
