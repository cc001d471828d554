import { followOrders } from '#domain/orders/follow-orders.server.ts';
import type { Database } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';

/** Sends the orders whose day has come, reminds their sources, and notes what has arrived. */
export function followOrdersTask(database: Database, now: Date): Promise<void> {
  return asSystem(database, { now }, followOrders);
}
