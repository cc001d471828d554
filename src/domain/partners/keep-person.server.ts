import { command } from '#domain/access/command.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { askAnew } from './ask-anew.server.ts';
import { type PersonWish, refusalOfPerson } from './partner.ts';
import { findPartner, findPartnerPerson } from './partners.server.ts';

/** Adds somebody to the people of an organisation. */
export const addPartnerPerson = command(
  { permission: 'partner.keep', event: 'partner.kept' },
  async (scope: ClusterScope, partnerPersonId: string, partnerId: string, wish: PersonWish) => {
    if (!(await findPartner(scope, partnerId))) return refused('no_such_partner');
    const refusal = refusalOfPerson(wish);
    if (refusal) return refused(refusal);
    const { clusterId } = scope;
    await scope.db
      .insertInto('partnerPerson')
      .values({ clusterId, partnerId, partnerPersonId, ...wish })
      .execute();
    return made({ partnerPersonId });
  },
);

/**
 * Changes what stands of one of the people. With another mail address the links that went to the former one end, and a
 * guest of a meeting ahead is asked anew; how many letters that takes is what it makes.
 */
export const changePartnerPerson = command(
  { permission: 'partner.keep', event: 'partner.kept' },
  async (scope: ClusterScope, partnerPersonId: string, wish: PersonWish) => {
    const before = await findPartnerPerson(scope, partnerPersonId);
    if (!before) return refused('no_such_person');
    const refusal = refusalOfPerson(wish);
    if (refusal) return refused(refusal);
    await scope.db
      .updateTable('partnerPerson')
      .set(wish)
      .where('partnerPersonId', '=', partnerPersonId)
      .execute();
    const isElsewhere = wish.email !== '' && wish.email.toLowerCase() !== before.email.toLowerCase();
    return made({ letters: isElsewhere ? await askAnew(scope, partnerPersonId) : 0 });
  },
);

/** Takes somebody off the list of an organisation’s people. */
export const endPartnerPerson = command(
  { permission: 'partner.keep', event: 'partner.ended' },
  (scope: ClusterScope, partnerPersonId: string) => setEnd(scope, partnerPersonId, scope.now),
);
/** Puts somebody who was taken off the list back on it. */
export const resumePartnerPerson = command(
  { permission: 'partner.keep', event: 'partner.kept' },
  (scope: ClusterScope, partnerPersonId: string) => setEnd(scope, partnerPersonId, null),
);

async function setEnd(scope: ClusterScope, partnerPersonId: string, endedAt: Date | null) {
  if (!(await findPartnerPerson(scope, partnerPersonId))) return refused('no_such_person');
  await scope.db
    .updateTable('partnerPerson')
    .set({ endedAt })
    .where('partnerPersonId', '=', partnerPersonId)
    .execute();
  return done;
}
