import { randomUUID } from 'node:crypto';
import { addGuest } from '#domain/partners/add-guest.server.ts';
import { noteGuestAnswer } from '#domain/partners/change-guest.server.ts';
import { inviteGuest } from '#domain/partners/invite-guest.server.ts';
import { addPartner } from '#domain/partners/keep-partner.server.ts';
import { addPartnerPerson } from '#domain/partners/keep-person.server.ts';
import type { PartnerKind } from '#domain/partners/partner.ts';
import { listPartners } from '#domain/partners/partners.server.ts';
import { addressOf } from '#domain/tryout/door.ts';
import { exampleName } from '#domain/tryout/example-name.ts';
import type { Database } from '#platform/database.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Cast } from './example-topics.ts';
import { accomplished, enterAs } from './stage.ts';

type Kept = {
  name: string;
  kind: PartnerKind;
  notes: string;
  person: string;
  title: string;
  /** The places of the names of others who are asked with the first. */
  others?: readonly number[];
};

/** The organisations that the cluster knows: who spoke at a meeting, who is about to, and who might. */
const PARTNERS = {
  pain: {
    name: 'Smerteklinikken i Vestfjord',
    kind: 'hospital',
    notes: 'Kommer gerne igen. Vil have spørgsmålene en uge før.',
    person: exampleName(520),
    title: 'Overlæge',
  },
  lungs: {
    name: 'Lungemedicinsk Afdeling, Vestfjord Sygehus',
    kind: 'hospital',
    notes: '',
    person: exampleName(521),
    title: 'Overlæge',
  },
  municipality: {
    name: 'Vestfjord Kommune, Sundhed og Ældre',
    kind: 'municipality',
    notes: 'Ringes bedst op før kl. 10.',
    person: exampleName(522),
    title: 'Leder af akutsygeplejen',
    others: [524, 525, 526, 527, 528, 529],
  },
  patients: {
    name: 'Lungepatienterne i Vestfjord',
    kind: 'patient_association',
    notes: '',
    person: exampleName(523),
    title: 'Formand for lokalafdelingen',
  },
} as const satisfies Record<string, Kept>;

const next = (scope: ClusterScope): ClusterScope => ({ ...scope, commandId: randomUUID() });

/** The directory of a cluster. What an earlier, interrupted build has kept stays as it is. */
export async function keepPartners(web: Database, cast: Cast, now: Date): Promise<void> {
  const lead = await enterAs(web, cast.founder, now);
  await lead.inCluster(cast.clusterId, async (scope) => {
    for (const { name, kind, notes, others = [], person, title } of Object.values<Kept>(PARTNERS)) {
      const first = { id: randomUUID(), name: person, title, email: addressOf(person), phone: '' };
      const wish = { name, kind, notes };
      const partnerId = randomUUID();
      const isNew = accomplished(await addPartner(next(scope), partnerId, wish, first), ['known_already']);
      for (const other of isNew ? others : []) await addNurse(scope, partnerId, exampleName(other));
    }
  });
}

async function addNurse(scope: ClusterScope, partnerId: string, name: string): Promise<void> {
  const wish = { name, title: 'Akutsygeplejerske', email: addressOf(name), phone: '' };
  accomplished(await addPartnerPerson(next(scope), randomUUID(), partnerId, wish));
}

/** The id of a partner of the directory. */
export async function partnerIdOf(scope: ClusterScope, which: keyof typeof PARTNERS): Promise<string> {
  return (await listPartners(scope)).find((one) => one.name === PARTNERS[which].name)!.partnerId;
}

/** Puts the person of a partner on the list of a meeting's guests; answers the id of the guest. */
export async function listGuest(
  scope: ClusterScope,
  meetingId: string,
  which: keyof typeof PARTNERS,
): Promise<string> {
  const { name } = PARTNERS[which];
  const partner = (await listPartners(scope)).find((one) => one.name === name);
  const { partnerPersonId } = partner!.people[0]!;
  return accomplished(await addGuest(next(scope), randomUUID(), meetingId, partnerPersonId))!.guestId;
}

/** A guest of a meeting whose day is known, who says yes on the phone. */
export async function hearYes(
  scope: ClusterScope,
  meetingId: string,
  which: keyof typeof PARTNERS,
): Promise<void> {
  const guestId = await listGuest(scope, meetingId, which);
  accomplished(await inviteGuest(next(scope), guestId));
  accomplished(await noteGuestAnswer(next(scope), guestId, 'yes'));
}
