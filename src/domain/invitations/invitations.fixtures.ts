import { sql } from 'kysely';
import { type HolderScope, throughLink } from '#platform/scope.server.ts';
import { aToken, NOW, newId, owner, web } from '#test/world.ts';
import type { RsvpAnswer } from './invitation.ts';

type AMeeting = { clusterId: string; meetingId: string };

/** An answer to a meeting with what goes with it, put straight into the tables. */
export async function replied(
  { clusterId, meetingId }: AMeeting,
  { memberId }: { memberId: string },
  answer: RsvpAnswer,
  need: { diet?: string; absence?: string } = {},
): Promise<void> {
  const row = { clusterId, meetingId, memberId };
  await owner
    .insertInto('rsvp')
    .values({ ...row, answer, givenBy: memberId, givenAt: NOW })
    .execute();
  await owner
    .insertInto('rsvpNeed')
    .values({ ...row, ...need })
    .execute();
}

/** A guest of a meeting, put straight into the tables, with what they answered. */
export async function aGuestOf(
  { clusterId, meetingId }: AMeeting,
  wish: { name?: string; email?: string; answer?: '' | 'yes' | 'no'; invitedAt?: Date | null } = {},
): Promise<string> {
  const [partnerId, partnerPersonId, guestId] = [newId(), newId(), newId()];
  const partner = { clusterId, partnerId };
  await owner
    .insertInto('partner')
    .values({ ...partner, name: 'Smerteklinikken', kind: 'hospital', madeAt: NOW })
    .execute();
  await owner
    .insertInto('partnerPerson')
    .values({
      ...partner,
      partnerPersonId,
      name: wish.name ?? 'Gitte Gæst',
      email: wish.email ?? 'gitte@sygehus.example',
    })
    .execute();
  const answer = wish.answer ?? '';
  await owner
    .insertInto('guest')
    .values({
      clusterId,
      guestId,
      meetingId,
      partnerPersonId,
      addedAt: NOW,
      answer,
      invitedAt: wish.invitedAt ?? null,
    })
    .execute();
  return guestId;
}

/** A link to the page of the venue of a meeting. */
export async function aVenueLink({ clusterId, meetingId }: AMeeting): Promise<string> {
  const token = aToken();
  await sql`insert into link (token_hash, cluster_id, purpose, meeting_id, made_at, expires_at)
    values (hash_of(${token}), ${clusterId}, 'venue', ${meetingId}, ${NOW}, ${new Date(NOW.getTime() + 60 * 86_400_000)})`.execute(
    owner,
  );
  return token;
}

/** What a venue does through its link; null when it opens nothing. */
export function asVenue<T>(
  link: string,
  work: (scope: HolderScope) => Promise<T>,
  now = NOW,
): Promise<T | null> {
  return throughLink(web, { link, now }, 'venue', work);
}
