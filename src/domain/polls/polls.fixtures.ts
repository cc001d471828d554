import { sql } from 'kysely';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { type MemberLinkScope, throughLink } from '#platform/scope.server.ts';
import { aToken, NOW, newId, owner, web } from '#test/world.ts';
import type { Answer } from './date-poll.ts';

type ACluster = { clusterId: string };

/** Three days in spring that a poll asks about, unless told otherwise. */
export const DAYS = ['2026-04-14', '2026-04-15', '2026-04-21'];

/** An open poll of a meeting of the cluster, put straight into the tables; answers its days by date. */
export async function aPoll(
  cluster: ACluster,
  wish: {
    days?: string[];
    closesOn?: string;
    openedAt?: Date;
    closedAt?: Date;
    state?: 'polling' | 'confirmed';
  } = {},
) {
  const meeting = await aMeeting(cluster, { state: wish.state ?? 'polling' });
  const poll = { clusterId: cluster.clusterId, datePollId: newId() };
  await owner
    .insertInto('datePoll')
    .values({
      ...poll,
      meetingId: meeting.meetingId,
      openedAt: wish.openedAt ?? NOW,
      closesOn: wish.closesOn ?? '2026-03-16',
      closedAt: wish.closedAt ?? null,
    })
    .execute();
  const options = new Map<string, string>();
  for (const heldOn of wish.days ?? DAYS) {
    const dateOptionId = newId();
    const option = { ...poll, dateOptionId, heldOn, startsAt: '17:00', addedAt: wish.openedAt ?? NOW };
    await owner.insertInto('dateOption').values(option).execute();
    options.set(heldOn, dateOptionId);
  }
  const on = (day: string) => options.get(day)!;
  return { ...poll, meetingId: meeting.meetingId, meeting, on, optionIds: [...options.values()] };
}

/** A vote, put straight into the tables. */
export async function voted(
  poll: { clusterId: string },
  dateOptionId: string,
  { memberId }: { memberId: string },
  answer: Answer,
): Promise<void> {
  await owner
    .insertInto('dateVote')
    .values({ clusterId: poll.clusterId, dateOptionId, memberId, answer, castBy: memberId, castAt: NOW })
    .execute();
}

/** A link to the own page of a member, as a letter would have brought it. */
export async function aMemberLink(
  cluster: ACluster,
  { memberId }: { memberId: string },
  wish: { expiresAt?: Date; endedAt?: Date; about?: string } = {},
): Promise<string> {
  const token = aToken();
  const expiresAt = wish.expiresAt ?? new Date(NOW.getTime() + 60 * 86_400_000);
  await sql`insert into link (token_hash, cluster_id, purpose, member_id, about, made_at, expires_at, ended_at)
    values (hash_of(${token}), ${cluster.clusterId}, 'member', ${memberId}, ${wish.about ?? ''}, ${NOW}, ${expiresAt}, ${wish.endedAt ?? null})`.execute(
    owner,
  );
  return token;
}

/** What a member does through the link of a letter; null when it opens nothing. */
export function byLink<T>(
  link: string,
  work: (scope: MemberLinkScope) => Promise<T>,
  now = NOW,
): Promise<T | null> {
  return throughLink(web, { link, now }, 'member', work);
}

/** The letters that lie in the outbox about a meeting, as `kind person`, in the order of their kinds. */
export async function lettersAbout(meetingId: string): Promise<string[]> {
  const rows = await owner
    .selectFrom('letter')
    .select(['kind', 'personId', 'guestId'])
    .where('meetingId', '=', meetingId)
    .execute();
  return rows.map(({ kind, personId, guestId }) => `${kind} ${personId ?? guestId ?? 'venue'}`).sort();
}
