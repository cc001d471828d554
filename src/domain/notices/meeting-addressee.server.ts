import { sql } from 'kysely';
import type { SystemScope } from '#platform/scope.server.ts';
import type { Locale } from '#ui/format.ts';
import { onOneLine } from './letter.ts';
import type { MeetingLetter } from './letters.server.ts';
import { type Receiver, receiverOf } from './meeting-letter.ts';
import type { Needless } from './meeting-letter-refusal.ts';

/** Whom a letter about a meeting goes to. A guest and a venue are no persons here and have no membership. */
export type MeetingAddressee = {
  personId: string | null;
  memberId: string | null;
  name: string;
  address: string;
  locale: Locale;
  isExample: boolean;
};
type Found = Omit<MeetingAddressee, 'locale' | 'address'> & {
  locale: string | null;
  address: string | null;
  isEntitled: boolean;
};

/** Whom a letter goes to today, or why it goes to nobody. */
export async function findMeetingAddressee(
  scope: SystemScope,
  letter: MeetingLetter,
): Promise<MeetingAddressee | Needless | 'no_address'> {
  const receiver = receiverOf(letter.kind);
  const found = await FINDERS[receiver](scope, letter);
  if (!found?.isEntitled) return NOT_ENTITLED[receiver];
  if (!found.address) return 'no_address';
  const { isEntitled: _, ...addressee } = found;
  const name = onOneLine(found.name);
  return { ...addressee, name, address: found.address, locale: found.locale === 'en' ? 'en' : 'da' };
}

const NOT_ENTITLED = {
  member: 'membership_ended',
  guest: 'guest_cancelled',
  venue: 'meeting_over',
  source: 'source_left',
  respondent: 'partner_left',
} as const;

type Finder = (scope: SystemScope, letter: MeetingLetter) => Promise<Found | undefined>;

const FINDERS: Record<Receiver, Finder> = {
  member: async ({ db }, { clusterId, personId }) => {
    const { rows } = await sql<Found>`
      select p.person_id, m.member_id, p.name, a.email as address, p.locale, p.is_example, m.member_id is not null as is_entitled
      from person p
      left join person_address a using (person_id)
      left join lateral (select member_id from member m where m.person_id = p.person_id and m.cluster_id = ${clusterId}
        and m.valid @> current_day() order by m.practice_id is null, m.member_id limit 1) m on true
      where p.person_id = ${personId}::uuid`.execute(db);
    return rows[0];
  },
  // Who is told that the visit is called off is a guest no more.
  guest: async ({ db }, { clusterId, guestId, kind, meetingId }) => {
    const { rows } = await sql<Found>`
      select null::uuid as person_id, null::uuid as member_id, p.name, nullif(p.email, '') as address, 'da' as locale, c.is_example,
        g.cancelled_at is null or ${kind} = 'guest_cancelled' as is_entitled
      from guest g join partner_person p using (partner_person_id) join cluster c on c.cluster_id = g.cluster_id
      where g.guest_id = ${guestId}::uuid and g.meeting_id = ${meetingId}::uuid and g.cluster_id = ${clusterId}`.execute(
      db,
    );
    return rows[0];
  },
  venue: async ({ db }, { clusterId, meetingId }) => {
    const { rows } = await sql<Found>`
      select null::uuid as person_id, null::uuid as member_id, m.place as name, nullif(m.venue_email, '') as address, 'da' as locale,
        c.is_example, true as is_entitled
      from meeting m join cluster c using (cluster_id)
      where m.meeting_id = ${meetingId}::uuid and m.cluster_id = ${clusterId}`.execute(db);
    return rows[0];
  },
  respondent: async ({ db }, { clusterId, respondentId }) => {
    const { rows } = await sql<Found>`
      select null::uuid as person_id, null::uuid as member_id, p.name, nullif(p.email, '') as address, 'da' as locale, c.is_example,
        p.ended_at is null as is_entitled
      from respondent r join partner_person p using (partner_person_id) join cluster c on c.cluster_id = r.cluster_id
      where r.respondent_id = ${respondentId}::uuid and r.cluster_id = ${clusterId}`.execute(db);
    return rows[0];
  },
  source: async ({ db }, { clusterId, figureOrderId, personId }) => {
    const { rows } = await sql<Found>`
      select p.person_id, null::uuid as member_id, p.name, a.email as address, p.locale, p.is_example,
        exists (select from figure_order o join source_person s on s.source_id = o.source_id
          where o.figure_order_id = ${figureOrderId}::uuid and o.cluster_id = ${clusterId}
            and s.person_id = p.person_id and s.valid @> current_day()) as is_entitled
      from person p left join person_address a using (person_id)
      where p.person_id = ${personId}::uuid`.execute(db);
    return rows[0];
  },
};

/** Whom the receiver of a letter answers: who acted, else a coordinator of the cluster; nobody when there is none. */
export async function findReplyTo(
  { db }: SystemScope,
  { clusterId, replyToId }: { clusterId: string | null; replyToId: string | null },
): Promise<{ name: string; address: string } | undefined> {
  const { rows } = await sql<{ name: string; address: string }>`
    select p.name, a.email as address from member m join person p using (person_id) join person_address a using (person_id)
    left join role_holding h on h.cluster_id = m.cluster_id and h.role = 'coordinator' and h.valid @> current_day()
      and (h.member_id = m.member_id or h.practice_id = m.practice_id)
    where m.cluster_id = ${clusterId}::uuid and m.valid @> current_day()
      and (m.person_id = ${replyToId}::uuid or h.role is not null)
    order by m.person_id is not distinct from ${replyToId}::uuid desc, h.given_at, m.invited_at, p.person_id limit 1`.execute(
    db,
  );
  const [found] = rows;
  return found && { name: onOneLine(found.name), address: found.address };
}
