import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listAsked } from './asked-members.server.ts';
import { findPoll } from './polls.server.ts';

/** Says without whom the meeting makes no sense: these members and no others. */
export const setMusts = command(
  { permission: 'meeting.plan', event: 'date_poll.extended' },
  async (scope: ClusterScope, meetingId: string, memberIds: readonly string[]) => {
    const poll = await findPoll(scope, meetingId);
    if (!poll) return refused('no_such_poll');
    if (poll.closedAt) return refused('poll_over');
    const asked = new Set((await listAsked(scope, scope.clusterId)).map(({ memberId }) => memberId));
    const musts = [...new Set(memberIds)];
    if (!musts.every((memberId) => asked.has(memberId))) return refused('no_such_member');
    await scope.db.deleteFrom('dateMust').where('datePollId', '=', poll.datePollId).execute();
    const rows = musts.map((memberId) => ({
      clusterId: scope.clusterId,
      datePollId: poll.datePollId,
      memberId,
    }));
    if (rows.length > 0) await scope.db.insertInto('dateMust').values(rows).execute();
    return done;
  },
);
