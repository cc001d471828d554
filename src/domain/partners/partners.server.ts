import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Partner, PartnerKind, PartnerPerson } from './partner.ts';

type Row = Omit<Partner, 'kind'> & { kind: string };

const SELECTED = sql`
  select pa.partner_id, pa.name, pa.kind, pa.notes, pa.ended_at is not null as is_ended,
    coalesce((select json_agg(json_build_object('partnerPersonId', p.partner_person_id, 'name', p.name, 'title', p.title,
        'email', p.email, 'phone', p.phone) order by p.name collate "da-x-icu", p.partner_person_id)
      from partner_person p where p.partner_id = pa.partner_id and p.ended_at is null), '[]') as people
  from partner pa`;

/** The organisations that the cluster knows, ended ones too, by name; those who do not arrange see none. */
export async function listPartners({ db }: ClusterScope): Promise<Partner[]> {
  const { rows } = await sql<Row>`${SELECTED} order by pa.name collate "da-x-icu", pa.partner_id`.execute(db);
  return rows.map(partnerFrom);
}

/** An organisation with its people of today, or null. */
export async function findPartner({ db }: ClusterScope, partnerId: string): Promise<Partner | null> {
  const { rows } = await sql<Row>`${SELECTED} where pa.partner_id = ${partnerId}`.execute(db);
  return rows[0] ? partnerFrom(rows[0]) : null;
}

/** One of the people of an organisation, ended or not, or null. */
export async function findPartnerPerson(
  { db }: ClusterScope,
  partnerPersonId: string,
): Promise<(PartnerPerson & { partnerId: string; isEnded: boolean }) | null> {
  const found = await db
    .selectFrom('partnerPerson')
    .select(['partnerPersonId', 'partnerId', 'name', 'title', 'email', 'phone', 'endedAt'])
    .where('partnerPersonId', '=', partnerPersonId)
    .executeTakeFirst();
  if (!found) return null;
  const { endedAt, ...person } = found;
  return { ...person, isEnded: endedAt !== null };
}

/** The people of an organisation who are on its list no longer, by name. */
export async function listEndedPeople(
  { db }: ClusterScope,
  partnerId: string,
): Promise<{ partnerPersonId: string; name: string }[]> {
  return db
    .selectFrom('partnerPerson')
    .select(['partnerPersonId', 'name'])
    .where('partnerId', '=', partnerId)
    .where('endedAt', 'is not', null)
    .orderBy('name')
    .orderBy('partnerPersonId')
    .execute();
}

/** A meeting that somebody of an organisation was asked to, and whether they said yes to it. */
export type PartnerMeeting = {
  meetingId: string;
  title: string;
  heldOn: string | null;
  personName: string;
  hasBeen: boolean;
};

/** The meetings that people of an organisation were asked to, the latest first. */
export async function listMeetingsOfPartner(
  { db }: ClusterScope,
  partnerId: string,
): Promise<PartnerMeeting[]> {
  const { rows } = await sql<PartnerMeeting>`
    select m.meeting_id, m.title, m.held_on, p.name as person_name,
      m.state in ('held', 'closed') and g.answer = 'yes' as has_been
    from guest g join partner_person p using (partner_person_id) join meeting m on m.meeting_id = g.meeting_id
    where p.partner_id = ${partnerId} and g.cancelled_at is null and g.answer <> 'no' and m.state <> 'cancelled'
    order by m.held_on desc nulls first, p.name collate "da-x-icu", g.guest_id`.execute(db);
  return rows;
}

function partnerFrom(row: Row): Partner {
  return { ...row, kind: row.kind as PartnerKind };
}
