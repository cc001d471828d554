import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { endMembers, hasCoordinatorWithout } from './ending.server.ts';
import { findMember } from './members.server.ts';

/** Ends a membership today; with it end its roles and what it could see. Never the last coordinator's. */
export const endMembership = command(
  { permission: 'member.end', event: 'member.ended' },
  async (scope: ClusterScope, memberId: string) => {
    const member = await findMember(scope, memberId);
    if (!member) return refused('no_such_member');
    // Whoever leaves could not finish leaving: a colleague closes the door.
    if (member.isSelf) return refused('own_membership');
    const isCoordinated = await hasCoordinatorWithout(scope, {
      holders: (holder) => holder.memberId === memberId,
    });
    if (!isCoordinated) return refused('last_coordinator');
    await endMembers(scope, [memberId]);
    return done;
  },
);
