import { sql } from 'kysely';
import type { SystemScope } from '#platform/scope.server.ts';
import { calendarText } from './calendar.text.ts';
import { calendarFile, type Method } from './calendar-file.ts';
import { type CalendarRow, calendarMeetingOf } from './calendar-meeting.ts';
import type { MeetingLetter } from './letters.server.ts';
import type { MeetingAddressee } from './meeting-addressee.server.ts';
import { CALENDAR_KINDS, isForCalendar } from './meeting-letter.ts';

/** What goes to the receiver's calendar with a letter: what it asks of it, the file, and the number of the telling. */
export type CalendarPart = { method: Exclude<Method, 'PUBLISH'>; file: string; sequence: number };
type Found = CalendarRow & { hasBeenTold: boolean };

/**
 * The calendar file of a letter, as the meeting stands now and for its receiver alone, from the sender's address;
 * null when the letter is none for calendars, or calls off what the receiver's calendar never heard of.
 */
export async function findCalendarPart(
  scope: SystemScope,
  letter: MeetingLetter,
  { address, locale, name }: MeetingAddressee,
  sender: string,
): Promise<CalendarPart | null> {
  const found = isForCalendar(letter.kind) ? await findRow(scope, letter) : undefined;
  if (!found) return null;
  const isCalledOff = letter.kind === 'meeting_cancelled' || letter.kind === 'guest_cancelled';
  if (isCalledOff && !found.hasBeenTold) return null;
  // A guest may be called off while the meeting goes on; that too is news to a calendar.
  const isOwnEnd = isCalledOff && found.state !== 'cancelled';
  const sequence = found.calendarSequence + (isOwnEnd ? 1 : 0);
  // A guest is invited to a day that is reserved as to one that stands: nobody tells them when it does.
  const state = letter.guestId && found.state === 'reserved' ? 'confirmed' : found.state;
  const meeting = calendarMeetingOf({ ...found, state, calendarSequence: sequence }, isCalledOff, {
    organizer: { name: found.clusterName, address: sender },
    receiver: { name, address },
    reserved: calendarText[locale].reserved,
  });
  const method = isCalledOff ? 'CANCEL' : 'REQUEST';
  return { method, sequence, file: calendarFile(method, [meeting], scope.now) };
}

async function findRow(
  { db }: SystemScope,
  { clusterId, guestId, meetingId, personId }: MeetingLetter,
): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select m.meeting_id, m.cluster_id, c.name as cluster_name, m.title, m.state, m.held_on::text as held_on, m.starts_at::text as starts_at,
      m.minutes, m.place, m.address, m.online_url, m.calendar_sequence,
      exists (select from letter l where l.meeting_id = m.meeting_id and l.sent_at is not null and l.kind = any (${[...CALENDAR_KINDS]}::text[])
        and l.person_id is not distinct from ${personId}::uuid and l.guest_id is not distinct from ${guestId}::uuid) as has_been_told
    from meeting m join cluster c using (cluster_id)
    where m.meeting_id = ${meetingId}::uuid and m.cluster_id = ${clusterId} and m.held_on is not null`.execute(
    db,
  );
  return rows[0];
}

/** Keeps what the calendar of a member was told last. */
export async function rememberTold(
  { db }: SystemScope,
  { meetingId, personId }: MeetingLetter,
  { method, sequence }: CalendarPart,
): Promise<void> {
  await sql`update invitation set told_sequence = ${sequence}, told_method = ${method}
    where meeting_id = ${meetingId}::uuid and member_id in (select member_id from member where person_id = ${personId}::uuid)`.execute(
    db,
  );
}
