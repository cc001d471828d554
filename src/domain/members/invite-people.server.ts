import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { isAllowed } from './attempts.server.ts';
import { enrol } from './enrol.server.ts';
import { enrolmentOf, isBlank, type Row } from './enrolment.ts';
import { remarksOn } from './member-rows.server.ts';

/**
 * Invites the people of a list to the cluster, with practices it has or has not yet; all of them or nobody. What it
 * makes is how many practices, people and numbers are new, and whom the list named a role for.
 */
export const invitePeople = command(
  { permission: 'member.invite', event: 'member.invited' },
  async (scope: ClusterScope, clusterId: string, rows: Row[]) => {
    if (rows.every((row) => row.isLeftOut || isBlank(row))) return refused('nothing_understood');
    if ((await remarksOn(scope, rows)).some(({ problems }) => problems.length > 0))
      return refused('rows_to_mend');
    if (!(await isAllowed(scope, `invite:${scope.personId}`, 40))) return refused('too_many_tries');
    const home = { scope, clusterId, isExample: scope.isExample, inviterId: scope.personId };
    return made(await enrol(home, enrolmentOf(rows)));
  },
);
