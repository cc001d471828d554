import { command } from '#domain/access/command.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { isBlank, type PartnerWish, type PersonWish, refusalOfPartner, refusalOfPerson } from './partner.ts';
import { findPartner, listPartners } from './partners.server.ts';

/** Takes an organisation into the directory, with its first person where one was told; makes the ids of both. */
export const addPartner = command(
  { permission: 'partner.keep', event: 'partner.kept' },
  async (scope: ClusterScope, partnerId: string, wish: PartnerWish, person: PersonWish & { id: string }) => {
    const { id: partnerPersonId, ...first } = person;
    const hasPerson = !isBlank(first);
    const refusal = refusalOfPartner(wish) ?? (hasPerson ? refusalOfPerson(first) : null);
    if (refusal) return refused(refusal);
    if (await isNameTaken(scope, partnerId, wish.name)) return refused('known_already');
    const { clusterId, db } = scope;
    await db
      .insertInto('partner')
      .values({ clusterId, partnerId, ...wish, madeAt: scope.now })
      .execute();
    if (hasPerson)
      await db
        .insertInto('partnerPerson')
        .values({ clusterId, partnerId, partnerPersonId, ...first })
        .execute();
    return made({ partnerId, partnerPersonId: hasPerson ? partnerPersonId : null });
  },
);

/** Changes what stands of an organisation. */
export const changePartner = command(
  { permission: 'partner.keep', event: 'partner.kept' },
  async (scope: ClusterScope, partnerId: string, wish: PartnerWish) => {
    if (!(await findPartner(scope, partnerId))) return refused('no_such_partner');
    const refusal = refusalOfPartner(wish);
    if (refusal) return refused(refusal);
    if (await isNameTaken(scope, partnerId, wish.name)) return refused('known_already');
    await scope.db.updateTable('partner').set(wish).where('partnerId', '=', partnerId).execute();
    return done;
  },
);

async function isNameTaken(scope: ClusterScope, partnerId: string, name: string): Promise<boolean> {
  const same = name.toLocaleLowerCase('da');
  return (await listPartners(scope)).some(
    (other) => !other.isEnded && other.partnerId !== partnerId && other.name.toLocaleLowerCase('da') === same,
  );
}
