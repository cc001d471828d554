import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { findMeetingToChange } from '#domain/meetings/meetings.server.ts';
import { recallRound } from '#domain/meetings/told-people.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listInvited } from './invite.server.ts';

/**
 * Takes invitations back while their letters have not gone. When nobody is invited then, the day is only reserved
 * again.
 */
export const takeInvitationBack = command(
  { permission: 'meeting.invite', event: 'round.recalled' },
  async (scope: ClusterScope, meetingId: string, roundId: string) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (meeting?.state !== 'confirmed') return refused('too_late_to_undo');
    if (!(await recallRound(scope, meetingId, roundId))) return refused('too_late_to_undo');
    await sql`delete from invitation where meeting_id = ${meetingId}
      and asked_at in (select written_at from letter where round_id = ${roundId})`.execute(scope.db);
    if ((await listInvited(scope, meetingId)).length > 0) return done;
    await scope.db
      .updateTable('meeting')
      .set({ state: 'reserved', invitedAt: null })
      .where('meetingId', '=', meetingId)
      .execute();
    return done;
  },
);
