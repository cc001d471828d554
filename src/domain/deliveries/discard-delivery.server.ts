import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { SourceScope } from '#platform/scope.server.ts';
import { findDraft } from './deliveries.server.ts';

/** Throws the own draft away. What was understood of it is forgotten with it. */
export const discardDelivery = command(
  { permission: 'figure.deliver', event: 'delivery.refused' },
  async (scope: SourceScope, deliveryId: string) => {
    if (!(await findDraft(scope, deliveryId))) return refused('not_open');
    await scope.db
      .updateTable('delivery')
      .set({ state: 'refused', mapping: null })
      .where('deliveryId', '=', deliveryId)
      .execute();
    return done;
  },
);
