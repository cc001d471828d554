import { sql } from 'kysely';
import type { AnsweringScope, ClusterScope, SystemScope } from '#platform/scope.server.ts';
import type { Brief, GuestAnswer } from './guest.ts';

/** A guest of a meeting as those who arrange see them. */
export type Guest = Brief & {
  guestId: string;
  meetingId: string;
  /** The day of the meeting. */
  heldOn: string | null;
  partnerPersonId: string;
  partnerId: string;
  name: string;
  title: string;
  email: string;
  phone: string;
  partnerName: string;
  slotTitle: string;
  invitedAt: Date | null;
  answer: GuestAnswer;
  answeredAt: Date | null;
  preMeetingAnswer: GuestAnswer;
  tookHome: string;
  tookHomeAt: Date | null;
  cancelledAt: Date | null;
};

const SELECTED = sql`
  select g.guest_id, g.meeting_id, m.held_on, g.partner_person_id, p.partner_id, p.name, p.title, p.email, p.phone, pa.name as partner_name,
    g.agenda_item_id, coalesce(a.title, '') as slot_title, g.problem, g.practicalities, g.pre_meeting_on, g.pre_meeting_at,
    g.must_attend, g.invited_at, g.answer, g.answered_at, g.pre_meeting_answer, g.took_home, g.took_home_at, g.cancelled_at
  from guest g join meeting m on m.meeting_id = g.meeting_id
  join partner_person p using (partner_person_id) join partner pa on pa.partner_id = p.partner_id
  left join agenda_item a on a.agenda_item_id = g.agenda_item_id`;

/** The guests of a meeting, those called off last; those who do not arrange see none. */
export async function listGuests({ db }: ClusterScope | SystemScope, meetingId: string): Promise<Guest[]> {
  const { rows } = await sql<Guest>`${SELECTED} where g.meeting_id = ${meetingId}
    order by g.cancelled_at is not null, p.name collate "da-x-icu", g.guest_id`.execute(db);
  return rows;
}

/** A guest, or null. */
export async function findGuest({ db }: ClusterScope, guestId: string): Promise<Guest | null> {
  const { rows } = await sql<Guest>`${SELECTED} where g.guest_id = ${guestId}`.execute(db);
  return rows[0] ?? null;
}

/** A guest whom nobody else changes until this transaction is done, or null. */
export async function findGuestToChange(scope: ClusterScope, guestId: string): Promise<Guest | null> {
  const held = await scope.db
    .selectFrom('guest')
    .select('guestId')
    .where('guestId', '=', guestId)
    .forUpdate()
    .executeTakeFirst();
  return held ? findGuest(scope, guestId) : null;
}

/** Who comes to a meeting from outside, as everybody of the cluster sees them. */
export type MeetingGuest = {
  guestId: string;
  name: string;
  title: string;
  partnerName: string;
  agendaItemId: string | null;
  tookHome: string;
  tookHomeAt: Date | null;
};

/** The guests who have been asked to a meeting and have not said no, by name, for everybody of the cluster. */
export async function listMeetingGuests({ db }: AnsweringScope, meetingId: string): Promise<MeetingGuest[]> {
  const { rows } = await sql<MeetingGuest>`select * from meeting_guests(${meetingId})`.execute(db);
  return rows;
}

/** What guests say that they took home from a meeting, for its minutes. */
export async function listTakenHome(
  scope: AnsweringScope,
  meetingId: string,
): Promise<Pick<MeetingGuest, 'guestId' | 'name' | 'partnerName' | 'tookHome'>[]> {
  const guests = await listMeetingGuests(scope, meetingId);
  return guests
    .filter(({ tookHome }) => tookHome !== '')
    .map(({ guestId, name, partnerName, tookHome }) => ({ guestId, name, partnerName, tookHome }));
}
