import { followInvitations } from '#domain/invitations/follow-invitations.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Invites newcomers, reminds those who have not answered, tells venues the last numbers, and forgets diets. */
export function followInvitationsTask(database: Database, now: Date): Promise<void> {
  return asSystem(database, { now }, followInvitations);
}
