import { listMembers } from '#domain/members/members.server.ts';
import { type AskedMember, listAsked } from '#domain/polls/asked-members.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Need, RsvpAnswer } from './invitation.ts';
import { listInvitations, listNeeds, listReplies } from './invitations.server.ts';

/** A member as those who arrange see them before a meeting. `need` is null for whoever may not see it, or when nothing was said. */
export type Attendee = AskedMember & {
  isInvited: boolean;
  answer: RsvpAnswer | null;
  /** Who answered, when it was somebody else. */
  givenBy: string | null;
  need: Need | null;
};

/** Who is asked to a meeting, and what they answered: members of today, by practice and name; for those who arrange. */
export async function listAttendees(scope: ClusterScope, meetingId: string): Promise<Attendee[]> {
  const asked = await listAsked(scope, scope.clusterId);
  const names = new Map((await listMembers(scope)).map(({ memberId, name }) => [memberId, name]));
  const invited = new Set((await listInvitations(scope, meetingId)).map(({ memberId }) => memberId));
  const replies = new Map((await listReplies(scope, [meetingId])).map((one) => [one.memberId, one]));
  const needs = new Map((await listNeeds(scope, [meetingId])).map((one) => [one.memberId, one]));
  return asked.map((member) => {
    const reply = replies.get(member.memberId);
    const isByOther = reply && reply.givenBy !== member.memberId;
    return {
      ...member,
      isInvited: invited.has(member.memberId),
      answer: reply?.answer ?? null,
      givenBy: isByOther ? (names.get(reply.givenBy) ?? '') : null,
      need: needs.get(member.memberId) ?? null,
    };
  });
}

/** How many come, how many practices with at least one, and how many have not answered. */
export type Turnout = {
  yes: number;
  online: number;
  no: number;
  silent: number;
  practices: number;
  ofPractices: number;
};

/** The turnout of those who are asked. */
export function turnoutOf(attendees: readonly Attendee[]): Turnout {
  const having = (answer: RsvpAnswer | null) => attendees.filter((one) => one.answer === answer);
  const practices = (some: readonly Attendee[]) => new Set(some.map(({ practiceId }) => practiceId)).size;
  const coming = [...having('yes'), ...having('online')];
  return {
    yes: having('yes').length,
    online: having('online').length,
    no: having('no').length,
    silent: having(null).length,
    practices: practices(coming),
    ofPractices: practices(attendees),
  };
}
