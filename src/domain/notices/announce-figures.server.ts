import { sql } from 'kysely';
import { messageHost } from '#platform/message-id.ts';
import type { SourceScope, SystemScope } from '#platform/scope.server.ts';

/**
 * Tells the doctors of every practice in a delivery that there are figures: "Jeres tal er klar", without one in
 * it. To be called in the transaction that confirms the delivery; whom it reached is not answered.
 */
export async function announceFigures(
  { db, kind }: SourceScope | SystemScope,
  deliveryId: string,
): Promise<void> {
  const announce = kind === 'system' ? sql`tell_the_doctors` : sql`announce_delivery`;
  await sql`select ${announce}(${deliveryId}::uuid, ${messageHost()})`.execute(db);
}
