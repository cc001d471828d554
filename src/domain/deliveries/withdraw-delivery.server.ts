import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { SourceScope } from '#platform/scope.server.ts';

/**
 * Withdraws a confirmed delivery of the source, whoever of its people delivered it: its figures count no longer,
 * and every spread in which one of them stands is taken down at once. They stay, as what was delivered once.
 */
export const withdrawDelivery = command(
  { permission: 'figure.withdraw', event: 'delivery.withdrawn' },
  async ({ db, now, personId, sourceId }: SourceScope, deliveryId: string) => {
    const { numUpdatedRows } = await db
      .updateTable('delivery')
      .set({ state: 'withdrawn', withdrawnAt: now, withdrawnBy: personId })
      .where('deliveryId', '=', deliveryId)
      .where('sourceId', '=', sourceId)
      .where('state', '=', 'confirmed')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refused('not_confirmed');
    await sql`select take_down_spreads_of_delivery(${deliveryId}::uuid)`.execute(db);
    return done;
  },
);
