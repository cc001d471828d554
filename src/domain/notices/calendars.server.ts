import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, made, type Outcome, refused } from '#platform/outcome.ts';
import type { ClusterScope, HolderScope } from '#platform/scope.server.ts';
import { calendarText } from './calendar.text.ts';
import { calendarFile } from './calendar-file.ts';
import { type CalendarRow, calendarMeetingOf } from './calendar-meeting.ts';
import { aLinkToken, printOf } from './link-token.server.ts';

/** One's own calendar: since when it can be followed, and until when. */
export type OwnCalendar = { madeAt: Date; expiresAt: Date };

/** The calendar of whoever is signed in, in this cluster; null when there is none. */
export async function findOwnCalendar({ db }: ClusterScope): Promise<OwnCalendar | null> {
  const { rows } = await sql<OwnCalendar>`select made_at, expires_at from own_calendar()`.execute(db);
  return rows[0] ?? null;
}

/** Makes the calendar of whoever is signed in, and ends the one before it. The token is the caller's to show. */
export const makeCalendar = command(
  { permission: 'calendar.follow', event: 'feed.made' },
  async ({ db }: ClusterScope, _clusterId: string, token: string) => {
    const { rows } = await sql<{ made: boolean }>`select make_calendar(${token}) as made`.execute(db);
    return rows[0]?.made ? made({ print: printOf(token) }) : refused('membership_ended');
  },
);

/** Makes the own calendar, and tells its path this once. Sent twice, the second is told that it was made. */
export async function makeOwnCalendar(
  scope: ClusterScope,
): Promise<Outcome<'membership_ended' | 'made_already' | 'confirm_again', { path: string }>> {
  const token = aLinkToken();
  const outcome = await makeCalendar(scope, scope.clusterId, token);
  if (!outcome.done) return outcome;
  return outcome.made.print === printOf(token)
    ? made({ path: `/feed/${token}.ics` })
    : refused('made_already');
}

/** Ends the calendar of whoever is signed in: whoever follows it is told nothing more. */
export const endCalendar = command(
  { permission: 'calendar.follow', event: 'feed.ended' },
  async ({ db }: ClusterScope, _clusterId: string) => {
    await sql`select end_calendar()`.execute(db);
    return done;
  },
);

/** The file that a followed calendar is at this moment: the member's meetings, nobody's address, nobody's link. */
export async function readCalendar({ clusterName, db, locale, now }: HolderScope): Promise<string> {
  const { rows } = await sql<Omit<CalendarRow, 'clusterName'>>`
    select meeting_id, cluster_id, title, state, held_on::text as held_on, starts_at::text as starts_at, minutes, place, address,
      online_url, calendar_sequence from calendar_meetings()`.execute(db);
  const { reserved } = calendarText[locale === 'en' ? 'en' : 'da'];
  const telling = { organizer: null, receiver: null, reserved };
  const meetings = rows.map((row) => calendarMeetingOf({ ...row, clusterName }, false, telling));
  return calendarFile('PUBLISH', meetings, now, clusterName);
}
