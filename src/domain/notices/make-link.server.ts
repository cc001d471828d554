import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { SystemScope } from '#platform/scope.server.ts';
import { targetIn } from './letter.ts';
import type { MeetingLetter } from './letters.server.ts';
import type { MeetingAddressee } from './meeting-addressee.server.ts';
import { pageOf, pathOfWay, type Way, wayOf } from './meeting-letter.ts';

/** A link of a letter, valid from now on: its path on this site, and when it dies. */
export type Link = { path: string; until: Date };

const DAY = 86_400_000;
const DAYS_AFTER_MEETING = { member: 14, guest: 30, venue: 14, respondent: 30 } as const;
const DAYS_WITHOUT_MEETING = 60;
const DAYS_TO_SIGN_IN = 14;
const DAYS_TO_MUTE = 365;

/** Makes the one link of a letter. Its token exists from now on, as a hash here and in clear in the mail alone. */
export async function makeLink(
  scope: SystemScope,
  letter: MeetingLetter,
  { memberId, personId }: MeetingAddressee,
): Promise<Link> {
  const way = wayOf(letter.kind);
  const page = pageOf(letter.kind, letter.clusterId, letter.meetingId);
  const target = targetIn({ target: page, ...letter.facts }, letter.clusterId);
  if (way === 'page') return { path: target, until: scope.now };
  const token = randomBytes(32).toString('base64url');
  const path = pathOfWay(way, token, target) + pageBelow(way, letter);
  if (way === 'sign_in') return { path, until: await keepSignIn(scope, token, target, personId) };
  return { path, until: await keepLink(scope, token, way, { ...letter, memberId }) };
}

/* A letter about a questionnaire leads a member straight to it. */
function pageBelow(way: Way, { questionnaireRoundId }: MeetingLetter): string {
  return way === 'member' && questionnaireRoundId ? `/questionnaires/${questionnaireRoundId}` : '';
}

async function keepSignIn(
  { db, now }: SystemScope,
  token: string,
  target: string,
  personId: string | null,
): Promise<Date> {
  const until = new Date(now.getTime() + DAYS_TO_SIGN_IN * DAY);
  await sql`insert into sign_in_link (token_hash, person_id, purpose, target, expires_at)
    values (hash_of(${token}), ${personId}, 'sign_in', ${target}, ${until})`.execute(db);
  return until;
}

async function keepLink(
  { db, now }: SystemScope,
  token: string,
  way: Exclude<Way, 'page' | 'sign_in'>,
  whose: MeetingLetter & { memberId: string | null },
): Promise<Date> {
  const { clusterId, guestId, meetingId, questionnaireRoundId, respondentId, writtenAt } = whose;
  const memberId = way === 'member' ? whose.memberId : null;
  const without = new Date(writtenAt.getTime() + DAYS_WITHOUT_MEETING * DAY);
  const days = DAYS_AFTER_MEETING[way] + 1;
  // What is asked long after its meeting is answered long after it.
  const { rows } = await sql<{ expiresAt: Date }>`
    insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, guest_id, respondent_id, made_at, expires_at)
    select hash_of(${token}), ${clusterId}, ${way}, ${memberId}::uuid, m.meeting_id, ${guestId}::uuid, ${respondentId}::uuid, ${now},
      greatest(coalesce((m.held_on + ${days}::int)::timestamp at time zone 'Europe/Copenhagen', ${without}),
        (q.closes_on + ${days}::int)::timestamp at time zone 'Europe/Copenhagen')
    from (select 1) one left join meeting m on m.meeting_id = ${meetingId}::uuid
    left join questionnaire_round q on q.questionnaire_round_id = ${questionnaireRoundId}::uuid
    returning expires_at`.execute(db);
  return rows[0]!.expiresAt;
}

/** Makes the link by which the receiver ends mails of this kind, as a path. */
export async function makeMuteLink(
  { db, now }: SystemScope,
  { clusterId, kind }: MeetingLetter,
  memberId: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const until = new Date(now.getTime() + DAYS_TO_MUTE * DAY);
  await sql`insert into link (token_hash, cluster_id, purpose, member_id, about, made_at, expires_at)
    values (hash_of(${token}), ${clusterId}, 'mute', ${memberId}, ${kind}, ${now}, ${until})`.execute(db);
  return `/u/${token}`;
}
