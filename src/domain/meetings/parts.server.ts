import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { findMember } from '#domain/members/members.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope, Scope } from '#platform/scope.server.ts';
import { type Part, refusalOfPlanning } from './meeting.ts';
import { findMeeting } from './meetings.server.ts';

/** Who is responsible for what at a meeting. */
export type PartHolder = { memberId: string; part: Part; name: string };

/** Those responsible at a meeting who are members today, in the order of the parts. */
export async function listParts({ db }: Scope, meetingId: string): Promise<PartHolder[]> {
  const { rows } = await sql<PartHolder>`
    select r.member_id, r.part, p.name from meeting_person r join member m using (member_id) join person p using (person_id)
    where r.meeting_id = ${meetingId} and m.valid @> current_day()
    order by array_position(array['chair', 'facilitator', 'minute_taker', 'host'], r.part), p.name collate "da-x-icu"`.execute(
    db,
  );
  return rows;
}

/** Gives a member a part at a meeting. Given twice, it is held once. */
export const givePart = command(
  { permission: 'meeting.plan', event: 'meeting_person.given' },
  async (scope: ClusterScope, meetingId: string, memberId: string, part: Part) => {
    const meeting = await findMeeting(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfPlanning(meeting);
    if (refusal) return refused(refusal);
    if (!(await findMember(scope, memberId))) return refused('no_such_member');
    await enter(scope, meetingId, [{ memberId, part }]);
    return done;
  },
);

/** Takes a part from a member. */
export const takePart = command(
  { permission: 'meeting.plan', event: 'meeting_person.taken' },
  async (scope: ClusterScope, meetingId: string, memberId: string, part: Part) => {
    const taken = await scope.db
      .deleteFrom('meetingPerson')
      .where('meetingId', '=', meetingId)
      .where('memberId', '=', memberId)
      .where('part', '=', part)
      .executeTakeFirst();
    return taken.numDeletedRows > 0n ? done : refused('part_not_held');
  },
);

/** Makes whoever plans the meeting its chair, when they lead the cluster; else its coordinator. */
export async function giveFirstParts(scope: ClusterScope, meetingId: string): Promise<void> {
  const { rows } = await sql<{ memberId: string }>`
    select m.member_id from member m join role_holding r on r.cluster_id = m.cluster_id and r.valid @> current_day()
      and (r.member_id = m.member_id or r.practice_id = m.practice_id and m.kind = 'doctor')
    where m.cluster_id = ${scope.clusterId} and m.valid @> current_day() and r.role in ('coordinator', 'board')
    order by m.person_id <> ${scope.personId}, r.role = 'board', m.invited_at, m.member_id limit 1`.execute(
    scope.db,
  );
  await enter(
    scope,
    meetingId,
    rows.map(({ memberId }) => ({ memberId, part: 'chair' })),
  );
}

/** Gives the same members the same parts as they had at an earlier meeting, as far as they are members still. */
export async function copyParts(scope: ClusterScope, earlierId: string, meetingId: string): Promise<void> {
  await enter(scope, meetingId, await listParts(scope, earlierId));
}

async function enter(
  { db, clusterId }: ClusterScope,
  meetingId: string,
  held: readonly { memberId: string; part: Part }[],
): Promise<void> {
  const rows = held.map(({ memberId, part }) => ({ clusterId, meetingId, memberId, part }));
  if (rows.length === 0) return;
  await db
    .insertInto('meetingPerson')
    .values(rows)
    .onConflict((held) => held.doNothing())
    .execute();
}
