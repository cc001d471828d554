import { sql } from 'kysely';
import { messageHost } from '#platform/message-id.ts';
import type { SourceScope } from '#platform/scope.server.ts';

/**
 * Tells the doctors of every practice in a delivery that there are figures: "Jeres tal er klar", without one in
 * it. To be called in the transaction that confirms the delivery; whom it reached is not answered.
 */
export async function announceFigures({ db }: SourceScope, deliveryId: string): Promise<void> {
  await sql`select announce_delivery(${deliveryId}::uuid, ${messageHost()})`.execute(db);
}
