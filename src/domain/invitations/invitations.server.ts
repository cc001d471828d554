import type { AnsweringScope, ClusterScope } from '#platform/scope.server.ts';
import type { Need, RsvpAnswer } from './invitation.ts';

/** What a member answered to a meeting: `givenBy` is another than the member when somebody answered for them. */
export type Reply = {
  meetingId: string;
  memberId: string;
  answer: RsvpAnswer;
  givenBy: string;
  givenAt: Date;
};

/** The answers to some meetings that the asker may see: all for those who arrange, the own clinic's for others. */
export async function listReplies({ db }: AnsweringScope, meetingIds: readonly string[]): Promise<Reply[]> {
  if (meetingIds.length === 0) return [];
  const rows = await db
    .selectFrom('rsvp')
    .select(['meetingId', 'memberId', 'answer', 'givenBy', 'givenAt'])
    .where('meetingId', 'in', meetingIds)
    .orderBy('givenAt')
    .orderBy('memberId')
    .execute();
  return rows as Reply[];
}

/** What a member eats, or why they do not come. */
export type MemberNeed = Need & { meetingId: string; memberId: string };

/** The needs at some meetings that the asker may see: the own, and for coordinator and secretary all. */
export async function listNeeds(
  { db }: AnsweringScope,
  meetingIds: readonly string[],
): Promise<MemberNeed[]> {
  if (meetingIds.length === 0) return [];
  const rows = await db
    .selectFrom('rsvpNeed')
    .select(['meetingId', 'memberId', 'diet', 'absence'])
    .where('meetingId', 'in', meetingIds)
    .orderBy('memberId')
    .execute();
  return rows as MemberNeed[];
}

/** When each member was asked to a meeting, for those who arrange. */
export async function listInvitations(
  { db }: ClusterScope,
  meetingId: string,
): Promise<{ memberId: string; askedAt: Date }[]> {
  return db
    .selectFrom('invitation')
    .select(['memberId', 'askedAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('memberId')
    .execute();
}
