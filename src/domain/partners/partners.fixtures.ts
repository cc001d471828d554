import { sql } from 'kysely';
import { type HolderScope, type MemberLinkScope, throughLink } from '#platform/scope.server.ts';
import { aToken, NOW, newId, owner, web } from '#test/world.ts';
import type { PartnerKind } from './partner.ts';

type InCluster = { clusterId: string };

/** An organisation outside with one person, straight into the tables. */
export async function aPartner(
  { clusterId }: InCluster,
  wish: { name?: string; kind?: PartnerKind; person?: string; email?: string } = {},
) {
  const partner = {
    partnerId: newId(),
    name: wish.name ?? 'Smerteklinikken',
    kind: wish.kind ?? 'hospital',
  };
  await owner
    .insertInto('partner')
    .values({ clusterId, ...partner, madeAt: NOW })
    .execute();
  const person = await aPartnerPerson(
    { clusterId, partnerId: partner.partnerId },
    { name: wish.person ?? 'Gerda Gæst', email: wish.email ?? 'gerda@hospital.example' },
  );
  return { clusterId, ...partner, person };
}

/** One of the people of an organisation, straight into the tables. */
export async function aPartnerPerson(
  partner: { clusterId: string; partnerId: string },
  wish: { name?: string; title?: string; email?: string } = {},
) {
  const person = {
    partnerPersonId: newId(),
    name: wish.name ?? 'Gorm Gæst',
    title: wish.title ?? 'Overlæge',
    email: wish.email ?? 'gorm@hospital.example',
  };
  await owner
    .insertInto('partnerPerson')
    .values({ clusterId: partner.clusterId, partnerId: partner.partnerId, ...person })
    .execute();
  return person;
}

type GuestWish = {
  partnerPersonId?: string;
  name?: string;
  invitedAt?: Date | null;
  answer?: string;
  cancelledAt?: Date | null;
  problem?: string;
  agendaItemId?: string | null;
  preMeetingOn?: string | null;
};

/** A guest of a meeting, who has been asked unless told otherwise, and their link; straight into the tables. */
export async function aGuest(meeting: { clusterId: string; meetingId: string }, wish: GuestWish = {}) {
  const { clusterId, meetingId } = meeting;
  const partnerPersonId =
    wish.partnerPersonId ??
    (await aPartner({ clusterId }, { ...(wish.name ? { person: wish.name } : {}) })).person.partnerPersonId;
  const guestId = newId();
  await owner
    .insertInto('guest')
    .values({
      clusterId,
      meetingId,
      guestId,
      partnerPersonId,
      problem: wish.problem ?? '',
      agendaItemId: wish.agendaItemId ?? null,
      preMeetingOn: wish.preMeetingOn ?? null,
      preMeetingAt: wish.preMeetingOn ? '16:30' : null,
      invitedAt: wish.invitedAt === undefined ? NOW : wish.invitedAt,
      answer: wish.answer ?? '',
      cancelledAt: wish.cancelledAt ?? null,
      addedAt: NOW,
    })
    .execute();
  const token = await aLink({ clusterId, purpose: 'guest', guestId, meetingId });
  const as = <T>(work: (scope: HolderScope) => Promise<T>, now = NOW) =>
    throughLink(web, { link: token, now }, 'guest', work);
  return { guestId, partnerPersonId, token, as };
}

type LinkWish = {
  clusterId: string;
  purpose: string;
  guestId?: string;
  memberId?: string;
  meetingId?: string;
  expiresAt?: Date;
};

/** A link that works for a year unless told otherwise; answers its token. */
export async function aLink(wish: LinkWish): Promise<string> {
  const token = aToken();
  const expires = wish.expiresAt ?? new Date(NOW.getTime() + 365 * 86_400_000);
  await sql`insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, guest_id, made_at, expires_at)
    values (hash_of(${token}), ${wish.clusterId}, ${wish.purpose}, ${wish.memberId ?? null}, ${wish.meetingId ?? null},
      ${wish.guestId ?? null}, ${NOW}, ${expires})`.execute(owner);
  return token;
}

/** What a member does through the link in a mail. */
export async function byMemberLink<T>(
  member: { clusterId: string; memberId: string },
  work: (scope: MemberLinkScope) => Promise<T>,
): Promise<T | null> {
  const link = await aLink({ clusterId: member.clusterId, purpose: 'member', memberId: member.memberId });
  return throughLink(web, { link, now: NOW }, 'member', work);
}
