import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { findPartner } from './partners.server.ts';

/** Takes an organisation off the list; what it has been part of stays. */
export const endPartner = command(
  { permission: 'partner.keep', event: 'partner.ended' },
  async (scope: ClusterScope, partnerId: string) => {
    if (!(await findPartner(scope, partnerId))) return refused('no_such_partner');
    await setEnd(scope, partnerId, scope.now);
    return done;
  },
);

/** Puts an organisation that was taken off back on the list. */
export const resumePartner = command(
  { permission: 'partner.keep', event: 'partner.kept' },
  async (scope: ClusterScope, partnerId: string) => {
    if (!(await findPartner(scope, partnerId))) return refused('no_such_partner');
    await setEnd(scope, partnerId, null);
    return done;
  },
);

async function setEnd({ db }: ClusterScope, partnerId: string, endedAt: Date | null): Promise<void> {
  await db.updateTable('partner').set({ endedAt }).where('partnerId', '=', partnerId).execute();
}
